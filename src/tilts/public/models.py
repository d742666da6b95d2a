"""What a school decides of its public pages: its texts, and what it shows against the rule.

Whether they are public at all stands in `School.is_public`: it is asked before a school is entered.
"""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


@pghistory.track()
class Site(SchoolOwned):
    """What a school says of itself on its public pages, by language: {"lv": "...", "en": "..."}.

    Its name, address, e-mail address and website are those of its settings.
    """

    introductions = models.JSONField(_("who we are"), default=dict, blank=True)
    shows_money = models.BooleanField(
        _("show what projects cost"), default=False, help_text=_("Total cost and grant, where they are recorded.")
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="one_site_of_school")]

    def __str__(self) -> str:
        return str(self.school)


class Choice(SchoolOwned):
    """Something is shown, or not, against what the rule says."""

    is_shown = models.BooleanField(_("shown publicly"))

    class Meta:
        abstract = True


@pghistory.track()
class PartnerChoice(Choice):
    """A partner that is shown, or not, against the rule."""

    partner = SchoolForeignKey("partners.Partner", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "partner"], name="one_choice_of_partner")]

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.is_shown}"


@pghistory.track()
class ProjectChoice(Choice):
    """A project that is shown, or not, against the rule."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "project"], name="one_choice_of_project")]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.is_shown}"
