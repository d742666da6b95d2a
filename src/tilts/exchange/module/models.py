"""What is kept of Beneficiary Module files: the empty template, the matching of its heads, what came back otherwise."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.exchange.module.rules.records import DateStyle


class ModuleTemplate(SchoolOwned):
    """The empty template of a project, as read; the file itself is not kept, its hash is."""

    class Days(models.TextChoices):
        ISO = DateStyle.ISO.value, "2022-05-31"
        SLASHES = DateStyle.SLASHES.value, "31/05/2022"
        DOTS = DateStyle.DOTS.value, "31.05.2022"

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="module_templates")
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.JSONField(default=dict, help_text="See exchange.module.storing.")
    date_style = models.CharField(_("how days are written"), max_length=10, choices=Days, default=Days.ISO)
    uploaded_at = models.DateTimeField(auto_now=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "project"], name="module_template_of_project")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("module:project", args=[self.project_id])


class ModuleMatch(SchoolOwned):
    """What the office fills a column with, kept for an action and a call year."""

    action = models.CharField(max_length=40)
    call_year = models.PositiveSmallIntegerField()
    head_key = models.CharField(max_length=200, db_collation="C")
    field = models.CharField(max_length=40)
    text = models.CharField(max_length=200, blank=True, help_text="Where the same stands in every row.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "action", "call_year", "head_key"], name="module_match_once")
        ]

    def __str__(self) -> str:
        return f"{self.head_key}: {self.field}"


class ModuleNumber(SchoolOwned):
    """The number a mobility, or a whole group, has in the Beneficiary Module."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="+")
    mobility = SchoolForeignKey("mobilities.Mobility", on_delete=models.CASCADE, null=True, related_name="+")
    flow = SchoolForeignKey("mobilities.Flow", on_delete=models.CASCADE, null=True, related_name="+")
    number = models.CharField(max_length=60, db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "project", "number"], name="module_number_once"),
            models.UniqueConstraint(
                fields=["school", "mobility"], condition=Q(mobility__isnull=False), name="module_number_of_mobility"
            ),
            models.UniqueConstraint(
                fields=["school", "flow"], condition=Q(flow__isnull=False), name="module_number_of_flow"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ModuleReturn(SchoolOwned):
    """A file of the module that was compared with what Tilts knows; only its hash and counts are kept."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="module_returns")
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    read_at = models.DateTimeField(auto_now=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-read_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "project", "sha256"], name="module_return_once")]

    def __str__(self) -> str:
        return self.file_name


class ModuleFinding(SchoolOwned):
    """Something that the module has otherwise than Tilts. Personal: gone once it is settled."""

    class Kind(models.TextChoices):
        DIFFERENT = "different", _("Another value")
        AMOUNT = "amount", _("Another amount")
        DRAFT = "draft", _("Draft in the module")
        ONLY_THERE = "only_there", _("Only in the module")
        ONLY_HERE = "only_here", _("Only in Tilts")

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="module_findings")
    kind = models.CharField(max_length=10, choices=Kind)
    mobility = SchoolForeignKey("mobilities.Mobility", on_delete=models.CASCADE, null=True, related_name="+")
    flow = SchoolForeignKey("mobilities.Flow", on_delete=models.CASCADE, null=True, related_name="+")
    number = models.CharField(max_length=60, blank=True, help_text="The mobility's number in the module.")
    row = models.PositiveIntegerField(null=True, help_text="In the file, as a spreadsheet program counts.")
    field = models.CharField(max_length=40, blank=True)
    theirs = models.CharField(max_length=300, blank=True)
    ours = models.CharField(max_length=300, blank=True)
    person = models.JSONField(default=dict, help_text="Who stands in a row that Tilts does not know: field → text.")
    is_to_type = models.BooleanField(default=False, help_text="Ours is right: to be put right in the module.")

    class Meta:
        ordering = ["kind", "row", "pk"]
        indexes = [models.Index(fields=["school", "project", "is_to_type"], name="module_finding_of_project")]

    def __str__(self) -> str:
        return f"{self.kind} {self.field} {self.pk}"
