"""Organisations a school works with."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import search_key, sort_key
from tilts.core.places import Point


@pghistory.track(exclude=["sort_key", "search_key"])
class Partner(SchoolOwned):
    """An organisation abroad or at home: a school, a company, an intermediary."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("School")
        COMPANY = "company", _("Company")
        INTERMEDIARY = "intermediary", _("Intermediary")
        AUTHORITY = "authority", _("Ministry or authority")
        UNIVERSITY = "university", _("University")
        ASSOCIATION = "association", _("Association")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.SCHOOL)
    country = models.CharField(_("country"), max_length=2)
    town = models.CharField(_("town"), max_length=100)
    latitude = models.FloatField(_("latitude"), help_text=_("In degrees, north is positive."))
    longitude = models.FloatField(_("longitude"), help_text=_("In degrees, east is positive."))
    address = models.CharField(_("address"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["school", "sort_key"], name="partner_by_name"),
            models.Index(fields=["school", "search_key"], name="partner_by_search_key"),
        ]
        constraints = [
            models.CheckConstraint(
                name="partner_is_on_earth",
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("The latitude lies between −90 and 90, the longitude between −180 and 180."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name, current_school().language)
        self.search_key = search_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("partners:partner", args=[self.pk])

    @property
    def place(self) -> Point:
        return Point(self.latitude, self.longitude)
