"""Stored files: each with its hash, its school, who made it and who may open it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned


class StoredFile(SchoolOwned):
    """One file of a school; its bytes lie in the storage under `path` and never change."""

    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    sha256 = models.CharField("SHA-256", max_length=64)
    path = models.CharField(max_length=200, editable=False)
    permission = models.CharField(_("needed permission"), max_length=40, help_text=_("Who has it may open the file."))
    created_at = models.DateTimeField(_("stored at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "path"], name="stored_file_path_once")]

    def __str__(self) -> str:
        return self.name
