"""What Django and allauth say in a form is said in the reader's language, too."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth.password_validation import get_default_password_validators
from django.core import validators
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import fields as form_fields
from django.forms import models as model_forms
from django.utils.functional import Promise
from django.utils.timesince import TIME_STRINGS
from django.utils.translation import override

from tilts.accounts.models import User


class Three(dict[str, int]):
    """Fills any placeholder, so that a text with a plural can be read."""

    def __missing__(self, name: str) -> int:
        return 3


def texts_of(owner: Any, *attributes: str) -> Iterator[Any]:
    """The lazy texts in the named attributes of each class in a module: one text, or many by their codes."""
    for kind in vars(owner).values():
        if isinstance(kind, type):
            for attribute in attributes:
                value = getattr(kind, attribute, None)
                yield from value.values() if isinstance(value, Mapping) else [value]


def password_texts() -> list[str]:
    """What is said about passwords that each validator refuses, and its help."""
    user = User(email="anna@skola.example", first_name="password")
    said = []
    for validator in get_default_password_validators():
        said.append(validator.get_help_text())
        for password in ("password", "1234"):
            try:
                validator.validate(password, user)
            except ValidationError as error:
                said.extend(error.messages)
    return said


def said() -> list[str]:
    """Every message that a form here can show, in the active language, always in the same order."""
    of_django = [
        *texts_of(form_fields, "default_error_messages"),
        *texts_of(model_forms, "default_error_messages"),
        *texts_of(models, "default_error_messages"),
        *texts_of(validators, "message", "messages"),
        *TIME_STRINGS.values(),
    ]
    of_allauth = [str(text) for text in get_adapter().error_messages.values()]
    return [str(text % Three()) for text in of_django if isinstance(text, Promise)] + of_allauth + password_texts()


@pytest.mark.parametrize("language", ["lv", "ka"])
def test_every_message_of_a_form_is_translated(language: str) -> None:
    with override("en"):
        english = said()
    with override(language):
        translated = said()
    assert len(english) > 80
    assert {before for before, after in zip(english, translated, strict=True) if before == after} == set()
