"""What is known of an application besides its project and the days of its states."""

from decimal import Decimal

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned

_NOT_NEGATIVE = [MinValueValidator(Decimal(0))]


@pghistory.track()
class Application(SchoolOwned):
    """How a project was applied for; the days of its states are the project's steps."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="applications")
    deadline_on = models.DateField(_("last day of the call"), null=True, blank=True)
    number = models.CharField(
        _("number of the application"), max_length=60, blank=True, help_text=_("As the funder's confirmation names it.")
    )
    requested_eur = models.DecimalField(
        _("requested in EUR"), max_digits=12, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    expected_on = models.DateField(_("result expected by"), null=True, blank=True)
    score = models.DecimalField(
        _("score"), max_digits=6, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    score_of = models.DecimalField(
        _("of at most"), max_digits=6, decimal_places=2, null=True, blank=True, validators=_NOT_NEGATIVE
    )
    reserve_place = models.PositiveSmallIntegerField(_("place on the reserve list"), null=True, blank=True)
    reasons = models.TextField(
        _("reasons"), blank=True, help_text=_("What the assessors praised and missed, or why it was withdrawn.")
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "project"], name="application_once_a_project"),
            models.CheckConstraint(
                name="application_score_is_within_its_scale",
                condition=Q(score=None) | Q(score_of=None) | Q(score__lte=F("score_of")),
                violation_error_message=_("The score is higher than the highest one."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.project)
