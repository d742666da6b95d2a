"""Flows and mobilities: who goes where, when, for what."""

from decimal import Decimal
from typing import Any

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import search_key, sort_key
from tilts.core.spans import Span
from tilts.core.tracking import ManyInserted
from tilts.funding.sentences import ACTIVITIES
from tilts.mobilities.costs.models import InclusionCost, StayCosts, StayProvision
from tilts.mobilities.desk_check.models import AuditorLink, AuditorView, DeskCheck, DeskCheckStay, SupportingPaper
from tilts.mobilities.past.models import PastActivity
from tilts.mobilities.planner.models import WishedFlow

__all__ = [
    "COMMON_TEXTS",
    "AuditorLink",
    "AuditorView",
    "CommonTexts",
    "DeskCheck",
    "DeskCheckStay",
    "Flow",
    "InclusionCost",
    "Mobility",
    "PastActivity",
    "StayCosts",
    "StayProvision",
    "SupportingPaper",
    "WishedFlow",
    "activities",
]


class CommonTexts(models.Model):
    """What papers say of a stay; typed once for a flow, and for a person only where it differs."""

    learning_outcomes = models.TextField(
        _("learning outcomes"), blank=True, help_text=_("What participants will be able to do; one on a line.")
    )
    programme = models.TextField(_("programme"), blank=True, help_text=_("Tasks and days, as the host plans them."))
    insurance = models.TextField(_("insurance"), blank=True, help_text=_("Who insures what, with the policy's number."))
    journey = models.TextField(_("journey"), blank=True, help_text=_("How and when there and back."))

    class Meta:
        abstract = True


COMMON_TEXTS = ("learning_outcomes", "programme", "insurance", "journey")

#: Who comes from abroad is paid by who sends them, except these.
PAID_WHEN_INCOMING = frozenset({"invited_expert", "hosting_teacher_in_training"})


def activities() -> list[tuple[str, Promise]]:
    """Every activity there is in any call; which of them a project may have, `queries.activities_of` says."""
    return list(ACTIVITIES.items())


@pghistory.track(exclude=["sort_key", "search_key"])
class Flow(CommonTexts, SchoolOwned):
    """A planned group of like mobilities: one activity, one partner, the same days.

    What is the same for all who travel stands here and is typed once.
    """

    class Direction(models.TextChoices):
        OUT = "out", _("From your school abroad")
        IN = "in", _("From abroad to your school")

    class Mode(models.TextChoices):
        PHYSICAL = "physical", _("Physical")
        VIRTUAL = "virtual", _("Virtual")
        BLENDED = "blended", _("Blended: physical with a virtual part")

    project = SchoolForeignKey(
        "projects.Project", on_delete=models.PROTECT, related_name="flows", verbose_name=_("project")
    )
    name = models.CharField(
        _("name"), max_length=150, help_text=_("As your office calls it, for example “Dresden, May”.")
    )
    direction = models.CharField(_("direction"), max_length=3, choices=Direction, default=Direction.OUT)
    activity = models.CharField(_("activity"), max_length=40, choices=activities, default="short_term_learner")
    mode = models.CharField(_("mode"), max_length=10, choices=Mode, default=Mode.PHYSICAL)
    contact_hours = models.PositiveSmallIntegerField(
        _("contact hours"), null=True, blank=True, help_text=_("Of the virtual part.")
    )
    partner = SchoolForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        related_name="flows",
        verbose_name=_("partner organisation"),
        help_text=_("Where they go; for stays at your school, where they come from."),
    )
    planned_activity = SchoolForeignKey(
        "agreements.PlannedActivity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="flows",
        verbose_name=_("planned activity"),
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
    own_distance_km = models.DecimalField(
        _("distance in km, if another"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal(20_040))],
        help_text=_("One way. Only where the towns' distance is not the one that counts."),
    )
    own_distance_evidence = models.CharField(
        _("evidence of that distance"),
        max_length=300,
        blank=True,
        help_text=_("For example: the funder's calculator, printed on 3 March 2022."),
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, help_text=_("Participants, without accompanying persons.")
    )
    sort_key = models.BinaryField(editable=False, default=bytes)
    search_key = models.CharField(max_length=300, editable=False, default="", db_collation="C")

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [models.Index(fields=["school", "-starts_on"], name="flow_by_start")]
        constraints = [
            models.CheckConstraint(
                name="flow_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="flow_distance_has_evidence",
                condition=Q(own_distance_km=None) | ~Q(own_distance_evidence=""),
                violation_error_message=_("Another distance than the towns' needs its evidence."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.make_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("mobilities:flow", args=[self.pk])

    def make_keys(self) -> None:
        """Bring the keys of order and search to the name; `save` does it, a bulk insert must ask for it."""
        self.sort_key = sort_key(self.name, current_school().language)
        # A blank in front of every word, so that each can be found by its beginning.
        self.search_key = f" {search_key(self.name)}"

    @property
    def span(self) -> Span:
        """The planned days of the activity, without travel."""
        return Span(self.starts_on, self.ends_on)

    @property
    def is_incoming(self) -> bool:
        return self.direction == self.Direction.IN

    @property
    def is_funded_here(self) -> bool:
        """Does this school's project pay for the stay?

        Who comes from abroad is paid by who sends them, except experts and teachers in training. A virtual stay has
        neither travel nor individual support.
        """
        return self.mode != self.Mode.VIRTUAL and (not self.is_incoming or self.activity in PAID_WHEN_INCOMING)


@pghistory.track(ManyInserted(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Mobility(CommonTexts, SchoolOwned):
    """One person's stay in a flow; what is left empty is as for all."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", _("Participant")
        ACCOMPANYING = "accompanying", _("Accompanying person")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        DONE = "done", _("Took place")
        CANCELLED = "cancelled", _("Cancelled")

    flow = SchoolForeignKey(Flow, on_delete=models.CASCADE, related_name="mobilities")
    person = SchoolForeignKey("people.Person", on_delete=models.PROTECT, related_name="mobilities")
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTICIPANT)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    own_starts_on = models.DateField(_("own first day"), null=True, blank=True)
    own_ends_on = models.DateField(_("own last day"), null=True, blank=True)
    attended_from = models.DateField(_("attended from"), null=True, blank=True)
    attended_until = models.DateField(_("attended until"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["role", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "flow", "person"],
                name="person_once_in_flow",
                violation_error_message=_("This person is already in the flow."),
            ),
            models.CheckConstraint(
                name="mobility_done_has_days",
                condition=~Q(state="done") | Q(attended_from__isnull=False, attended_until__gte=F("attended_from")),
                violation_error_message=_("A stay that took place has its first and last day, in this order."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.flow_id}/{self.pk}"

    @property
    def span(self) -> Span:
        """The planned days: the person's own, else those of the flow. Raises ValueError if they end too early."""
        return Span(self.own_starts_on or self.flow.starts_on, self.own_ends_on or self.flow.ends_on)

    @property
    def attended(self) -> Span | None:
        """The days that were attended, once the stay took place."""
        if self.state != self.State.DONE or self.attended_from is None or self.attended_until is None:
            return None
        return Span(self.attended_from, self.attended_until)

    def text(self, name: str) -> str:
        """One of COMMON_TEXTS as it holds for this person."""
        return str(getattr(self, name) or getattr(self.flow, name))
