"""The values of a case as it comes from JSON, each read once by its kind; and how what is wrong with them is told."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.funding.rules import is_whole_cents

MOST: Final = 1_000_000_000  # beyond it no number of a case can be meant
SHOWN: Final = 60  # characters of a value that a sentence repeats

_PROBLEMS: Final[Mapping[str, Promise]] = {
    "case_malformed": _lazy(
        "A case must be a JSON object with its inputs, and “cases”, alone, a list of such objects."
    ),
    "input_unknown": _lazy("There is no input “%(key)s”. Check its spelling."),
    "input_missing": _lazy("The input “%(key)s” is missing."),
    "input_malformed": _lazy("The input “%(key)s” can't be %(value)s: %(wanted)s."),
    "programme_unknown": _lazy("Grants of the programme “%(value)s” can't be worked out. Known: %(wanted)s."),
    "input_not_for": _lazy("“%(key)s” says nothing for %(programme)s. Leave it out."),
    "town_unknown": _lazy("There is no town “%(value)s” in %(country)s in the list. Give the distance instead."),
    "nothing_asked": _lazy("Neither a distance nor days are given, so there is nothing to work out."),
    "travel_not_asked": _lazy("No distance is given, so no travel is worked out."),
    "individual_support_not_asked": _lazy("No days are given, so no individual support is worked out."),
}


@dataclass
class Inputs:
    """The case's values, each read once by its kind; what can't be read becomes a problem and is None."""

    given: Mapping[str, Any]
    problems: list[dict[str, str]] = field(default_factory=list)
    warnings: list[dict[str, str]] = field(default_factory=list)

    def tell(self, code: str, **values: object) -> None:
        if len(str(values.get("key", ""))) > SHOWN:
            values["key"] = f"{str(values['key'])[:SHOWN]}…"
        self.problems.append(told(code, **values))

    def malformed(self, key: str, value: object, wanted: str) -> None:
        self.tell("input_malformed", key=key, value=shown(value), wanted=wanted)

    def text(self, key: str) -> str:
        value = self.given.get(key)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.malformed(key, value, _("it must be a text"))
        return ""

    def count(self, key: str) -> int | None:
        value = self.given.get(key)
        if value is None:
            return None
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if is_whole and abs(value) <= MOST:
            return int(value)
        self.malformed(key, value, self._too_large() if is_whole else _("it must be a whole number"))
        return None

    def _too_large(self) -> str:
        return _("nothing in a grant is as large as that")

    def flag(self, key: str) -> bool:
        value = self.given.get(key)
        if value is not None and not isinstance(value, bool):
            self.malformed(key, value, _("it must be true or false"))
        return value is True

    def number(self, key: str, value: object) -> Decimal | None:
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            try:
                number = Decimal(str(value))
            except InvalidOperation:
                number = Decimal("NaN")
            if number.is_finite() and abs(number) > MOST:
                self.malformed(key, value, self._too_large())
                return None
            if number.is_finite():
                return number
        self.malformed(key, value, _("it must be a number"))
        return None

    def cost(self, key: str) -> Decimal | None:
        """An amount of the case itself, None where it gives none."""
        value = self.given.get(key)
        return None if value is None else self.amount(key, value)

    def amount(self, key: str, value: object) -> Decimal | None:
        """EUR, 0 or more, in whole cents."""
        number = self.number(key, value)
        if number is None or (number >= 0 and is_whole_cents(number)):
            return number
        self.malformed(key, value, _("it must be an amount in EUR, 0 or more, in whole cents"))
        return None

    def rows(
        self, key: str, value: object, wanted: set[str], optional: set[str]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """The rows of a table, each with its place; a table that is none, or a row without its keys, is told."""
        if not isinstance(value, list) or not value:
            self.malformed(key, value, _("it must be a list of rows"))
            return
        for number, row in enumerate(value):
            place = f"{key}[{number}]"
            if not isinstance(row, dict) or not wanted <= row.keys() <= wanted | optional:
                self.malformed(place, row, _("it must have %(keys)s") % {"keys": ", ".join(sorted(wanted))})
            else:
                yield place, row


def shown(value: object) -> str:
    """The value as JSON writes it, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=float)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def told(code: str, **values: object) -> dict[str, str]:
    return {"code": code, "problem": str(_PROBLEMS[code]) % values}


def refused(problems: list[dict[str, str]]) -> dict[str, Any]:
    return {"status": "impossible", "total_eur": None, "lines": [], "problems": problems, "warnings": []}
