"""The sentences of a grant, in the reader's language: what each line pays and why, and how to mend a problem.

Every sentence is whole, so that a translator can turn it round; figures are written as the language does. Labels stand
between brackets or behind a colon, in their basic form.
"""

from decimal import Decimal
from typing import Any

from tilts.funding.rules import Grant, ParameterUse
from tilts.funding.sentences.lines import line_sentence
from tilts.funding.sentences.problems import problem_sentence
from tilts.funding.sentences.split import beyond_sentences, split_sentence
from tilts.funding.sentences.words import (
    ACTIVITIES,
    CATEGORIES,
    PARTICIPANTS,
    activity_label,
    category_label,
    status_label,
)

__all__ = [
    "ACTIVITIES",
    "CATEGORIES",
    "PARTICIPANTS",
    "activity_label",
    "as_json",
    "beyond_sentences",
    "category_label",
    "line_sentence",
    "plain_number",
    "problem_sentence",
    "split_sentence",
    "status_label",
]


def as_json(grant: Grant) -> dict[str, Any]:
    """The grant as `tilts grant` answers, ready for json.dumps; sentences are in the active language."""
    return {
        "status": grant.status,
        "total_eur": None if grant.total_eur is None else plain_number(grant.total_eur),
        "lines": [
            {
                "category": line.category,
                "amount_eur": plain_number(line.amount_eur),
                "recipient": line.recipient,
                "explanation": line_sentence(line),
                "parameters": [_parameter(used) for used in line.parameters],
            }
            for line in grant.lines
        ],
        "problems": [{"code": each.code, "problem": problem_sentence(each)} for each in grant.problems],
        "warnings": [{"code": each.code, "problem": problem_sentence(each)} for each in grant.warnings],
    }


def _parameter(used: ParameterUse) -> dict[str, Any]:
    return {
        "key": used.key,
        "value": plain_number(used.value) if isinstance(used.value, Decimal) else used.value,
        "unit": used.unit,
        "from_call": used.from_call,
        "status": used.status,
        "reference": {"title": used.reference.title, "url": used.reference.url},
        "is_example": used.is_example,
    }


def plain_number(number: Decimal) -> int | float:
    """A JSON number: amounts have cents at most, which a float carries exactly enough to be written back."""
    return int(number) if number == number.to_integral_value() else float(number)
