"""Reads: stored files and their bytes."""

from collections.abc import Callable

from django.core.files.storage import default_storage
from django.db.models import QuerySet

from tilts.accounts.roles import MATRIX
from tilts.files.models import StoredFile


def files_for(may: Callable[[str], bool]) -> QuerySet[StoredFile]:
    """The files somebody may open who may what `may` says."""
    return StoredFile.objects.filter(permission__in=[name for name in MATRIX if may(name)])


def content_of(file: StoredFile) -> bytes:
    """The bytes of a stored file; raises FileNotFoundError where the storage has lost them."""
    with default_storage.open(file.path) as stored:
        content: bytes = stored.read()
    return content
