"""Flows and mobilities: who goes where, when, for what."""

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.core.spans import Span


@pghistory.track()
class Flow(SchoolOwned):
    """A planned group of like mobilities: one activity, one host, the same days.

    What is the same for all who travel stands here and is typed once.
    """

    class Activity(models.TextChoices):
        SHORT_TERM_LEARNER = "short_term_learner", _("Short-term learning mobility")
        LONG_TERM_LEARNER = "long_term_learner", _("Long-term learning mobility (ErasmusPro)")
        SKILLS_COMPETITION = "skills_competition", _("Participation in skills competitions")
        JOB_SHADOWING = "job_shadowing", _("Job shadowing")
        TEACHING_OR_TRAINING = "teaching_or_training_assignment", _("Teaching or training assignment")
        COURSES = "courses_and_training", _("Courses and training")

    project = SchoolForeignKey(
        "projects.Project", on_delete=models.PROTECT, related_name="flows", verbose_name=_("project")
    )
    name = models.CharField(
        _("name"), max_length=150, help_text=_("As your office calls it, for example “Dresden, May”.")
    )
    activity = models.CharField(_("activity"), max_length=40, choices=Activity, default=Activity.SHORT_TERM_LEARNER)
    host = SchoolForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        related_name="hosted_flows",
        verbose_name=_("hosting organisation"),
    )
    starts_on = models.DateField(_("first day of the activity"))
    ends_on = models.DateField(_("last day of the activity"))
    travel_days = models.PositiveSmallIntegerField(
        _("travel days"),
        default=2,
        validators=[MaxValueValidator(14)],
        help_text=_("Days on the way outside the activity, there and back together."),
    )
    green = models.BooleanField(
        _("green travel"), default=False, help_text=_("Most of the way by train, bus, ship, bicycle or shared car.")
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, help_text=_("Participants, without accompanying persons.")
    )

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [models.Index(fields=["school", "-starts_on"], name="flow_by_start")]
        constraints = [
            models.CheckConstraint(
                name="flow_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("mobilities:flow", args=[self.pk])

    @property
    def span(self) -> Span:
        """The days of the activity, without travel."""
        return Span(self.starts_on, self.ends_on)


@pghistory.track()
class Mobility(SchoolOwned):
    """One person's stay in a flow."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", _("Participant")
        ACCOMPANYING = "accompanying", _("Accompanying person")

    flow = SchoolForeignKey(Flow, on_delete=models.CASCADE, related_name="mobilities")
    person = SchoolForeignKey("people.Person", on_delete=models.PROTECT, related_name="mobilities")
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTICIPANT)

    class Meta:
        ordering = ["role", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "flow", "person"],
                name="person_once_in_flow",
                violation_error_message=_("This person is already in the flow."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.flow_id}/{self.pk}"
