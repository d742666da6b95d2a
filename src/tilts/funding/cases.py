"""A case as JSON in, its grant as JSON out, explained: what `tilts grant` answers.

A category is worked out when the case gives its figures: travel from a distance, legs or towns, individual support from
days. What the case asks beyond these, and every key or value that can't be read, becomes a problem of its own; nothing
is passed over in silence. Sentences are in the active language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final, get_args

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.money import format_eur
from tilts.core.places import distance_km, town
from tilts.funding.loading import tables_for
from tilts.funding.rules import (
    ANY_GROUP,
    KINDS,
    Band,
    Case,
    Category,
    DailyRate,
    Grant,
    ParameterUse,
    Participant,
    Problem,
    Reference,
    Tables,
    check_activity,
    individual_support,
    is_whole_cents,
    travel,
)
from tilts.funding.sentences import as_json, plain_number

PROGRAMMES: Final = frozenset({"erasmus+"})
ROLES: Final = ("participant", "accompanying")

_INPUTS: Final = frozenset(
    {"programme", "call_year", "action", "national_agency", "activity", "role", "participants", "green", "rates"}
    | {"sending_country", "sending_town", "receiving_country", "receiving_town", "distance_km", "legs_km"}
    | {"activity_days", "travel_days", "funded_days"}
)
#: Inputs of cost categories that are not worked out, each with its category.
_OTHER_INPUTS: Final = {
    "real_travel_cost_eur": "exceptional_costs",
    "course_days": "course_fees",
    "fewer_opportunities": "inclusion_support_participants",
}
_TOO_SHORT_OR_LONG: Final = frozenset({"activity_too_short", "activity_too_long"})

_PROBLEMS: Final[Mapping[str, Promise]] = {
    "case_malformed": _lazy(
        "A case must be a JSON object with its inputs, and “cases”, alone, a list of such objects."
    ),
    "input_unknown": _lazy("There is no input “%(key)s”. Check its spelling."),
    "input_missing": _lazy("The input “%(key)s” is missing."),
    "input_malformed": _lazy("The input “%(key)s” can't be %(value)s: %(wanted)s."),
    "programme_unknown": _lazy("Grants of the programme “%(value)s” can't be worked out. Known: %(wanted)s."),
    "category_unknown": _lazy("%(category)s can't be worked out, although “%(key)s” asks for it."),
    "town_unknown": _lazy("There is no town “%(value)s” in %(country)s in the list. Give the distance instead."),
    "nothing_asked": _lazy("Neither a distance nor days are given, so there is nothing to work out."),
    "travel_not_asked": _lazy("No distance is given, so no travel is worked out."),
    "individual_support_not_asked": _lazy("No days are given, so no individual support is worked out."),
}


@dataclass
class _Inputs:
    """The case's values, each read once by its kind; what can't be read becomes a problem and is None."""

    given: Mapping[str, Any]
    problems: list[dict[str, str]] = field(default_factory=list)
    warnings: list[dict[str, str]] = field(default_factory=list)

    def tell(self, code: str, **values: object) -> None:
        self.problems.append(_told(code, **values))

    def malformed(self, key: str, value: object, wanted: str) -> None:
        self.tell("input_malformed", key=key, value=repr(value), wanted=wanted)

    def text(self, key: str) -> str:
        value = self.given.get(key)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.malformed(key, value, _("it must be a text"))
        return ""

    def count(self, key: str) -> int | None:
        value = self.given.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.malformed(key, value, _("it must be a whole number"))
        return None

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
            if number.is_finite():
                return number
        self.malformed(key, value, _("it must be a number"))
        return None

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


def answer(given: object) -> dict[str, Any]:
    """The grant of a case, or of each case under `cases` with the totals of all; for the inputs see docs/funding.

    A malformed case is answered with its problems, never with an exception.
    """
    if isinstance(given, Mapping) and "cases" in given:
        cases = given["cases"]
        if set(given) != {"cases"} or not isinstance(cases, list):
            return _refused([_told("case_malformed")])
        return _together([_answer(case) for case in cases])
    return _answer(given)


def _answer(given: object) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        return _refused([_told("case_malformed")])
    inputs = _Inputs(given)
    for key, category in _not_worked_out(given):
        inputs.tell("category_unknown", key=key, category=category)
    for key in given.keys() - _INPUTS - _OTHER_INPUTS.keys():
        inputs.tell("input_unknown", key=key)
    programme, call_year = inputs.text("programme").lower() or "erasmus+", inputs.count("call_year")
    participants = inputs.count("participants") if given.get("participants") is not None else 1
    if programme not in PROGRAMMES:
        inputs.tell("programme_unknown", value=programme, wanted=", ".join(sorted(PROGRAMMES)))
        return _refused(inputs.problems)
    if given.get("call_year") is None:
        inputs.tell("input_missing", key="call_year")
    if participants is not None and participants < 1:
        inputs.malformed("participants", participants, _("it must be 1 or more"))
        participants = None
    if call_year is None or participants is None:
        return _refused(inputs.problems)
    tables = _with_given_rates(tables_for(call_year), inputs)
    worked_out = as_json(_grant(inputs, tables))
    return _for_all(_with_told(worked_out, inputs), participants)


def _grant(inputs: _Inputs, tables: Tables) -> Grant:
    """The categories that the case asks for, answered each by itself."""
    given = inputs.given
    asks_travel = bool({"distance_km", "legs_km", "receiving_town"} & given.keys())
    asks_support = bool({"activity_days", "funded_days"} & given.keys())
    case, activity_problems = _case(inputs, tables, asks_support=asks_support)
    answers = []
    if asks_travel:
        answers.append(travel(case, tables))
    elif asks_support:
        inputs.warnings.append(_told("travel_not_asked"))
    if asks_support:
        answers.append(_individual_support(inputs, case, tables))
    elif asks_travel:
        inputs.warnings.append(_told("individual_support_not_asked"))
    else:
        inputs.tell("nothing_asked")
    return Grant(
        lines=tuple(line for each in answers for line in each.lines),
        problems=(
            *(each for each in activity_problems if each.code not in _TOO_SHORT_OR_LONG),
            *(problem for each in answers for problem in each.problems),
        ),
        warnings=(
            *(each for each in activity_problems if each.code in _TOO_SHORT_OR_LONG),
            *(warning for each in answers for warning in each.warnings),
        ),
    )


def _individual_support(inputs: _Inputs, case: Case, tables: Tables) -> Grant:
    """Without rates given with the case, its agency and receiving country must be known to find the published ones."""
    if tables.entered_rates:
        return individual_support(case, tables)
    missing = [
        key for key in ("action", "national_agency", "activity", "receiving_country") if not inputs.given.get(key)
    ]
    if inputs.given.get("role") == "accompanying" and "activity" in missing:
        missing.remove("activity")
    for key in missing:
        inputs.tell("input_missing", key=key)
    if missing:
        return Grant(())
    if case.national_agency not in tables.national_agencies:
        return Grant((), (Problem("national_agency_unknown", {"national_agency": case.national_agency}),))
    return individual_support(case, tables) if case.action in tables.actions else Grant(())


def _case(inputs: _Inputs, tables: Tables, *, asks_support: bool) -> tuple[Case, tuple[Problem, ...]]:
    """The case as the rules take it, and what is wrong with its action and activity."""
    action, activity, role = inputs.text("action"), inputs.text("activity"), inputs.text("role") or "participant"
    if role not in ROLES:
        inputs.malformed("role", role, _("it must be one of %(choices)s") % {"choices": ", ".join(ROLES)})
    problems: tuple[Problem, ...] = ()
    if action and action not in tables.actions:
        problems = (Problem("action_unknown", {"action": action, "call_year": tables.call_year}),)
    funded_days, activity_days = inputs.count("funded_days"), inputs.count("activity_days")
    if "activity_days" in inputs.given and "funded_days" in inputs.given:
        inputs.malformed("funded_days", funded_days, _("it stands instead of activity_days and travel_days"))
    # An accompanying person's stay has no limits of its own.
    if activity and action in tables.actions and role == "participant":
        if activity_days is not None:
            problems = check_activity(activity, activity_days, action, tables) if activity_days > 0 else ()
        elif (tables.actions[action], activity) not in tables.activities:
            problems = check_activity(activity, 1, action, tables)
    case = Case(
        call_year=tables.call_year,
        action=action,
        national_agency=inputs.text("national_agency"),
        participant=_participant(activity, role, tables),
        receiving_country=inputs.text("receiving_country").upper(),
        distance_km=_distance(inputs),
        activity_days=activity_days or 0,
        travel_days=inputs.count("travel_days") or 0,
        green=inputs.flag("green"),
        funded_days=funded_days,
    )
    return case, problems


def _participant(activity: str, role: str, tables: Tables) -> Participant:
    if role == "accompanying":
        return "accompanying"
    kinds = {known.participant for (_sector, name), known in tables.activities.items() if name == activity}
    return "staff" if kinds == {"staff"} else "learner"


def _distance(inputs: _Inputs) -> Decimal | None:
    """Kilometres one way: as given, as the sum of the legs, or between the towns."""
    given = inputs.given
    if given.get("distance_km") is not None:
        return inputs.number("distance_km", given["distance_km"])
    if "legs_km" in given:
        legs = given["legs_km"]
        if not isinstance(legs, Sequence) or isinstance(legs, str) or not legs:
            inputs.malformed("legs_km", legs, _("it must be a list of numbers"))
            return None
        numbers = [inputs.number(f"legs_km[{place}]", leg) for place, leg in enumerate(legs)]
        known = [number for number in numbers if number is not None]
        return sum(known, Decimal(0)) if len(known) == len(numbers) else None
    if "receiving_town" not in given:
        return None
    places = []
    for end in ("sending", "receiving"):
        name, country = inputs.text(f"{end}_town"), inputs.text(f"{end}_country").upper()
        for key, value in ((f"{end}_town", name), (f"{end}_country", country)):
            if not value:
                inputs.tell("input_missing", key=key)
        found = town(name, country) if name and country else None
        if name and country and found is None:
            inputs.tell("town_unknown", value=name, country=country)
        places.append(found)
    start, end_place = places
    return None if start is None or end_place is None else distance_km(start.point, end_place.point)


def _with_given_rates(tables: Tables, inputs: _Inputs) -> Tables:
    """The tables with those given under `rates` laid over them."""
    rates = inputs.given.get("rates")
    if rates is None:
        return tables
    if not isinstance(rates, Mapping):
        inputs.malformed("rates", rates, _("it must be an object with a table for each category"))
        return tables
    source = Reference(_("Given with the case"))
    if "travel" in rates:
        tables = replace(tables, bands=_bands(inputs, rates["travel"], source, tables.call_year))
    if "individual_support" in rates:
        tables = tables.with_daily_rates(_daily_rates(inputs, rates["individual_support"], source))
    return tables


def _daily_rates(inputs: _Inputs, table: object, source: Reference) -> list[DailyRate]:
    found: dict[int, Decimal] = {}
    for place, row in inputs.rows("rates.individual_support", table, {"from_day", "eur_per_day"}, set()):
        day, rate = row["from_day"], inputs.amount(f"{place}.eur_per_day", row["eur_per_day"])
        if not isinstance(day, int) or isinstance(day, bool) or day < 1 or day in found:
            inputs.malformed(f"{place}.from_day", day, _("it must be a day of the stay, each once, from 1"))
        elif rate is not None:
            found[day] = rate
    return [DailyRate(kind, ANY_GROUP, day, rate, source) for kind in KINDS for day, rate in found.items()]


def _bands(inputs: _Inputs, table: object, source: Reference, call_year: int) -> tuple[Band, ...]:
    """Bands from the nearest to the farthest; below the first one given nothing is paid."""

    def figure(from_km: int, mode: str, amount: Decimal) -> ParameterUse:
        return ParameterUse(f"travel.from_{from_km}_km.{mode}", amount, "EUR", call_year, "confirmed", source)

    found: dict[int, tuple[ParameterUse, ParameterUse | None]] = {}
    for place, row in inputs.rows("rates.travel", table, {"from_km", "standard_eur"}, {"green_eur"}):
        from_km, standard = row["from_km"], inputs.amount(f"{place}.standard_eur", row["standard_eur"])
        has_green = row.get("green_eur") is not None
        green = inputs.amount(f"{place}.green_eur", row["green_eur"]) if has_green else None
        if not isinstance(from_km, int) or isinstance(from_km, bool) or from_km < 0 or from_km in found:
            inputs.malformed(f"{place}.from_km", from_km, _("it must be whole kilometres, each once, from 0"))
        elif standard is not None:
            found[from_km] = (
                figure(from_km, "standard", standard),
                None if green is None else figure(from_km, "green", green),
            )
    if not found:
        return ()
    found.setdefault(0, (figure(0, "standard", Decimal(0)), None))
    edges = sorted(found)
    return tuple(Band(start, end, *found[start]) for start, end in zip(edges, [*edges[1:], None], strict=True))


def _not_worked_out(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys that ask for a category which is not worked out; an empty one (0, false, null) asks for nothing."""
    for key, category in _OTHER_INPUTS.items():
        if given.get(key):
            yield key, category
    rates = given.get("rates")
    if isinstance(rates, Mapping):
        for category in rates.keys() - set(get_args(Category)):
            yield f"rates.{category}", str(category)


def _told(code: str, **values: object) -> dict[str, str]:
    return {"code": code, "problem": str(_PROBLEMS[code]) % values}


def _refused(problems: list[dict[str, str]]) -> dict[str, Any]:
    return {"status": "impossible", "total_eur": None, "lines": [], "problems": problems, "warnings": []}


def _with_told(answered: dict[str, Any], inputs: _Inputs) -> dict[str, Any]:
    answered = answered | {"warnings": [*answered["warnings"], *inputs.warnings]}
    if not inputs.problems:
        return answered
    problems = [*inputs.problems, *answered["problems"]]
    return answered | {"status": "impossible", "total_eur": None, "problems": problems}


def _for_all(answered: dict[str, Any], participants: int) -> dict[str, Any]:
    """The lines of one person, for so many."""
    if participants == 1:
        return answered
    total = answered["total_eur"]
    return answered | {
        "total_eur": None if total is None else plain_number(_exact(total) * participants),
        "lines": [_times(line, participants) for line in answered["lines"]],
    }


def _times(line: dict[str, Any], participants: int) -> dict[str, Any]:
    language = get_language() or "en"
    each = _exact(line["amount_eur"])
    amount = each * participants
    product = ngettext(
        "%(participants)s participant × %(each)s = %(amount)s.",
        "%(participants)s participants × %(each)s = %(amount)s.",
        participants,
    ) % {
        "participants": participants,
        "each": format_eur(each, language),
        "amount": format_eur(amount, language),
    }
    return line | {"amount_eur": plain_number(amount), "explanation": f"{product} {line['explanation']}"}


def _together(answers: list[dict[str, Any]]) -> dict[str, Any]:
    """All answers, the sum of each category, and the whole; no whole where a case has none."""
    totals: dict[str, Decimal] = {}
    for line in (line for each in answers for line in each["lines"]):
        totals[line["category"]] = totals.get(line["category"], Decimal(0)) + _exact(line["amount_eur"])
    statuses = {each["status"] for each in answers}
    status = next((worst for worst in ("impossible", "provisional") if worst in statuses), "final")
    whole = sum((_exact(each["total_eur"]) for each in answers), Decimal(0)) if status != "impossible" else None
    return {
        "status": status,
        "total_eur": None if whole is None else plain_number(whole),
        "totals_eur": {category: plain_number(amount) for category, amount in totals.items()},
        "cases": answers,
    }


def _exact(number: float) -> Decimal:
    return Decimal(str(number))
