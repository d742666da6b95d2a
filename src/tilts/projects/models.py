"""Funded projects: programme, money, states, who takes part, and the rates of their grant agreements."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages, found_by
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import search_key, sort_key
from tilts.core.partial_dates import PartialDate
from tilts.core.stated import DatePrecision
from tilts.projects.applications.models import Application
from tilts.projects.money.models import (
    BudgetTransfer,
    CoFinancing,
    Commitment,
    CommitmentPart,
    FunderPayment,
    Payment,
    PaymentExport,
    PaymentPart,
    PlannedCost,
    ProjectMoney,
    Receipt,
)
from tilts.projects.money.repayments.models import Repayment, RepaymentPart
from tilts.projects.programmes import programmes
from tilts.projects.rules import Action, Programme, ProjectReference, programme_of, read_reference, reference_key
from tilts.projects.standing.models import Accreditation, Award, StatedTotal
from tilts.projects.strategy.models import Goal, Indicator, Strategy, StrategyRegion, Target
from tilts.projects.values.models import ProjectValue

__all__ = [
    "Accreditation",
    "Application",
    "Award",
    "BudgetTransfer",
    "CoFinancing",
    "Commitment",
    "CommitmentPart",
    "DatePrecision",
    "FunderPayment",
    "Goal",
    "Indicator",
    "OwnProgramme",
    "Payment",
    "PaymentExport",
    "PaymentPart",
    "PlannedCost",
    "Project",
    "ProjectLink",
    "ProjectMoney",
    "ProjectOrganisation",
    "ProjectRate",
    "ProjectResponsible",
    "ProjectRole",
    "ProjectStep",
    "ProjectValue",
    "Receipt",
    "Repayment",
    "RepaymentPart",
    "StatedTotal",
    "Strategy",
    "StrategyRegion",
    "Target",
]

_NOT_NEGATIVE = [MinValueValidator(Decimal(0))]


class ProjectRole(models.TextChoices):
    """What an organisation does in a project."""

    APPLICANT = "applicant", _("Applicant")
    COORDINATOR = "coordinator", _("Coordinator")
    PARTNER = "partner", _("Partner")
    ASSOCIATED = "associated", _("Associated partner")
    INTERMEDIARY = "intermediary", _("Intermediary")


@pghistory.track(exclude=["sort_key", "search_key"])
class OwnProgramme(InLanguages, SchoolOwned):
    """A programme that Tilts does not know, added by the school: a national or a town's one, another donor's."""

    WORDED = ("name",)

    name = models.CharField(_("name"), max_length=200)
    funder = models.CharField(_("who pays"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True, validators=[URLValidator(schemes=["https"])])
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "search_key"],
                name="own_programme_once",
                violation_error_message=_("There is already a programme of this name."),
            )
        ]

    def clean(self) -> None:
        self._set_keys()  # the constraint over the key is checked right after

    def save(self, *args: object, **kwargs: object) -> None:
        self._set_keys()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def _set_keys(self) -> None:
        self.sort_key = sort_key(self.name, current_school().language)
        self.search_key = search_key(self.name)


@pghistory.track(exclude=["sort_key", "search_key", "reference_key"])
class Project(InLanguages, SchoolOwned):
    """One funded project, or one that is hoped for.

    Its title is the official one, in whatever language; `other_title` says what it means.

    Call year, action and agency follow from its reference where that has a known form. Dates known to the month or the
    year only are kept as the first and the last day they can mean, beside how far they are known.
    """

    class State(models.TextChoices):
        IDEA = "idea", _("Idea")
        APPLIED = "applied", _("Applied for")
        RESERVE = "reserve", _("On the reserve list")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        RUNNING = "running", _("Running")
        CLOSED = "closed", _("Closed")

    WORDED = ("title",)

    title = models.CharField(_("title"), max_length=200)
    programme = models.CharField(_("programme"), max_length=40, blank=True)  # a code of data/programmes.yaml
    own_programme = SchoolForeignKey(
        OwnProgramme, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("programme of your own")
    )
    action = models.CharField(_("action"), max_length=40, blank=True)
    reference = models.CharField(
        _("project reference"),
        max_length=60,
        blank=True,
        help_text=_(
            "As in the grant agreement, like 2021-1-LV01-KA121-VET-000012345. Empty for a project that has none."
        ),
    )
    own_role = models.CharField(
        _("role of the school"), max_length=20, choices=ProjectRole, default=ProjectRole.APPLICANT
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RUNNING)
    starts_on = models.DateField(_("first day"))
    starts_precision = models.CharField(
        _("first day known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    ends_on = models.DateField(_("last day"))
    ends_precision = models.CharField(
        _("last day known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    total_eur = models.DecimalField(
        _("total cost in EUR"), max_digits=12, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    grant_eur = models.DecimalField(
        _("grant in EUR"), max_digits=12, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    cofinancing_eur = models.DecimalField(
        _("co-financing in EUR"), max_digits=12, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    grant_percent = models.DecimalField(
        _("share of the grant in %"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[*_NOT_NEGATIVE, MaxValueValidator(Decimal(100))],
    )
    sort_key = models.BinaryField(editable=False, default=bytes)
    search_key = models.TextField(editable=False, default="", db_collation="C")
    reference_key = models.CharField(max_length=100, editable=False, default="", db_collation="C")

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [
            models.Index(fields=["school", "-starts_on"], name="project_by_start"),
            models.Index(fields=["school", "reference_key"], name="project_by_reference_key"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "reference"],
                name="project_reference_once",
                condition=~Q(reference=""),
                violation_error_message=_("There is already a project with this reference."),
            ),
            models.CheckConstraint(
                name="project_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="project_has_one_programme",
                condition=Q(programme="") | Q(own_programme=None),
                violation_error_message=_("A project has one programme, a known one or one of your own."),
            ),
            models.CheckConstraint(
                name="project_money_is_not_negative",
                condition=(
                    (Q(total_eur=None) | Q(total_eur__gte=0))
                    & (Q(grant_eur=None) | Q(grant_eur__gte=0))
                    & (Q(cofinancing_eur=None) | Q(cofinancing_eur__gte=0))
                    & (Q(grant_percent=None) | Q(grant_percent__range=(0, 100)))
                ),
                violation_error_message=_("Money is not negative, and a share is 0 to 100 %."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.title, current_school().language)
        self.search_key = found_by({"": self.title, **self.titles_elsewhere})
        self.reference_key = reference_key(self.reference)
        if not self.programme and self.own_programme is None:
            told = programme_of(self.reference, programmes())
            self.programme = told.code if told is not None else ""
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("projects:project", args=[self.pk])

    def other_languages(self) -> list[str]:
        """All of them: the official title may be in any."""
        return [code for code, _name in settings.LANGUAGES]

    @property
    def titles_elsewhere(self) -> dict[str, str]:
        """The title in other languages than its own."""
        return {code: texts["title"] for code, texts in self.in_other_languages.items() if texts.get("title")}

    @property
    def other_title(self) -> tuple[str, str] | None:
        """The title in the reader's language, or else in English, and that language; None where there is none.

        Who reads in the school's own language needs no English.
        """
        there, reader = self.titles_elsewhere, get_language() or "en"
        wanted = (reader,) if reader == current_school().language else (reader, "en")
        language = next((code for code in wanted if code in there), "")
        return (there[language], language) if language and there[language] != self.title else None

    @property
    def has_ended(self) -> bool:
        """Kept as running, though its last day is over: what is left to do is to close it."""
        return self.state == self.State.RUNNING and self.ends_on < timezone.localdate()

    @property
    def state_word(self) -> str:
        """Its state in words, as pages show it."""
        return str(_("Ended")) if self.has_ended else str(self.get_state_display())

    @property
    def reference_parts(self) -> ProjectReference | None:
        """What the reference tells; None where it follows no known form."""
        return read_reference(self.reference)

    @property
    def known_programme(self) -> Programme | None:
        """The programme with its years, forms and actions; None for one of the school's own, or none."""
        return programmes().get(self.programme)

    @property
    def programme_name(self) -> str:
        """The programme in words; empty where it has none."""
        known = self.known_programme
        return known.title(get_language() or "en") if known is not None else str(self.own_programme or "")

    @property
    def action_code(self) -> str:
        """The action as its reference tells, or else as it was chosen; may be empty."""
        parts = self.reference_parts
        return parts.action_with_field if parts is not None else self.action

    @property
    def known_action(self) -> Action | None:
        """What the programme's data say of the action."""
        known = self.known_programme
        return known.action(self.action_code) if known is not None and self.action_code else None

    @property
    def starts(self) -> PartialDate:
        """When it begins, as far as it is known."""
        return PartialDate.of(self.starts_on, self.starts_precision)

    @property
    def ends(self) -> PartialDate:
        """When it ends, as far as it is known."""
        return PartialDate.of(self.ends_on, self.ends_precision)

    @property
    def has_money(self) -> bool:
        return any(amount is not None for amount in (self.total_eur, self.grant_eur, self.cofinancing_eur))


@pghistory.track()
class ProjectStep(SchoolOwned):
    """When a project came into a state."""

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(_("state"), max_length=10, choices=Project.State)
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["school", "project", "state"], name="step_once_in_project")]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.since}"


@pghistory.track()
class ProjectOrganisation(SchoolOwned):
    """A partner in a project, with its role."""

    Role = ProjectRole

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="organisations")
    partner = SchoolForeignKey(
        "partners.Partner", on_delete=models.PROTECT, related_name="projects", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=20, choices=ProjectRole, default=ProjectRole.PARTNER)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "project", "partner"],
                name="organisation_once_in_project",
                violation_error_message=_("This partner is already in the project."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner} ({self.get_role_display()})"


@pghistory.track()
class ProjectResponsible(SchoolOwned):
    """Somebody of the school who answers for a project."""

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="responsible")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        verbose_name=_("responsible"),
    )

    class Meta:
        ordering = ["user__last_name", "user__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "project", "user"], name="responsible_once_in_project")
        ]

    def __str__(self) -> str:
        return str(self.user)


@pghistory.track()
class ProjectLink(SchoolOwned):
    """A page about the project: its own site, a donor's page, an album."""

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(_("title"), max_length=100)
    url = models.URLField(_("web address"), max_length=500, validators=[URLValidator(schemes=["https"])])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "project", "url"],
                name="link_once_in_project",
                violation_error_message=_("This address already stands here."),
            )
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class ProjectRate(SchoolOwned):
    """A daily rate as the annex of the project's grant agreement gives it, entered by the school."""

    class Participant(models.TextChoices):
        LEARNER = "learner", _("Learners")
        STAFF = "staff", _("Staff and accompanying persons")

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="rates")
    participant = models.CharField(_("for whom"), max_length=10, choices=Participant)
    country_group = models.CharField(_("country group"), max_length=2)
    from_day = models.PositiveSmallIntegerField(_("from day"), default=1)
    eur_per_day = models.DecimalField(
        _("EUR per day"), max_digits=8, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    source = models.CharField(
        _("where it stands"), max_length=200, help_text=_("Annex and page of the grant agreement.")
    )
    is_example = models.BooleanField(_("example"), default=False, help_text=_("Invented, to try Tilts with."))
    is_foreign = models.BooleanField(_("from another school, to be confirmed"), default=False, editable=False)
    entered_at = models.DateTimeField(_("entered at"), auto_now=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["participant", "country_group", "from_day"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "project", "participant", "country_group", "from_day"],
                name="rate_once_in_project",
                violation_error_message=_("This rate is already entered."),
            ),
            models.CheckConstraint(
                name="rate_is_not_negative",
                condition=Q(eur_per_day__gte=0),
                violation_error_message=_("A rate is not negative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_participant_display()}, {self.country_group}, {self.from_day}: {self.eur_per_day} EUR"
