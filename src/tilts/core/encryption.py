"""Sensitive data at rest: sealed before it is stored, opened where a page needs it.

AES-256-GCM from `cryptography`. What is sealed is bound to its place (the table, the field, the school and whom it is
about): put into another row, or changed by a bit, it does not open. It guards against somebody who reads the database
or a backup of it, not against somebody who also has the data folder with the keys.

    number = SealedTextField(bound_to=("school_id", "person_id"))

Rows are found by what is not sealed: a sealed field can neither be searched nor set by `QuerySet.update`.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django import forms
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from tilts.core.secrets import add_data_key, data_keys, installation_secrets

_FORMAT: Final = b"\x01"
_KEY_NAME_BYTES: Final = 8
_NONCE_BYTES: Final = 12  # NIST SP 800-38D, 8.2.2: random, at most 2**32 texts a key
_BLOCK_BITS: Final = 64 * 8  # texts are filled up to blocks, so that "diet" is as long as "health"


class CannotOpen(Exception):
    """What is stored was changed, belongs elsewhere, or was sealed with a key that is not here."""


class Keyring:
    """The keys of an installation: seals with the newest, opens what any of them sealed.

    secrets: texts of at least 32 bytes of randomness, the newest first.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        if not secrets:
            raise ValueError("a keyring needs a key")
        named = [(_derived(secret, b"tilts key name")[:_KEY_NAME_BYTES], secret) for secret in secrets]
        self.newest = named[0][0]
        self._ciphers = {name: AESGCM(_derived(secret, b"tilts data key")) for name, secret in named}

    def seal(self, text: str, place: str) -> bytes:
        """The text so that only this keyring opens it, and only for the same place."""
        nonce = os.urandom(_NONCE_BYTES)
        head = _FORMAT + self.newest
        return head + nonce + self._ciphers[self.newest].encrypt(nonce, _filled(text.encode()), head + place.encode())

    def open(self, sealed: bytes, place: str) -> str:
        """The text again; raises CannotOpen."""
        head_length = len(_FORMAT) + _KEY_NAME_BYTES
        head, nonce, rest = (
            sealed[:head_length],
            sealed[head_length : head_length + _NONCE_BYTES],
            sealed[head_length + _NONCE_BYTES :],
        )
        cipher = self._ciphers.get(self.key_name(sealed))
        if cipher is None or not sealed.startswith(_FORMAT):
            raise CannotOpen("sealed with a key that is not in the data folder")
        try:
            return _unfilled(cipher.decrypt(nonce, rest, head + place.encode())).decode()
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("changed since it was sealed, or moved from another place") from error

    def has_key_of(self, sealed: bytes) -> bool:
        """Is the key here that this was sealed with?"""
        return self.key_name(sealed) in self._ciphers

    @staticmethod
    def key_name(sealed: bytes) -> bytes:
        """Which key a sealed text was sealed with; tells nothing of the key."""
        return sealed[len(_FORMAT) : len(_FORMAT) + _KEY_NAME_BYTES]


def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())


def _filled(data: bytes) -> bytes:
    padder = padding.PKCS7(_BLOCK_BITS).padder()
    return padder.update(data) + padder.finalize()


def _unfilled(data: bytes) -> bytes:
    unpadder = padding.PKCS7(_BLOCK_BITS).unpadder()
    return unpadder.update(data) + unpadder.finalize()


@cache
def keyring() -> Keyring:
    """The keys of this installation."""
    return Keyring(data_keys(settings.TILTS_DATA))


def make_new_key() -> None:
    """From now on seal with a new key; `reseal` brings what is stored to it."""
    add_data_key(settings.TILTS_DATA)
    keyring.cache_clear()


def passphrases(purpose: str, *, renewed: bool = False) -> list[bytes]:
    """For formats that encrypt by themselves: a passphrase for each key of this installation, the newest first.

    purpose: keeps those of two uses apart. renewed: read the keys anew, as another process may have made one.
    """
    if renewed:
        installation_secrets.cache_clear()
    return [_derived(secret, purpose.encode()).hex().encode() for secret in data_keys(settings.TILTS_DATA)]


def open_sealed(sealed: bytes, place: str) -> str:
    """What this installation sealed for that place; raises CannotOpen."""
    if not keyring().has_key_of(sealed):
        # Another process may have made a new key since this one read them.
        installation_secrets.cache_clear()
        keyring.cache_clear()
    return keyring().open(sealed, place)


class Sealed(bytes):
    """A sealed text on its way from or to the database."""

    def __repr__(self) -> str:
        return "<sealed>"


class _Opened(DeferredAttribute):
    """Opens a stored text when it is first asked for, in whose row alone it opens."""

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, Sealed):
            field: Any = self.field
            value = instance.__dict__[field.attname] = field.from_text(open_sealed(value, field.place_of(instance)))
        return value

    # With it Python asks `__get__` even where the row already holds a value.
    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedTextField(models.Field):  # type: ignore[type-arg]
    """A text that is stored sealed. Empty is stored as empty: that nothing is there is no secret.

    bound_to: attributes of the row, known before it is first stored, that tell whom it is about.
    """

    descriptor_class = _Opened

    def __init__(self, *args: Any, bound_to: Sequence[str] = (), **options: Any) -> None:
        options.setdefault("default", "")
        super().__init__(*args, **options)
        self.bound_to = tuple(bound_to)

    def get_internal_type(self) -> str:
        return "BinaryField"

    def deconstruct(self) -> Any:
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "bound_to": self.bound_to}

    def place_of(self, instance: models.Model) -> str:
        """Where a text of this row belongs."""
        bound = [getattr(instance, name) for name in self.bound_to]
        if None in bound:
            raise ValueError(f"{self} is bound to {' and '.join(self.bound_to)}, which must be set")
        return ":".join(map(str, (self.model._meta.label_lower, self.name, *bound)))

    def from_text(self, text: str) -> Any:
        return text

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        return Sealed(value) if value else self.from_text("")

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed:
        stored = model_instance.__dict__.get(self.attname)
        if isinstance(stored, Sealed) and not _is_of_older_key(stored):
            return stored  # nobody looked at it
        text = self.to_text(getattr(model_instance, self.attname))
        return Sealed(keyring().seal(text, self.place_of(model_instance)) if text else b"")

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> bytes:
        if not isinstance(value, Sealed):
            raise TypeError(f"{self} is sealed: set it on its row and save that")
        return bytes(value)

    def get_lookup(self, lookup_name: str) -> Any:
        raise FieldError(f"{self} is sealed: rows can't be found by it")

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError(f"{self} is sealed and not written out")

    def formfield(self, **options: Any) -> Any:
        if self.choices is None:
            options = {"form_class": forms.CharField, "max_length": self.max_length, **options}
        return super().formfield(**options)


class SealedBooleanField(SealedTextField):
    """A yes or no that is stored sealed, both equally long."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("default", False)
        super().__init__(*args, **options)

    def from_text(self, text: str) -> bool:
        return text == "yes"

    def to_text(self, value: Any) -> str:
        return "yes" if value else "no"

    def formfield(self, **options: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": forms.BooleanField, "required": False, **options})


def sealed_fields(model: type[models.Model]) -> list[SealedTextField]:
    """The sealed fields of a model."""
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedTextField)]


def models_with_sealed_fields() -> Iterator[type[models.Model]]:
    """Every model that has one."""
    return (model for model in apps.get_models() if sealed_fields(model))


def reseal(rows: Iterable[models.Model]) -> int:
    """Seal what an older key sealed with the newest one; how many rows were. Again and again does no harm."""
    done = 0
    for row in rows:
        names = [field.name for field in sealed_fields(type(row)) if _is_of_older_key(row.__dict__.get(field.attname))]
        if names:
            row.save(update_fields=names)
        done += bool(names)
    return done


def _is_of_older_key(value: Any) -> bool:
    return isinstance(value, Sealed) and Keyring.key_name(value) != keyring().newest
