"""Funded projects, their organisations, and the rates of their grant agreements."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.projects.rules import ProjectReference, read_reference


@pghistory.track()
class Project(SchoolOwned):
    """One funded project; programme, call year and agency follow from its reference."""

    title = models.CharField(_("title"), max_length=200)
    reference = models.CharField(
        _("project reference"),
        max_length=60,
        help_text=_("As in the grant agreement, like 2021-1-LV01-KA121-VET-000012345."),
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [models.Index(fields=["school", "-starts_on"], name="project_by_start")]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "reference"],
                name="project_reference_once",
                violation_error_message=_("There is already a project with this reference."),
            ),
            models.CheckConstraint(
                name="project_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:project", args=[self.pk])

    @property
    def reference_parts(self) -> ProjectReference | None:
        """What the reference tells; None where it follows no known form."""
        return read_reference(self.reference)


@pghistory.track()
class ProjectOrganisation(SchoolOwned):
    """A partner in a project, with its role."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator")
        PARTNER = "partner", _("Partner")
        ASSOCIATED = "associated", _("Associated partner")
        INTERMEDIARY = "intermediary", _("Intermediary")

    project = SchoolForeignKey(Project, on_delete=models.CASCADE, related_name="organisations")
    partner = SchoolForeignKey(
        "partners.Partner", on_delete=models.PROTECT, related_name="projects", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTNER)

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
