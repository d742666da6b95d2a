"""A case of Erasmus+: the person's own categories, and what the school is paid for such persons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from tilts.core.places import distance_km, town
from tilts.funding.cases.inputs import Inputs, told
from tilts.funding.cases.rates import with_given_rates
from tilts.funding.loading import lump_sums_for, tables_for
from tilts.funding.rules import (
    PREPARATORY_VISIT,
    Case,
    Extras,
    Grant,
    Group,
    Participant,
    Problem,
    Tables,
    check_activity,
    individual_support,
    lump_sum,
    organisation,
    together,
)
from tilts.funding.rules import extras as extra_categories
from tilts.funding.rules import journey as journey_of
from tilts.funding.rules.organisation import ANY_ACTIVITY

ROLES: Final = ("participant", "accompanying")
INPUTS: Final = frozenset(
    {"programme", "call_year", "action", "national_agency", "activity", "role", "participants", "green", "rates"}
    | {"sending_country", "sending_town", "receiving_country", "receiving_town", "distance_km", "legs_km"}
    | {"activity_days", "travel_days", "funded_days", "lump_sum_eur"}
    | {"course_days", "fewer_opportunities", "linguistic_support", "real_travel_cost_eur", "domestic_travel_cost_eur"}
    | {"real_inclusion_cost_eur", "visa_and_health_cost_eur", "guarantee_cost_eur"}
)
LUMP_SUM_ACTIONS: Final = ("KA210", "KA220")
_JOURNEY: Final = frozenset(
    {"distance_km", "legs_km", "receiving_town", "real_travel_cost_eur", "domestic_travel_cost_eur"}
)
_DAYS: Final = frozenset({"activity_days", "funded_days"})
_TOO_SHORT_OR_LONG: Final = frozenset({"activity_too_short", "activity_too_long"})


NOTHING: Final = Grant(())


@dataclass(frozen=True)
class Answer:
    """What one person is granted, and what the school is paid for all persons of the case together."""

    person: Grant
    school: Grant = NOTHING


def erasmus(inputs: Inputs, participants: int, earlier: dict[tuple[Any, ...], int]) -> Answer:
    """The categories that the case asks for, answered each by itself.

    earlier: participants of the same activity and project in the cases before; those of this one are added.
    """
    call_year = inputs.count("call_year")
    if inputs.given.get("call_year") is None:
        inputs.tell("input_missing", key="call_year")
    if call_year is None:
        return Answer(Grant(()))
    action = inputs.text("action").upper()
    if action.startswith(LUMP_SUM_ACTIONS):
        return Answer(NOTHING, lump_sum(action, inputs.cost("lump_sum_eur"), call_year, lump_sums_for(call_year)))
    tables = with_given_rates(tables_for(call_year), inputs)
    if inputs.text("activity") == PREPARATORY_VISIT:
        return Answer(Grant(()), together(organisation(_group(inputs, tables, participants, 0), tables)))
    person = _person(inputs, tables)
    school = _school(inputs, tables, participants, earlier)
    if not _asks_for_anything(inputs.given):
        inputs.tell("nothing_asked")
    return Answer(person, school)


def _asks_for_anything(given: Mapping[str, Any]) -> bool:
    asked = {"course_days", "linguistic_support", "fewer_opportunities", "visa_and_health_cost_eur"}
    asked |= {"real_inclusion_cost_eur", "guarantee_cost_eur"}
    return bool((_JOURNEY | _DAYS | asked) & given.keys()) or bool(given.get("action"))


def _person(inputs: Inputs, tables: Tables) -> Grant:
    given = inputs.given
    asks_travel = bool(_JOURNEY & given.keys())
    asks_support = bool(_DAYS & given.keys())
    case, activity_problems = _case(inputs, tables)
    answers = []
    if asks_travel:
        answers.append(journey_of(case, tables))
    elif asks_support:
        inputs.warnings.append(told("travel_not_asked"))
    if asks_support:
        answers.append(_individual_support(inputs, case, tables))
    elif asks_travel:
        inputs.warnings.append(told("individual_support_not_asked"))
    answers += extra_categories(case, tables)
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


def _individual_support(inputs: Inputs, case: Case, tables: Tables) -> Grant:
    """Without rates given with the case, its agency and receiving country must be known to find the published ones."""
    if tables.entered_rates:
        # Where it is not known on which day another rate begins, the table given with the case says so by itself.
        knows_days = any(sector == tables.actions.get(case.action) for sector, _name in tables.activities)
        return individual_support(case, tables if knows_days or not case.action else replace(tables, tier_days={}))
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


def _case(inputs: Inputs, tables: Tables) -> tuple[Case, tuple[Problem, ...]]:
    """The case as the rules take it, and what is wrong with its action and activity."""
    action, activity, role = _action(inputs, tables), inputs.text("activity"), inputs.text("role") or "participant"
    if role not in ROLES:
        inputs.malformed("role", role, _("it must be one of %(choices)s") % {"choices": ", ".join(ROLES)})
    problems: tuple[Problem, ...] = ()
    if action and action not in tables.actions:
        problems = (Problem("action_unknown", {"action": action, "call_year": tables.call_year}),)
    funded_days, activity_days = inputs.count("funded_days"), inputs.count("activity_days")
    if "activity_days" in inputs.given and "funded_days" in inputs.given:
        inputs.malformed("funded_days", funded_days, _("it stands instead of activity_days and travel_days"))
    # An accompanying person's stay has no limits of its own.
    limits_are_known = any(sector == tables.actions.get(action) for sector, _name in tables.activities)
    if activity and limits_are_known and role == "participant":
        if activity_days is not None:
            problems = check_activity(activity, activity_days, action, tables) if activity_days > 0 else ()
        elif (tables.actions[action], activity) not in tables.activities:
            problems = check_activity(activity, 1, action, tables)
    case = Case(
        call_year=tables.call_year,
        action=action,
        national_agency=inputs.text("national_agency").upper(),
        participant=_participant(activity, role, tables),
        receiving_country=inputs.text("receiving_country").upper(),
        distance_km=_distance(inputs),
        activity_days=activity_days or 0,
        travel_days=inputs.count("travel_days") or 0,
        green=inputs.flag("green"),
        funded_days=funded_days,
        activity=activity,
        extras=_extras(inputs),
    )
    return case, problems


def _action(inputs: Inputs, tables: Tables) -> str:
    """The action's code; its field of education may be left out where the call has the action in one field alone."""
    action = inputs.text("action").upper()
    if action in tables.actions:
        return action
    of_a_field = [known for known in tables.actions if known.startswith(f"{action}-")]
    return of_a_field[0] if len(of_a_field) == 1 else action


def _extras(inputs: Inputs) -> Extras:
    return Extras(
        course_days=inputs.count("course_days") or 0,
        linguistic=inputs.flag("linguistic_support"),
        real_travel_eur=inputs.cost("real_travel_cost_eur"),
        domestic_travel_eur=inputs.cost("domestic_travel_cost_eur"),
        real_inclusion_eur=inputs.cost("real_inclusion_cost_eur"),
        visa_and_health_eur=inputs.cost("visa_and_health_cost_eur"),
        guarantee_eur=inputs.cost("guarantee_cost_eur"),
    )


def _school(inputs: Inputs, tables: Tables, participants: int, earlier: dict[tuple[Any, ...], int]) -> Grant:
    """What the school is paid for them: where the activity is known, or all activities of the action are paid alike."""
    group = _group(inputs, tables, participants, 0)
    is_alike = (tables.actions.get(group.action, ""), ANY_ACTIVITY) in tables.organisational
    if is_alike or (group.action in tables.actions and group.activity):
        same = (group.call_year, group.action, group.national_agency, group.activity)
        group = _group(inputs, tables, participants, earlier.get(same, 0))
        if not group.is_accompanying:
            earlier[same] = group.before + participants
        return together(organisation(group, tables))
    if group.fewer_opportunities:
        return together(each for each in organisation(group, tables) if _is_inclusion(each))
    return Grant(())


def _is_inclusion(answer: Grant) -> bool:
    return any(line.category == "inclusion_support_organisations" for line in answer.lines) or any(
        problem.values.get("category") == "inclusion_support_organisations" or "fewer_opportunities" in problem.values
        for problem in answer.problems
    )


def _group(inputs: Inputs, tables: Tables, participants: int, before: int) -> Group:
    fewer = inputs.given.get("fewer_opportunities")
    count = participants if fewer is True else 0 if fewer in (None, False) else inputs.count("fewer_opportunities") or 0
    return Group(
        call_year=tables.call_year,
        action=_action(inputs, tables),
        national_agency=inputs.text("national_agency").upper(),
        activity=inputs.text("activity"),
        participants=participants,
        before=before,
        receiving_country=inputs.text("receiving_country").upper(),
        fewer_opportunities=count,
        is_accompanying=inputs.text("role") == "accompanying",
    )


def _participant(activity: str, role: str, tables: Tables) -> Participant:
    if role == "accompanying":
        return "accompanying"
    kinds = {known.participant for (_sector, name), known in tables.activities.items() if name == activity}
    return "staff" if kinds == {"staff"} else "learner"


def _distance(inputs: Inputs) -> Decimal | None:
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
        if any(number <= 0 for number in known):
            inputs.malformed("legs_km", legs, _("each leg must be longer than 0 km"))
            return None
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
