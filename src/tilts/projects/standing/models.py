"""How the school stands among its projects: small records, each with the place where it stands."""

from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
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

    class Sector(models.TextChoices):
        VET = "vet", _("Vocational education and training")
        SCHOOL = "school", _("School education")
        ADULT = "adult", _("Adult education")
        HIGHER = "higher", _("Higher education")
        YOUTH = "youth", _("Youth")

    WORDED = ("title", "source_title")

    title = models.CharField(_("accreditation or charter"), max_length=200)
    sectors = ArrayField(
        models.CharField(max_length=10, choices=Sector), verbose_name=_("sectors"), default=list, blank=True
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.APPLIED)
    applied_year = models.PositiveSmallIntegerField(_("year of application"), null=True, blank=True, validators=_YEAR)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, help_text=_("Granted or refused."))
    number = models.CharField(_("number"), max_length=60, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    renews = SchoolForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name=_("renews"),
        help_text=_("The one that it follows."),
    )

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
            models.CheckConstraint(
                name="accreditation_does_not_renew_itself",
                condition=Q(renews=None) | ~Q(renews=F("id")),
                violation_error_message=_("It can't renew itself."),
            ),
        ]

    @property
    def sector_names(self) -> list[str]:
        """Its sectors in words, in the order of `Sector`."""
        return [str(sector.label) for sector in self.Sector if sector.value in self.sectors]

    def state_on(self, day: date) -> "Accreditation.State":
        """How it stands on a day: one that was granted is expired after its last day, without anybody saying so."""
        if self.state == self.State.GRANTED and self.valid_until is not None and self.valid_until < day:
            return self.State.EXPIRED
        return self.State(self.state)


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
