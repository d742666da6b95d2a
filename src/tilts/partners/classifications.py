"""Fields of education: ISCED-F 2013 (UNESCO), in the language of the page.

The English labels are those of the classification; the Latvian and Georgian ones are translations made for Tilts.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.utils import translation

from tilts.core.languages import text_for

ISCED_FILE: Final = Path(__file__).parent / "data" / "isced_f_2013.csv"


@dataclass(frozen=True)
class Field:
    """A field of education: 2 digits broad, 3 narrow, 4 detailed."""

    code: str
    labels: Mapping[str, str]  # by language, English always

    @property
    def label(self) -> str:
        """In the language of the page, English where there is no other.

        >>> with translation.override("lv"):
        ...     field("1013").label
        'Viesnīcas, restorāni un ēdināšana'
        """
        return text_for(self.labels, translation.get_language() or "en")[0]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


@cache
def fields() -> dict[str, Field]:
    """Every field by its code, in the order of the classification."""
    with ISCED_FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code"])
    return {row["code"]: Field(row["code"], _labels(row)) for row in rows}


def _labels(row: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix("label_"): label for key, label in row.items() if key.startswith("label_") and label}


def field(code: str) -> Field | None:
    """The field of this code, None where there is none.

    >>> str(field("1013"))
    '1013 Hotel, restaurants and catering'
    """
    return fields().get(code)


def fields_by_area() -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices for a form: the narrow and detailed fields below the broad one they belong to."""
    return [
        (
            str(broad),
            [(inner.code, str(inner)) for inner in fields().values() if len(inner.code) > 2 and inner.code[:2] == code],
        )
        for code, broad in fields().items()
        if len(code) == 2
    ]
