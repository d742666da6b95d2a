"""Long work that a person waits for: what it is, how far it is, what came of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


class Work(SchoolOwned):
    """One piece of work in the background, for example the papers of a flow."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.CharField(max_length=40, help_text="Name of its handler, for example “mobilities.papers”.")
    subject_id = models.BigIntegerField(help_text="Number of the record it is about.")
    options = models.JSONField(default=dict, help_text="Plain choices, no personal data.")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    problem = models.TextField(_("problem"), blank=True)
    notes = models.JSONField(
        default=list, help_text="Sentences for who reads the result: what could not be done, and why. No names."
    )
    permission = models.CharField(max_length=40, help_text="Who has it may see this work.")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["school", "kind", "subject_id"], name="work_of_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}: {self.get_state_display()}"

    @property
    def told(self) -> list[str]:
        """The notes in the reader's language; those of an older release in the one they were written in."""
        if isinstance(self.notes, dict):
            told: list[str] = self.notes.get(get_language() or "en") or self.notes.get("en", [])
            return told
        return list(self.notes)

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.WAITING, self.State.RUNNING}


class WorkFile(SchoolOwned):
    """A file that a piece of work made."""

    work = SchoolForeignKey(Work, on_delete=models.CASCADE, related_name="files")
    file = SchoolForeignKey("files.StoredFile", on_delete=models.CASCADE, related_name="+")
    is_pack = models.BooleanField(default=False, help_text="Holds all the others.")
    key = models.CharField(
        max_length=60, blank=True, help_text="Which of the files of the work it is, where that must be known later."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "work", "key"], name="work_file_once", condition=~models.Q(key="")
            )
        ]

    def __str__(self) -> str:
        return str(self.file)
