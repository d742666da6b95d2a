"""A flow that is wished for, before there is a project."""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned
from tilts.funding.sentences import ACTIVITIES

_SOMEBODY = [MinValueValidator(1), MaxValueValidator(2000)]


def all_activities() -> list[tuple[str, object]]:
    """Every activity there is in any call."""
    return list(ACTIVITIES.items())


@pghistory.track()
class WishedFlow(SchoolOwned):
    """So many people of one activity to one place, for so many days."""

    activity = models.CharField(_("activity"), max_length=40, choices=all_activities)
    country = models.CharField(_("country"), max_length=2)
    town = models.CharField(_("town"), max_length=100, blank=True)
    distance_km = models.DecimalField(
        _("distance in km, one way"),
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal(20_040))],
    )
    participants = models.PositiveSmallIntegerField(_("participants"), validators=_SOMEBODY)
    accompanying = models.PositiveSmallIntegerField(
        _("accompanying persons"), default=0, validators=[MaxValueValidator(200)]
    )
    days = models.PositiveSmallIntegerField(
        _("days of the activity"), validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    travel_days = models.PositiveSmallIntegerField(_("travel days"), default=2, validators=[MaxValueValidator(14)])
    green = models.BooleanField(_("green travel"), default=False)
    blended = models.BooleanField(_("blended"), default=False)
    fewer_opportunities = models.PositiveSmallIntegerField(_("with fewer opportunities"), default=0)

    class Meta:
        ordering = ["activity", "country", "pk"]
        constraints = [
            models.CheckConstraint(
                name="wished_fewer_are_participants",
                condition=Q(fewer_opportunities__lte=F("participants")),
                violation_error_message=_("No more than all participants can have fewer opportunities."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_activity_display()}: {self.town or self.country}"
