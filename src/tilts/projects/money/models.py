"""What is stored of a project's money. Names and account numbers are sealed, and no history keeps them."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.core.encryption import SealedTextField
from tilts.core.money import round_cents
from tilts.funding.sentences import category_label
from tilts.funding.sentences.words import CATEGORIES
from tilts.people.rules import in_fours, masked_iban
from tilts.projects.money.rules import in_eur

_NOT_NEGATIVE = [MinValueValidator(Decimal(0))]
_ABOVE_ZERO = [MinValueValidator(Decimal("0.01"))]


def categories() -> list[tuple[str, Promise]]:
    """The funder's categories of costs."""
    return list(CATEGORIES.items())


def _project(related_name: str) -> SchoolForeignKey:
    return SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name=related_name)


def _user() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )


def _eur(label: str | Promise, **options: object) -> models.DecimalField:  # type: ignore[type-arg]
    return models.DecimalField(label, max_digits=12, decimal_places=2, **{"validators": _NOT_NEGATIVE, **options})  # type: ignore[arg-type]


@pghistory.track()
class ProjectMoney(SchoolOwned):
    """How a project's money is handled: the account it is paid from, instalments, what the application promised."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="money")
    account_name = models.CharField(_("owner of the account"), max_length=140, blank=True)
    account_iban = models.CharField(_("account number (IBAN)"), max_length=34, blank=True)
    account_bic = models.CharField(_("code of the bank (BIC)"), max_length=11, blank=True)
    instalments = models.CharField(
        _("instalments to participants in %"),
        max_length=40,
        default="80/20",
        help_text=_("For example 80/20, or 100 for all at once."),
    )
    transfer_limit_percent = models.DecimalField(
        _("may leave a category, in %"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[*_NOT_NEGATIVE, MaxValueValidator(Decimal(100))],
        help_text=_("Without the funder's consent, as your grant agreement says. Empty: nothing is checked."),
    )
    transfer_limit_source = models.CharField(_("where that stands"), max_length=200, blank=True)
    planned_participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    planned_days = models.PositiveIntegerField(_("days of all participants"), null=True, blank=True)
    planned_fewer_opportunities = models.PositiveIntegerField(_("with fewer opportunities"), null=True, blank=True)
    planned_blended = models.PositiveIntegerField(_("blended"), null=True, blank=True)
    planned_green = models.PositiveIntegerField(_("green travel"), null=True, blank=True)
    planned_accompanying = models.PositiveIntegerField(_("accompanying persons"), null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "project"], name="money_once_in_project")]

    def __str__(self) -> str:
        return f"{self.project_id}"

    @property
    def account_in_fours(self) -> str:
        return in_fours(self.account_iban)


@pghistory.track()
class PlannedCost(SchoolOwned):
    """What a project's annex plans for one category."""

    project = _project("planned_costs")
    category = models.CharField(_("category"), max_length=40, choices=categories)
    planned_eur = _eur(_("planned in EUR"))
    code = models.CharField(_("budget code"), max_length=40, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "project", "category"], name="planned_cost_once"),
            models.CheckConstraint(name="planned_cost_not_negative", condition=Q(planned_eur__gte=0)),
        ]

    def __str__(self) -> str:
        return category_label(self.category)


@pghistory.track()
class BudgetTransfer(SchoolOwned):
    """Money moved from one category to another."""

    project = _project("transfers")
    from_category = models.CharField(_("from"), max_length=40, choices=categories)
    to_category = models.CharField(_("to"), max_length=40, choices=categories)
    amount_eur = _eur(_("amount in EUR"), validators=_ABOVE_ZERO)
    moved_on = models.DateField(_("on"))
    reason = models.CharField(_("reason"), max_length=300)
    consent = models.CharField(
        _("consent of the funder"),
        max_length=200,
        blank=True,
        help_text=_("Its number and day, where more is moved than you may by yourselves."),
    )
    moved_by = _user()

    class Meta:
        ordering = ["moved_on", "pk"]
        constraints = [
            models.CheckConstraint(name="transfer_above_zero", condition=Q(amount_eur__gt=0)),
            models.CheckConstraint(
                name="transfer_to_another_category",
                condition=~Q(from_category=F("to_category")),
                violation_error_message=_("Choose two different categories."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_category_display()} → {self.get_to_category_display()}"


@pghistory.track()
class Commitment(SchoolOwned):
    """What the school has promised a person for one stay. `source` names the stay, which lives in a higher subject."""

    project = _project("commitments")
    source = models.CharField(max_length=60)
    person = SchoolForeignKey("people.Person", on_delete=models.PROTECT, related_name="commitments")
    committed_at = models.DateTimeField(auto_now=True)
    committed_by = _user()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["school", "source"], name="source_committed_once")]

    def __str__(self) -> str:
        return self.source

    @property
    def total(self) -> Decimal:
        return sum((part.amount_eur for part in self.parts.all()), Decimal(0))


@pghistory.track()
class CommitmentPart(SchoolOwned):
    """What of a promise belongs to one category."""

    commitment = SchoolForeignKey(Commitment, on_delete=models.CASCADE, related_name="parts")
    category = models.CharField(max_length=40, choices=categories)
    amount_eur = _eur(_("amount in EUR"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "commitment", "category"], name="category_once_in_commitment")
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.amount_eur}"


@pghistory.track()
class PaymentExport(SchoolOwned):
    """Payments given to the bank in one file, which never changes."""

    project = _project("payment_exports")
    message = models.CharField(_("number of the file"), max_length=35)
    carry_out_on = models.DateField(_("to be carried out on"))
    count = models.PositiveIntegerField(_("payments"))
    total_eur = _eur(_("sum"))
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = _user()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "message"], name="export_message_once")]

    def __str__(self) -> str:
        return self.message


@pghistory.track(exclude=["iban", "bic", "payee_name"])
class Payment(SchoolOwned):
    """One instalment of a promise: prepared by one person, approved by another, given to the bank, paid.

    Account and payee are sealed and are those that were approved: what changes later on the person's page does not
    change them.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("Prepared")
        APPROVED = "approved", _("Approved")
        EXPORTED = "exported", _("Given to the bank")
        PAID = "paid", _("Paid")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    commitment = SchoolForeignKey(Commitment, on_delete=models.PROTECT, related_name="payments")
    person = SchoolForeignKey("people.Person", on_delete=models.PROTECT, related_name="payments")
    number = models.PositiveSmallIntegerField(_("instalment"))
    amount_eur = _eur(_("amount in EUR"), validators=_ABOVE_ZERO)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PREPARED)
    iban = SealedTextField(bound_to=("school_id", "person_id"))
    payee_name = SealedTextField(bound_to=("school_id", "person_id"))
    bic = models.CharField(max_length=11, blank=True)
    prepared_at = models.DateTimeField(auto_now_add=True)
    prepared_by = _user()
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = _user()
    export = SchoolForeignKey(PaymentExport, on_delete=models.PROTECT, null=True, blank=True, related_name="payments")
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)
    withdrawn_by = _user()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "commitment", "number"], condition=~Q(state="withdrawn"), name="instalment_paid_once"
            ),
            models.CheckConstraint(name="payment_above_zero", condition=Q(amount_eur__gt=0)),
            models.CheckConstraint(
                name="payment_approved_by_a_second_person",
                condition=Q(approved_by=None) | Q(prepared_by=None) | ~Q(approved_by=F("prepared_by")),
            ),
            models.CheckConstraint(
                name="payment_approved_before_it_leaves",
                condition=Q(state__in=("prepared", "withdrawn")) | Q(approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="payment_leaves_in_a_file",
                condition=(Q(state__in=("exported", "paid")) & Q(export__isnull=False))
                | (Q(state__in=("prepared", "approved")) & Q(export__isnull=True))
                | Q(state="withdrawn"),
            ),
            models.CheckConstraint(name="payment_paid_on_a_day", condition=~Q(state="paid") | Q(paid_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}/{self.number}"

    @property
    def masked(self) -> str:
        return masked_iban(self.iban)

    @property
    def bank_number(self) -> str:
        """What the bank's statement shows of it: nothing personal."""
        return f"TILTS-{self.school_id}-{self.pk}"


@pghistory.track()
class PaymentPart(SchoolOwned):
    """What of a payment belongs to one category."""

    payment = SchoolForeignKey(Payment, on_delete=models.CASCADE, related_name="parts")
    category = models.CharField(max_length=40, choices=categories)
    amount_eur = models.DecimalField(_("amount in EUR"), max_digits=12, decimal_places=2)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "payment", "category"], name="category_once_in_payment")
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.amount_eur}"


@pghistory.track()
class FunderPayment(SchoolOwned):
    """What the funder pays the school, as the grant agreement plans it and as it came."""

    class Kind(models.TextChoices):
        PRE_FINANCING = "pre_financing", _("Pre-financing")
        FURTHER = "further", _("Further payment")
        BALANCE = "balance", _("Balance")

    project = _project("funder_payments")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.PRE_FINANCING)
    planned_eur = _eur(_("planned in EUR"), null=True, blank=True)
    due_on = models.DateField(_("expected on"), null=True, blank=True)
    condition = models.CharField(
        _("on what condition"), max_length=200, blank=True, help_text=_("For example: after the interim report.")
    )
    received_eur = _eur(_("received in EUR"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)

    class Meta:
        ordering = [F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                name="funder_payment_received_on_a_day",
                condition=Q(received_eur=None, received_on=None)
                | Q(received_eur__isnull=False, received_on__isnull=False),
                violation_error_message=_("What was received has an amount and a day."),
            ),
            models.CheckConstraint(
                name="funder_payment_says_something",
                condition=Q(planned_eur__isnull=False) | Q(received_eur__isnull=False),
                violation_error_message=_("Write what is planned or what was received."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


@pghistory.track()
class CoFinancing(SchoolOwned):
    """What somebody beside the funder gives to the project."""

    project = _project("cofinancing")
    source = models.CharField(_("who gives it"), max_length=200, help_text=_("An organisation, such as the town."))
    promised_eur = _eur(_("promised in EUR"))
    received_eur = _eur(_("received in EUR"), default=Decimal(0))
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.source


@pghistory.track()
class Receipt(SchoolOwned):
    """What the school itself bought for the project, with its paper; another currency with its rate."""

    project = _project("receipts")
    category = models.CharField(_("category"), max_length=40, choices=categories)
    description = models.CharField(_("what for"), max_length=200, help_text=_("Without names of participants."))
    spent_on = models.DateField(_("paid on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2, validators=_ABOVE_ZERO)
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    rate = models.DecimalField(
        _("units of it for 1 EUR"),
        max_digits=14,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Only for another currency."),
    )
    rate_source = models.CharField(
        _("where the rate stands"),
        max_length=200,
        blank=True,
        help_text=_("Source, period and day as your grant agreement demands, such as ECB, monthly average, May 2022."),
    )
    file = SchoolForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )

    class Meta:
        ordering = ["-spent_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="receipt_above_zero",
                condition=Q(amount__gt=0) & (Q(rate=None) | Q(rate__gt=0)),
                violation_error_message=_("Amount and rate are above 0."),
            ),
            models.CheckConstraint(
                name="receipt_rate_has_evidence",
                condition=Q(currency="EUR", rate=None)
                | (~Q(currency="EUR") & Q(rate__isnull=False) & ~Q(rate_source="")),
                violation_error_message=_("Another currency needs its rate and where that stands; euro needs none."),
            ),
        ]

    def __str__(self) -> str:
        return self.description

    @property
    def amount_eur(self) -> Decimal:
        """In EUR, rounded once to the cent."""
        return round_cents(self.amount) if self.rate is None else in_eur(self.amount, self.rate)
