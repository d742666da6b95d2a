"""Class lists on their way in: read, checked, mended, and gone once their people are taken over."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.exchange.module.models import ModuleFinding, ModuleMatch, ModuleNumber, ModuleReturn, ModuleTemplate

__all__ = [
    "ModuleFinding",
    "ModuleMatch",
    "ModuleNumber",
    "ModuleReturn",
    "ModuleTemplate",
    "Roster",
    "RosterRow",
]


class Roster(SchoolOwned):
    """One class list dropped on a flow. The file itself is not kept, its hash is."""

    flow = SchoolForeignKey("mobilities.Flow", on_delete=models.CASCADE, related_name="rosters")
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=list, help_text="Pairs of a head as written and its field, as in the file.")
    columns_not_used = models.JSONField(default=list, help_text="Heads as written.")
    notes = models.JSONField(default=list, help_text="What was decided while reading, see exchange.records.Problem.")
    people_added = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "flow", "sha256"], name="roster_once_in_flow")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("exchange:roster", args=[self.pk])


class RosterRow(SchoolOwned):
    """A row that is not taken over yet. Personal: removed as soon as it is."""

    roster = SchoolForeignKey(Roster, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="As the person sees it in the spreadsheet, the head counted.")
    sheet = models.CharField(max_length=100, blank=True)
    raw = models.JSONField(default=dict, help_text="Field → text as written, or as mended.")
    problems = models.JSONField(default=list, help_text="What is to be mended, see exchange.records.Problem.")

    class Meta:
        ordering = ["sheet", "number", "pk"]
        # Not unique: a list in two halves side by side has two people in each row of the sheet.
        indexes = [models.Index(fields=["school", "roster", "sheet", "number"], name="roster_row_in_order")]

    def __str__(self) -> str:
        return f"{self.roster_id}: {self.number}"
