"""Learners and staff: their names, and what the office must know of each. All of it personal: no history keeps it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.encryption import SealedBooleanField, SealedTextField
from tilts.core.names import search_key, sort_key
from tilts.people import rules

#: What a sealed text is bound to: in another person's row, or in another school's, it does not open.
_WHOSE = ("school_id", "person_id")


class Person(SchoolOwned):
    """Somebody who may travel. Personal: kept out of histories, lists of files and logs."""

    class Kind(models.TextChoices):
        LEARNER = "learner", _("Learner")
        STAFF = "staff", _("Staff")

    class Gender(models.TextChoices):
        FEMALE = "female", _("Female")
        MALE = "male", _("Male")
        OTHER = "other", _("Other")
        NOT_SAID = "not_said", _("Does not want to say")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.LEARNER)
    family_name = models.CharField(_("family name"), max_length=100)
    given_names = models.CharField(_("given names"), max_length=100)
    born_on = models.DateField(_("date of birth"))
    gender = models.CharField(_("gender"), max_length=10, choices=Gender, blank=True)
    nationality = models.CharField(_("nationality"), max_length=2, blank=True)  # ISO 3166
    group = models.CharField(_("group"), max_length=40, blank=True)
    programme = models.CharField(_("study programme"), max_length=200, blank=True)
    course = models.CharField(_("year of study"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")
    given_key = models.CharField(max_length=300, editable=False, default="", db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["school", "sort_key"], name="person_by_name"),
            models.Index(fields=["school", "search_key", "born_on"], name="person_by_search_key"),
            models.Index(fields=["school", "given_key"], name="person_by_given_key"),
            models.Index(fields=["school", "group", "sort_key"], name="person_by_group"),
            models.Index(fields=["school", "kind", "sort_key"], name="person_by_kind"),
            models.Index(fields=["school", "born_on", "sort_key"], name="person_by_birth"),
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.make_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    def make_keys(self) -> None:
        """Bring the keys of order and search to the names; `save` does it, a bulk insert must ask for it."""
        whole = f"{self.family_name} {self.given_names}"
        self.sort_key = sort_key(whole, current_school().language)
        self.search_key = search_key(whole)
        self.given_key = search_key(str(self))


class Guardian(SchoolOwned):
    """Who answers for a minor: a parent, another person, or an institution such as an orphans' court."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        INSTITUTION = "institution", _("Institution")

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="guardians")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.PERSON)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=200, blank=True)
    relation = models.CharField(
        _("relation"), max_length=60, blank=True, help_text=_("For example mother, grandfather, orphans' court.")
    )
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("Empty where papers are given by hand."))
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True, help_text=_("The language to write in."))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="guardian_is_somebody",
                # A class list may have only the parents' telephone.
                condition=~Q(name="") | ~Q(email="") | ~Q(phone=""),
                violation_error_message=_("Give a name, or at least a phone number or an e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or self.phone


class OneOfAPerson(SchoolOwned):
    """What a person has one of, with where it comes from. Its text says nothing: it may end up in a log."""

    given_at = models.DateTimeField(_("given on"), auto_now=True)
    by_link = models.BooleanField(_("given by a personal link"), default=False, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class BankAccount(OneOfAPerson):
    """Where a grant is paid to."""

    class Payee(models.TextChoices):
        PERSON = "person", _("The participant")
        GUARDIAN = "guardian", _("A guardian")
        OTHER = "other", _("Somebody else")

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="bank_accounts")
    iban = SealedTextField(_("account number (IBAN)"), max_length=50, bound_to=_WHOSE)
    bic = models.CharField(
        _("code of the bank (BIC)"), max_length=11, blank=True, help_text=_("Needed only outside the euro area.")
    )
    payee = models.CharField(_("whose account"), max_length=10, choices=Payee, default=Payee.PERSON)
    payee_name = models.CharField(
        _("name of the account's owner"), max_length=200, blank=True, help_text=_("Empty if it is the participant.")
    )

    class Meta:
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")
        constraints = [
            models.UniqueConstraint(fields=["school", "person"], name="one_bank_account"),
            models.CheckConstraint(
                name="payee_has_a_name",
                condition=Q(payee="person") | ~Q(payee_name=""),
                violation_error_message=_("Write the name of the account's owner."),
            ),
        ]

    @property
    def owner(self) -> str:
        """Whose name a transfer needs."""
        return self.payee_name or str(self.person)

    @property
    def masked(self) -> str:
        return rules.masked_iban(self.iban)

    @property
    def in_fours(self) -> str:
        return rules.in_fours(self.iban)


class TravelDocument(OneOfAPerson):
    """The passport or identity card a person travels with."""

    class Kind(models.TextChoices):
        IDENTITY_CARD = "identity_card", _("Identity card")
        PASSPORT = "passport", _("Passport")
        OTHER = "other", _("Other document")

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="travel_documents")
    kind = models.CharField(_("kind of document"), max_length=15, choices=Kind, default=Kind.IDENTITY_CARD)
    number = SealedTextField(_("number"), max_length=40, bound_to=_WHOSE)
    country = models.CharField(_("country"), max_length=2, help_text=_("The country that gave it out."))  # ISO 3166
    expires_on = models.DateField(_("valid until"))

    class Meta:
        verbose_name = _("travel document")
        verbose_name_plural = _("travel documents")
        constraints = [models.UniqueConstraint(fields=["school", "person"], name="one_travel_document")]

    @property
    def masked(self) -> str:
        return rules.masked_document(self.number)


class EmergencyContact(OneOfAPerson):
    """Whom to call when something happens."""

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="emergency_contacts")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=200)
    relation = models.CharField(_("relation"), max_length=60, blank=True, help_text=_("For example mother or friend."))
    phone = models.CharField(_("phone"), max_length=20)

    class Meta:
        verbose_name = _("emergency contact")
        verbose_name_plural = _("emergency contacts")
        constraints = [models.UniqueConstraint(fields=["school", "person"], name="one_emergency_contact")]


class Consent(SchoolOwned):
    """A yes to pictures or to being named in public. Everything else rests on another legal basis and needs none."""

    class Purpose(models.TextChoices):
        PHOTOS = "photos", _("Photos and films")
        PUBLICITY = "publicity", _("Name and story in public")

    class Way(models.TextChoices):
        PAPER = "paper", _("on paper")
        LINK = "link", _("by a personal link")
        MAIL = "mail", _("by e-mail")
        SPOKEN = "spoken", _("by word of mouth")

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("consent to"), max_length=15, choices=Purpose)
    given_on = models.DateField(_("given on"))
    given_by = models.CharField(
        _("given by"), max_length=200, blank=True, help_text=_("For a minor the guardian; empty: by the person.")
    )
    given_how = models.CharField(_("how"), max_length=10, choices=Way, default=Way.PAPER)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_by = models.CharField(_("withdrawn by"), max_length=200, blank=True)
    withdrawn_how = models.CharField(_("withdrawn how"), max_length=10, choices=Way, blank=True)

    class Meta:
        ordering = ["purpose", "-given_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "person", "purpose"],
                condition=Q(withdrawn_on=None),
                name="one_live_consent",
                violation_error_message=_("This consent is already there."),
            ),
            models.CheckConstraint(
                name="consent_given_before_withdrawn",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                violation_error_message=_("A consent can't be withdrawn before it was given."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_purpose_display())

    @property
    def is_live(self) -> bool:
        return self.withdrawn_on is None


class Need(SchoolOwned):
    """What somebody needs on the way and there: health, diet, fewer opportunities. Sealed, the kind as well.

    For those alone who may `people.needs`: never in lists, logs, histories or spreadsheets.
    """

    class Kind(models.TextChoices):
        HEALTH = "health", _("Health")
        DIET = "diet", _("Food and drink")
        FEWER_OPPORTUNITIES = "fewer_opportunities", _("Fewer opportunities")
        OTHER = "other", _("Something else")

    person = SchoolForeignKey(Person, on_delete=models.CASCADE, related_name="needs")
    kind = SealedTextField(_("kind"), choices=Kind.choices, default=Kind.OTHER.value, bound_to=_WHOSE)
    text = SealedTextField(
        _("what is needed"),
        max_length=2000,
        bound_to=_WHOSE,
        help_text=_("Stored encrypted, and shown only to those whose work needs it."),
    )
    has_fewer_opportunities = SealedBooleanField(
        _("counts as fewer opportunities"),
        bound_to=_WHOSE,
        help_text=_("The programme then pays for support; the report says yes or no, never why."),
    )
    by_link = models.BooleanField(_("given by a personal link"), default=False, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"
