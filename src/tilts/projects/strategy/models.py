"""A strategy: its period, approval and priorities, its goals, and the figures planned for each year."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import sort_key
from tilts.core.partial_dates import PartialDate
from tilts.core.places import country_name
from tilts.core.stated import DatePrecision, Sourced, as_known
from tilts.partners.classifications import Field, field
from tilts.projects.strategy.rules import Adds, priority_countries

YEAR = [MinValueValidator(1950), MaxValueValidator(2199)]


@pghistory.track()
class Strategy(InLanguages, SchoolOwned, Sourced):
    """What the school means to reach abroad in a span of years."""

    WORDED = ("title", "priorities", "approved_by", "source_title")

    title = models.CharField(_("strategy"), max_length=200)
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True, validators=YEAR)
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True, validators=YEAR)
    priorities = models.TextField(_("priorities"), blank=True, help_text=_("One on a line."))
    isced_codes = ArrayField(
        models.CharField(max_length=4), verbose_name=_("priority fields of education"), default=list, blank=True
    )
    approved_by = models.CharField(_("approved by"), max_length=200, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_precision = models.CharField(
        _("approval known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    approval = SchoolForeignKey(
        "files.StoredFile",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the approved paper"),
    )

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

    def get_absolute_url(self) -> str:
        return reverse("projects:strategy", args=[self.pk])

    @property
    def approved(self) -> PartialDate | None:
        """When it was approved, as far as it is known."""
        return as_known(self.approved_on, self.approved_precision)

    @property
    def period(self) -> str:
        """Its years, such as "2017–2021"; empty where none is known."""
        if self.from_year is None and self.to_year is None:
            return ""
        return f"{self.from_year or '…'}–{self.to_year or '…'}"

    @property
    def fields_of_education(self) -> list[Field]:
        """Its priority fields that the classification knows, in its order."""
        return [known for code in sorted(self.isced_codes) if (known := field(code)) is not None]


class PartOfStrategy(InLanguages, SchoolOwned):
    """What stands on a strategy's page in rows of its own, in the order in which it was entered."""

    class Meta:
        abstract = True
        ordering = ["pk"]


@pghistory.track()
class StrategyRegion(PartOfStrategy):
    """Countries that the strategy puts first, with the reason."""

    WORDED = ("name", "reason")

    strategy = SchoolForeignKey(Strategy, on_delete=models.CASCADE, related_name="regions")
    name = models.CharField(_("region"), max_length=200, help_text=_("As the strategy calls it: nearest neighbours."))
    countries = ArrayField(models.CharField(max_length=2), verbose_name=_("countries"), default=list, blank=True)
    is_outside_eu = models.BooleanField(_("all countries outside the European Union"), default=False)
    reason = models.CharField(_("why"), max_length=300, blank=True)

    @property
    def all_countries(self) -> frozenset[str]:
        """The codes of all countries it means, without the school's own."""
        return priority_countries(self.countries, current_school().country, is_outside_eu=self.is_outside_eu)

    @property
    def country_names(self) -> list[str]:
        """The countries that are named one by one, in the reader's language and order."""
        language = get_language() or "en"
        names = [country_name(code, language) for code in self.countries]
        return sorted(names, key=lambda name: sort_key(name, language))


@pghistory.track()
class Goal(PartOfStrategy):
    """What is to be reached."""

    WORDED = ("title", "text")

    strategy = SchoolForeignKey(Strategy, on_delete=models.CASCADE, related_name="goals")
    title = models.CharField(_("goal"), max_length=200)
    text = models.TextField(_("more about it"), blank=True)


@pghistory.track()
class Indicator(PartOfStrategy):
    """A figure by which it is seen how far a goal is; counted from records, or typed by hand."""

    WORDED = ("title", "unit", "evidence")

    strategy = SchoolForeignKey(Strategy, on_delete=models.CASCADE, related_name="indicators")
    goal = SchoolForeignKey(
        Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="indicators", verbose_name=_("goal")
    )
    title = models.CharField(_("indicator"), max_length=200)
    source = models.CharField(_("counted from"), max_length=60, blank=True)  # a name of strategy/sources.py
    unit = models.CharField(_("unit"), max_length=60, blank=True, help_text=_("For example: people, hours, %."))
    adds = models.CharField(
        _("the whole period"),
        max_length=3,
        default=Adds.UP.value,
        choices=[(Adds.UP.value, _("the sum of its years")), (Adds.NOT.value, _("as in its last year"))],
        help_text=_("Only for figures that are typed by hand."),
    )
    evidence = models.CharField(
        _("where the results stand"),
        max_length=300,
        blank=True,
        help_text=_("Only for figures that are typed by hand: a report, a minute; with its date."),
    )


@pghistory.track()
class Target(SchoolOwned):
    """What is planned for one year, and what was achieved where nothing counts it."""

    indicator = SchoolForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(_("year"), validators=YEAR)
    planned = models.PositiveIntegerField(_("plan"), null=True, blank=True)
    achieved = models.PositiveIntegerField(_("result"), null=True, blank=True)

    class Meta:
        ordering = ["year", "pk"]
        constraints = [models.UniqueConstraint(fields=["school", "indicator", "year"], name="target_once_a_year")]

    def __str__(self) -> str:
        return f"{self.year}: {self.planned}"
