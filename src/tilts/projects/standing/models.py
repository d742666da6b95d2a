"""How the school stands among its projects: small records, each with the place where it stands."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.core.stated import Sourced

_YEAR = [MinValueValidator(1950), MaxValueValidator(2199)]


@pghistory.track()
class Award(InLanguages, SchoolOwned, Sourced):
    """A prize or a label for good work in projects."""

    WORDED = ("title", "reason", "source_title")

    title = models.CharField(_("award"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"), validators=_YEAR)
    giver = models.CharField(_("given by"), max_length=200, blank=True)
    reason = models.CharField(_("what for"), max_length=300, blank=True)
    project = SchoolForeignKey(
        "projects.Project",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("project"),
    )

    class Meta:
        ordering = ["-year", "title", "pk"]


@pghistory.track()
class Accreditation(InLanguages, SchoolOwned, Sourced):
    """An accreditation or a charter of the school itself. Applied for is not granted."""

    class State(models.TextChoices):
        APPLIED = "applied", _("Applied for")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")
        EXPIRED = "expired", _("Expired")

    WORDED = ("title", "source_title")

    title = models.CharField(_("accreditation or charter"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.APPLIED)
    applied_year = models.PositiveSmallIntegerField(_("year of application"), null=True, blank=True, validators=_YEAR)
    number = models.CharField(_("number"), max_length=60, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        ordering = ["-applied_year", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                name="accreditation_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="accreditation_is_valid_once_granted",
                condition=Q(state__in=("granted", "expired")) | Q(number="", valid_from=None, valid_until=None),
                violation_error_message=_("A number and days of validity come with the grant."),
            ),
        ]


@pghistory.track()
class Strategy(InLanguages, SchoolOwned, Sourced):
    """What the school means to reach abroad in a span of years."""

    WORDED = ("title", "priorities", "approved_by", "source_title")

    title = models.CharField(_("strategy"), max_length=200)
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True, validators=_YEAR)
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True, validators=_YEAR)
    priorities = models.TextField(_("priorities"), blank=True, help_text=_("One on a line."))
    approved_by = models.CharField(_("approved by"), max_length=200, blank=True)
    approved_year = models.PositiveSmallIntegerField(_("year of approval"), null=True, blank=True, validators=_YEAR)

    class Meta:
        ordering = [F("from_year").desc(nulls_last=True), "title", "pk"]
        verbose_name_plural = "strategies"
        constraints = [
            models.CheckConstraint(
                name="strategy_ends_after_it_begins",
                condition=Q(from_year=None) | Q(to_year=None) | Q(to_year__gte=F("from_year")),
                violation_error_message=_("The last year lies before the first year."),
            )
        ]


@pghistory.track()
class StatedTotal(InLanguages, SchoolOwned, Sourced):
    """A total that a page states of the school's work. It is shown as stated and never added to records."""

    WORDED = ("what", "period", "clash", "stated_by", "source_title")

    number = models.PositiveIntegerField(_("number"))
    is_at_least = models.BooleanField(_("“more than” this number"), default=False)
    what = models.CharField(
        _("of what"), max_length=300, help_text=_("With its unit: mobilities, projects, flows, people.")
    )
    period = models.CharField(_("of what time"), max_length=100, blank=True)
    clash = models.TextField(
        _("what does not fit"), blank=True, help_text=_("Where the page contradicts itself or another one.")
    )
    stated_by = models.CharField(
        _("who states it"), max_length=200, blank=True, help_text=_("An office or an organisation, no name.")
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.wording('what')}"
