"""When and where both sides meet to sign."""

from datetime import datetime, timedelta

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


@pghistory.track()
class SigningSession(InLanguages, SchoolOwned):
    """A meeting at a distance in which an agreement is signed. A change is sent to everybody with a higher sequence."""

    WORDED = ("agenda",)

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(
        _("how long, in minutes"), default=45, validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    platform = models.CharField(_("platform"), max_length=60, help_text=_("For example Zoom, Teams, Jitsi."))
    url = models.URLField(
        _("link to join"), max_length=500, blank=True, validators=[URLValidator(schemes=["https", "http"])]
    )
    agenda = models.TextField(_("agenda"), blank=True, help_text=_("Each line is an item."))
    sequence = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "agreement"], name="session_once_an_agreement")]

    def __str__(self) -> str:
        return str(self.agreement_id)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def title_in(self, language: str) -> str:
        """What calendars call it."""
        with override(language):
            return gettext("Signing: %(title)s") % {"title": self.agreement.wording("title", language)}
