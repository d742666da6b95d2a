"""Writes: storing and removing files."""

import hashlib
from pathlib import PurePosixPath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from tilts.accounts.models import User
from tilts.accounts.schools import current_school_id
from tilts.files.models import StoredFile


def store_file(content: bytes, *, name: str, content_type: str, permission: str, by: User | None) -> StoredFile:
    """Keep `content`, opened later by whoever has `permission` in this school.

    The bytes are written before the row: a kill between the two leaves bytes that nobody sees, never a
    row without its bytes.
    """
    path = default_storage.save(
        f"{current_school_id()}/{uuid4().hex}{PurePosixPath(name).suffix.lower()[:10]}", ContentFile(content)
    )
    return StoredFile.objects.create(
        name=name[-200:],
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        path=path,
        permission=permission,
        created_by=by,
    )


def remove_file(file: StoredFile) -> None:
    """Remove the row now and the bytes once that is sure."""
    path = file.path
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(path))
