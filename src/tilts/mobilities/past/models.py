"""What was done before Tilts, as a page or a report tells it."""

import pghistory
from django.core.exceptions import ValidationError
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
class PastActivity(InLanguages, SchoolOwned, Sourced):
    """A visit, a stay, an exchange or a conference known by its counts; people by their role, never by name.

    A date known to the month or the year is kept as the first (the end: the last) day it can mean, beside how far it is
    known. A count that is empty is not known, which is another thing than 0.
    """

    class Direction(models.TextChoices):
        OUT = "out", _("From your school abroad")
        IN = "in", _("From abroad to your school")
        HERE = "here", _("At home or online")

    class Kind(models.TextChoices):
        PLACEMENT = "placement", _("Learners' placement")
        TRAINING = "training", _("Teachers' training or visit")
        EXCHANGE = "exchange", _("Exchange")
        DELEGATION = "delegation", _("Delegation")
        CONFERENCE = "conference", _("Conference or meeting")
        OTHER = "other", _("Other")

    WORDED = ("title", "professions", "how_chosen", "arranged_by", "stated_by", "source_title", "notes")

    title = models.CharField(_("what it was"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.OUT)
    partner = SchoolForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="past_activities",
        verbose_name=_("partner"),
    )
    group = SchoolForeignKey(
        "partners.PartnerGroup",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="past_activities",
        verbose_name=_("group of partners"),
        help_text=_("Where it was with several, like “the five colleges of Poznań”."),
    )
    project = SchoolForeignKey(
        "projects.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="past_activities",
        verbose_name=_("project"),
    )
    planned_activity = SchoolForeignKey(
        "agreements.PlannedActivity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="past_activities",
        verbose_name=_("planned activity"),
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    begins_on = models.DateField(_("begins"))
    begins_precision = models.CharField(
        _("beginning known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    ends_precision = models.CharField(_("end known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY)
    learners = models.PositiveSmallIntegerField(_("learners"), null=True, blank=True)
    staff = models.PositiveSmallIntegerField(_("teachers and other staff"), null=True, blank=True)
    others = models.PositiveSmallIntegerField(
        _("others"), null=True, blank=True, help_text=_("Guests, heads, people of partners.")
    )
    in_all = models.PositiveSmallIntegerField(
        _("in all, as stated"), null=True, blank=True, help_text=_("Where only the total is told.")
    )
    professions = models.CharField(
        _("professions or fields"), max_length=300, blank=True, help_text=_("Car mechanics, sewing, cookery …")
    )
    how_chosen = models.CharField(
        _("how they were chosen"), max_length=200, blank=True, help_text=_("For example: by competition.")
    )
    arranged_by = models.CharField(_("arranged by"), max_length=200, blank=True)
    stated_by = models.CharField(
        _("who states it"), max_length=200, blank=True, help_text=_("An office or an organisation, no name.")
    )
    notes = models.TextField(_("notes"), blank=True)
    sort_key = models.BinaryField(editable=False, default=bytes)
    search_key = models.TextField(editable=False, db_collation="C")

    class Meta:
        ordering = ["-begins_on", "-pk"]
        verbose_name_plural = "past activities"
        indexes = [
            models.Index(fields=["school", "-begins_on"], name="past_activity_by_beginning"),
            models.Index(fields=["school", "partner"], name="past_activity_of_partner"),
        ]
        constraints = [
            models.CheckConstraint(
                name="past_activity_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="past_activity_is_somewhere",
                condition=~Q(partner=None) | ~Q(group=None) | ~Q(country="") | Q(direction="here"),
                violation_error_message=_("Give the partner, a group of partners, or the country at least."),
            ),
        ]

    def clean(self) -> None:
        if self.partner is not None and self.group is not None:
            raise ValidationError(_("Give one partner or a group of partners, not both."))

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.title, current_school().language)
        self.search_key = found_by(self.texts["title"])
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("past:activity", args=[self.pk])

    @property
    def people(self) -> tuple[int, bool] | None:
        """How many took part, and whether that is all of them: as stated, else what is known of the parts together."""
        if self.in_all is not None:
            return self.in_all, True
        known = [count for count in (self.learners, self.staff, self.others) if count is not None]
        return (sum(known), len(known) == 3) if known else None

    @property
    def begins(self) -> PartialDate:
        """When it began, as far as it is known."""
        return PartialDate.of(self.begins_on, self.begins_precision)

    @property
    def ends(self) -> PartialDate | None:
        """When it ended, as far as it is known."""
        return as_known(self.ends_on, self.ends_precision)

    @property
    def with_whom(self) -> object | None:
        """The partner or the group of partners; None where only the country is known."""
        return self.partner or self.group
