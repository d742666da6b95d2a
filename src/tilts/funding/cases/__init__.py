"""A case as JSON in, its grant as JSON out, explained: what `tilts grant` answers.

A category is worked out when the case gives its figures: travel from a distance, legs or towns, individual support from
days, organisational support from an action with its activity. What the case asks beyond these, and every key or value
that can't be read, becomes a problem of its own; nothing is passed over in silence. Sentences are in the active
language.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tilts.core.money import format_eur
from tilts.funding.cases.erasmus import INPUTS, Answer, erasmus
from tilts.funding.cases.inputs import Inputs, refused, told
from tilts.funding.cases.others import NORDPLUS_INPUTS, SHARE_INPUTS, nordplus_answer, share_answer
from tilts.funding.sentences import as_json, plain_number

ERASMUS: Final = "erasmus+"
#: Programme → the inputs that say something for it.
PROGRAMMES: Final = {ERASMUS: INPUTS, "nordplus": NORDPLUS_INPUTS, "eea-norway": SHARE_INPUTS}

Earlier = dict[tuple[Any, ...], int]  # participants that a list of cases has had so far, by project and activity


def answer(given: object) -> dict[str, Any]:
    """The grant of a case, or of each case under `cases` with the totals of all; for the inputs see docs/funding.

    A malformed case is answered with its problems, never with an exception. In a list the organisational support of an
    activity counts on from case to case.
    """
    earlier: Earlier = {}
    if isinstance(given, Mapping) and "cases" in given:
        cases = given["cases"]
        if set(given) != {"cases"} or not isinstance(cases, list):
            return refused([told("case_malformed")])
        return _together([_answer(case, earlier) for case in cases])
    return _answer(given, earlier)


def _answer(given: object, earlier: Earlier) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        return refused([told("case_malformed")])
    inputs = Inputs(given)
    programme = inputs.text("programme").lower() or ERASMUS
    if programme not in PROGRAMMES:
        inputs.tell("programme_unknown", value=programme, wanted=", ".join(sorted(PROGRAMMES)))
        return refused(inputs.problems)
    for key in given.keys() - PROGRAMMES[programme]:
        is_known = any(key in known for known in PROGRAMMES.values())
        inputs.tell("input_not_for" if is_known else "input_unknown", key=key, programme=programme)
    participants = inputs.count("participants") if given.get("participants") is not None else 1
    if participants is not None and participants < 1:
        inputs.malformed("participants", participants, _("it must be 1 or more"))
        participants = None
    if participants is None:
        return refused(inputs.problems)
    match programme:
        case "nordplus":
            found = Answer(*nordplus_answer(inputs))
        case "eea-norway":
            found = Answer(share_answer(inputs))
        case _:
            found = erasmus(inputs, participants, earlier)
    return _joined(found, participants, inputs)


def _joined(found: Answer, participants: int, inputs: Inputs) -> dict[str, Any]:
    """The person's lines for so many persons, then the school's, which count the persons themselves."""
    person, school = as_json(found.person), as_json(found.school)
    lines = [_times(line, participants) if participants > 1 else line for line in person["lines"]] + school["lines"]
    problems = [*inputs.problems, *person["problems"], *school["problems"]]
    statuses = {each["status"] for each, has_lines in ((person, found.person), (school, found.school)) if has_lines}
    status = "impossible" if problems else "provisional" if "provisional" in statuses else "final"
    total = sum((_exact(line["amount_eur"]) for line in lines), Decimal(0))
    return {
        "status": status,
        "total_eur": None if problems else plain_number(total),
        "lines": lines,
        "problems": problems,
        "warnings": [*person["warnings"], *school["warnings"], *inputs.warnings],
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
