"""Bases of what partners have: an address, and rows of their own on a partner's page."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned
from tilts.core.places import Point

ON_EARTH = Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
NOT_ON_EARTH = _("The latitude lies between −90 and 90, the longitude between −180 and 180.")


class Placed(models.Model):
    """Something with an address in a town; the town gives the distance."""

    country = models.CharField(_("country"), max_length=2)
    town = models.CharField(_("town"), max_length=100)
    latitude = models.FloatField(_("latitude"), help_text=_("In degrees, north is positive."))
    longitude = models.FloatField(_("longitude"), help_text=_("In degrees, east is positive."))
    address = models.CharField(_("address"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def place(self) -> Point:
        return Point(self.latitude, self.longitude)


class PartOfPartner(SchoolOwned):
    """What stands on a partner's page in rows of its own; the partner is found by some of it."""

    is_searched = False  # do its words find the partner?

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self._tell_partner()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        done = super().delete(*args, **kwargs)
        self._tell_partner()
        return done

    def _tell_partner(self) -> None:
        if self.is_searched:
            self.partner.renew_words()  # type: ignore[attr-defined]
