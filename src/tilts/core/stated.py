"""Parts of models for what is known from elsewhere: how far a date is known, and where a fact stands."""

from datetime import date

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.core.partial_dates import PartialDate


class DatePrecision(models.TextChoices):
    """How far a date is known."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")


class Sourced(models.Model):
    """A fact with the place where it stands: a page, a contract, a minute."""

    source_title = models.CharField(
        _("where it stands"), max_length=200, blank=True, help_text=_("A page, a contract, a report; with its date.")
    )
    source_url = models.URLField(
        _("its web address"), max_length=500, blank=True, validators=[URLValidator(schemes=["https", "http"])]
    )

    class Meta:
        abstract = True


def as_known(day: date | None, precision: str) -> PartialDate | None:
    """The date as far as it is known; None where it is not known at all."""
    return None if day is None else PartialDate.of(day, precision)
