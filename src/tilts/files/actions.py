"""Writes: storing and removing files."""

import hashlib
import re
import unicodedata
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from tilts.accounts.models import User
from tilts.accounts.schools import current_school_id
from tilts.files.models import StoredFile

#: Controls, marks of direction, halves of broken letters.
_INVISIBLE = {"Cc", "Cf", "Cs"}
#: So long bytes may lie there before their row is kept.
_ON_ITS_WAY = timedelta(days=1)
_SUFFIX = re.compile(r"\.[a-z0-9]{1,9}\Z")


def store_file(content: bytes, *, name: str, content_type: str, permission: str, by: User | None) -> StoredFile:
    """Keep `content`, opened later by whoever has `permission` in this school.

    The bytes are written before the row: a kill between the two leaves bytes that nobody sees, never a
    row without its bytes.
    """
    name = _clean(name)
    suffix = _SUFFIX.search(name.lower())
    path = default_storage.save(
        f"{current_school_id()}/{uuid4().hex}{suffix.group() if suffix else ''}", ContentFile(content)
    )
    return StoredFile.objects.create(
        name=name,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        path=path,
        permission=permission,
        created_by=by,
    )


def _clean(name: str) -> str:
    """A name as it can be shown and saved: one line, no folders, no letters that turn the direction of writing."""
    visible = "".join(letter if unicodedata.category(letter) not in _INVISIBLE else " " for letter in name)
    return " ".join(visible.replace("/", "-").replace("\\", "-").split())[-200:] or "file"


def remove_file(file: StoredFile) -> None:
    """Remove the row now and the bytes once that is sure."""
    path = file.path
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(path))


def sweep(now: datetime | None = None) -> int:
    """Take away the current school's bytes that no row names: those of a process that was killed between the two.

    Bytes of the last day stay: their row may still be on its way. How many files went.
    """
    folder, limit = str(current_school_id()), (now or timezone.now()) - _ON_ITS_WAY
    if not default_storage.exists(folder):
        return 0
    found = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    known = set(StoredFile.objects.values_list("path", flat=True))
    lost = [path for path in found - known if default_storage.get_modified_time(path) < limit]
    for path in lost:
        default_storage.delete(path)
    return len(lost)
