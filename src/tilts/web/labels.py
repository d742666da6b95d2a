"""Labels of fields as each script writes them: Georgian has no capital at the beginning of a word."""

from typing import Any

from django.forms import BoundField
from django.forms.renderers import DjangoTemplates


def with_plain_first(text: str) -> str:
    """A text of which the first letter was made a capital that Georgian only uses for whole words (Mtavruli).

    >>> with_plain_first("Ენა")
    'ენა'
    """
    return text[0].lower() + text[1:] if "\u1c90" <= text[:1] <= "\u1cbf" else text


class OwnBoundField(BoundField):
    """Django puts a capital before the name of a model's field; this takes it back where the script has none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label = with_plain_first(str(self.label))


class FormRenderer(DjangoTemplates):
    """That of every form."""

    bound_field_class = OwnBoundField
