"""Contacts and visits: what there was between a school and a partner that no other record tells."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.owned import SchoolForeignKey
from tilts.core.partial_dates import PartialDate
from tilts.core.stated import DatePrecision, Sourced
from tilts.partners.bases import PartOfPartner
from tilts.partners.rules import life


@pghistory.track()
class Encounter(InLanguages, PartOfPartner, Sourced):
    """A first contact, a meeting or a visit. Who took part is told by offices and roles, never by names."""

    class Kind(models.TextChoices):
        FIRST_CONTACT = life.Kind.FIRST_CONTACT.value, _("First contact")
        MEETING = life.Kind.MEETING.value, _("Meeting")
        VISIT_THERE = life.Kind.VISIT_THERE.value, _("We visited them")
        VISIT_HERE = life.Kind.VISIT_HERE.value, _("They visited us")

    WORDED = ("what", "who", "note", "source_title")

    partner = SchoolForeignKey("partners.Partner", on_delete=models.CASCADE, related_name="encounters")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    what = models.CharField(
        _("what it was"), max_length=200, blank=True, help_text=_("For example: talk at a fair in Rīga.")
    )
    on = models.DateField(_("when"))
    on_precision = models.CharField(_("day known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY)
    place = models.CharField(_("where"), max_length=100, blank=True, help_text=_("A town, or a platform like Zoom."))
    who = models.CharField(
        _("who took part"), max_length=300, blank=True, help_text=_("By office and role, no names: director, teachers.")
    )
    note = models.TextField(_("notes"), blank=True)
    is_public = models.BooleanField(
        _("on the public pages"), default=False, help_text=_("Shown there with what it was, when and where.")
    )

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["school", "partner", "on"], name="encounter_of_partner")]

    def __str__(self) -> str:
        return self.wording("what") or str(self.get_kind_display())

    @property
    def when(self) -> PartialDate:
        """When it was, as far as it is known."""
        return PartialDate.of(self.on, self.on_precision)
