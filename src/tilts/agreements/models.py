"""Cooperation agreements: between whom, who signed, what for, what is planned."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages, found_by
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import sort_key
from tilts.core.partial_dates import PartialDate
from tilts.core.stated import DatePrecision, Sourced, as_known


@pghistory.track(exclude=["sort_key", "search_key"])
class Agreement(InLanguages, SchoolOwned, Sourced):
    """A promise of cooperation between the school and one or more partners, as it was concluded.

    A day of signing known to the month or the year is kept as the first day it can mean, beside how far it is known.
    """

    class Area(models.TextChoices):
        EDUCATION = "education", _("Education")
        UPBRINGING = "upbringing", _("Upbringing")
        CULTURE = "culture", _("Culture")
        SPORT = "sport", _("Sport")
        MOBILITY = "mobility", _("Mobility of learners and staff")
        PROJECTS = "projects", _("Common projects")
        RESEARCH = "research", _("Research and innovation")

    class Concluded(models.TextChoices):
        AT_A_DISTANCE = "at_a_distance", _("At a distance")
        IN_PERSON = "in_person", _("In person")
        BY_POST = "by_post", _("By post")
        ORALLY = "orally", _("Orally")
        UNKNOWN = "unknown", _("Not known")

    WORDED = ("title", "other_areas", "reason", "notes", "source_title")

    title = models.CharField(_("title"), max_length=200)
    areas = ArrayField(models.CharField(max_length=12, choices=Area), verbose_name=_("areas"), default=list, blank=True)
    other_areas = models.CharField(_("other areas"), max_length=300, blank=True)
    reason = models.TextField(_("why this partner"), blank=True)
    signed_on = models.DateField(_("signed"), null=True, blank=True)
    signed_precision = models.CharField(
        _("signing known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    concluded = models.CharField(_("how it was concluded"), max_length=15, choices=Concluded, default=Concluded.UNKNOWN)
    platform = models.CharField(
        _("platform"), max_length=60, blank=True, help_text=_("Of a signing at a distance, like Zoom.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    is_open_ended = models.BooleanField(_("without an end"), default=False)
    notes = models.TextField(_("notes"), blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.TextField(editable=False, db_collation="C")

    class Meta:
        ordering = [F("signed_on").desc(nulls_last=True), "sort_key", "pk"]
        indexes = [models.Index(fields=["school", "-signed_on"], name="agreement_by_signing")]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="agreement_without_end_has_no_last_day",
                condition=Q(is_open_ended=False) | Q(valid_until=None),
                violation_error_message=_("An agreement without an end has no last day."),
            ),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.title, current_school().language)
        self.search_key = found_by(self.texts["title"])
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("agreements:agreement", args=[self.pk])

    @property
    def signed(self) -> PartialDate | None:
        """When it was signed, as far as it is known."""
        return as_known(self.signed_on, self.signed_precision)

    @property
    def area_names(self) -> list[str]:
        """The areas in words, in the order of `Area`, those in free text last."""
        named = [str(area.label) for area in self.Area if area.value in self.areas]
        others = self.wording("other_areas")
        return [*named, others] if others else named

    @property
    def partners(self) -> list[object]:
        """The other sides, in the order in which they were named."""
        return [party.partner for party in self.parties.all() if party.partner is not None]


@pghistory.track()
class Party(SchoolOwned):
    """One side of an agreement: a partner, or the school itself where no partner is named."""

    agreement = SchoolForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    partner = SchoolForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_parties",
        verbose_name=_("partner"),
    )

    class Meta:
        ordering = [F("partner_id").asc(nulls_first=True), "pk"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "agreement", "partner"],
                name="party_once_in_agreement",
                nulls_distinct=False,
                violation_error_message=_("This partner is already a party."),
            )
        ]

    def __str__(self) -> str:
        return str(self.partner or current_school())


@pghistory.track(exclude=["name"])
class Signatory(InLanguages, SchoolOwned):
    """Who signed for a party. The name is personal and may stay open; history keeps the office alone."""

    WORDED = ("office", "authority")

    party = SchoolForeignKey(Party, on_delete=models.CASCADE, related_name="signatories", verbose_name=_("signed for"))
    office = models.CharField(_("office"), max_length=200, help_text=_("For example: director, head of a department."))
    name = models.CharField(_("name"), max_length=150, blank=True, help_text=_("May stay empty: the office suffices."))
    authority = models.CharField(
        _("by what authority"),
        max_length=300,
        blank=True,
        help_text=_("Where it is not the head who signs: a power of attorney, an order, with its day."),
    )

    class Meta:
        ordering = ["party", "pk"]
        verbose_name_plural = "signatories"


@pghistory.track()
class PlannedActivity(InLanguages, SchoolOwned):
    """Something that the parties plan to do. Planned is not done: what was done points here, never the other way."""

    WORDED = ("text", "condition")

    agreement = SchoolForeignKey(Agreement, on_delete=models.CASCADE, related_name="activities")
    text = models.CharField(_("what is planned"), max_length=500)
    condition = models.CharField(
        _("on what condition"), max_length=300, blank=True, help_text=_("For example: once one may travel again.")
    )

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "planned activities"
