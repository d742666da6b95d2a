"""Fields of education: ISCED-F 2013 (UNESCO), with the English labels of the classification."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ISCED_FILE: Final = Path(__file__).parent / "data" / "isced_f_2013.csv"


@dataclass(frozen=True)
class Field:
    """A field of education: 2 digits broad, 3 narrow, 4 detailed."""

    code: str
    label: str

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


@cache
def fields() -> dict[str, Field]:
    """Every field by its code, in the order of the classification."""
    with ISCED_FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code"])
    return {row["code"]: Field(row["code"], row["label_en"]) for row in rows}


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
