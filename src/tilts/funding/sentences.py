"""The sentences of a grant, in the reader's language: what each line pays and why, and how to mend a problem.

Every sentence is whole, so that a translator can turn it round; figures are written as the language does. Labels stand
between brackets or behind a colon, in their basic form.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.languages import format_number
from tilts.core.money import format_eur
from tilts.core.places import country_codes, country_name
from tilts.funding.rules import ANY_GROUP, DaysAtRate, Grant, Line, ParameterUse, Problem, ProblemCode, Reason

CATEGORIES: Final[Mapping[str, Promise]] = {
    "travel": _lazy("Travel"),
    "individual_support": _lazy("Individual support"),
}

PARTICIPANTS: Final[Mapping[str, Promise]] = {
    "learner": _lazy("learner"),
    "staff": _lazy("member of staff"),
    "accompanying": _lazy("accompanying person"),
}

ACTIVITIES: Final[Mapping[str, Promise]] = {
    "learner_traineeship": _lazy("Traineeship of learners"),
    "erasmuspro": _lazy("Long traineeship of learners (ErasmusPro)"),
    "staff": _lazy("Mobility of staff"),
    "vet_skills_competition": _lazy("Skills competition"),
    "group_mobility_vet_learners": _lazy("Group mobility of learners"),
    "group_mobility_pupils": _lazy("Group mobility of pupils"),
    "short_term_learner": _lazy("Short-term mobility of learners"),
    "long_term_learner": _lazy("Long-term mobility of learners"),
    "long_term_learner_erasmuspro": _lazy("Long-term mobility of learners (ErasmusPro)"),
    "job_shadowing": _lazy("Job shadowing"),
    "teaching_or_training_assignment": _lazy("Teaching or training assignment"),
    "courses_and_training": _lazy("Courses and training"),
    "invited_expert": _lazy("Invited expert"),
    "hosting_teacher_in_training": _lazy("Hosting a teacher in training"),
}

STATUSES: Final[Mapping[str, Promise]] = {
    "final": _lazy("final"),
    "provisional": _lazy("provisional: a figure is not confirmed"),
    "impossible": _lazy("not known: a figure is missing"),
}

_PROBLEMS: Final[Mapping[ProblemCode, Promise]] = {
    "call_year_unknown": _lazy(
        "The call year can't be read from the project reference “%(reference)s”, so no rates are known. Write it as in "
        "the grant agreement, like 2021-1-LV01-KA121-VET-000012345."
    ),
    "action_unknown": _lazy(
        "The action %(action)s is not known for call %(call_year)s. Choose the action that the grant agreement names."
    ),
    "national_agency_unknown": _lazy(
        "There is no national agency %(national_agency)s. Its code is the third part of the project reference, such "
        "as LV01."
    ),
    "country_unknown": _lazy("There is no country with the code “%(country_code)s”. Choose the receiving country."),
    "country_group_missing": _lazy(
        "%(country)s has no country group for %(action)s, call %(call_year)s. Check whether the grant agreement allows "
        "stays there."
    ),
    "distance_missing": _lazy("The distance is not known. Enter the towns of departure and arrival, or the distance."),
    "distance_not_positive": _lazy(
        "A distance of %(distance_km)s km can't be right. Enter the distance one way, from town to town."
    ),
    "distance_too_far": _lazy(
        "A distance of %(distance_km)s km can't be right: no two places on Earth are farther apart than "
        "%(farthest_km)s km. Enter the distance one way."
    ),
    "distance_near_edge": _lazy(
        "%(distance_km)s km is close to %(edge_km)s km, where the travel grant changes from %(below_eur)s to "
        "%(above_eur)s. Check the distance with the funder's own calculator."
    ),
    "distance_very_far": _lazy("%(distance_km)s km is unusually far. Check that it is the distance one way."),
    "travel_rate_missing": _lazy(
        "The travel grants of call %(call_year)s are not known. Look in the annex of your grant agreement."
    ),
    "activity_days_not_positive": _lazy(
        "The activity can't last %(activity_days)s days. Check its first and its last day."
    ),
    "travel_days_negative": _lazy(
        "There can't be %(travel_days)s travel days. Check the days of departure and return."
    ),
    "funded_days_not_positive": _lazy("A grant can't be paid for %(funded_days)s days. Check the days of the stay."),
    "travel_days_limit_missing": _lazy(
        "How many travel days call %(call_year)s pays for is not known. Look in the annex of your grant agreement."
    ),
    "daily_rate_missing": _lazy(
        "The daily rate for country group %(country_group)s is not known (%(participant)s, %(country)s, call "
        "%(call_year)s, agency %(national_agency)s). Enter the daily rates of your grant agreement's annex on the "
        "project's page."
    ),
    "later_daily_rate_missing": _lazy(
        "The daily rate from day %(from_day)s on is not known for country group %(country_group)s (%(participant)s, "
        "%(country)s, call %(call_year)s, agency %(national_agency)s). Enter the daily rates of your grant agreement's "
        "annex on the project's page."
    ),
    "stay_beyond_rates": _lazy(
        "The daily rates of call %(call_year)s (%(participant)s) end with day %(last_day)s of a stay, and here "
        "%(funded_days)s days would be paid. Shorten the stay, or enter the rate for the days behind on the project's "
        "page."
    ),
    "activity_unknown": _lazy("%(action)s of call %(call_year)s has no activity “%(activity)s”. Choose another one."),
    "activity_too_short": _lazy(
        "%(activity)s: %(activity_days)s days is too short, it takes at least %(least_days)s. Move the first or the "
        "last day, or ask the agency when a participant has fewer opportunities."
    ),
    "activity_too_long": _lazy(
        "%(activity)s: %(activity_days)s days is too long, it takes at most %(most_days)s. Move the first or the last "
        "day, or choose another activity."
    ),
}


# In calls without country groups the group is the country itself, and the sentence says so.
_PROBLEMS_OF_A_COUNTRY: Final[Mapping[ProblemCode, Promise]] = {
    "daily_rate_missing": _lazy(
        "The daily rate for %(country)s is not known (%(participant)s, call %(call_year)s, agency "
        "%(national_agency)s). Enter the daily rates of your grant agreement's annex on the project's page."
    ),
    "later_daily_rate_missing": _lazy(
        "The daily rate from day %(from_day)s on is not known for %(country)s (%(participant)s, call %(call_year)s, "
        "agency %(national_agency)s). Enter the daily rates of your grant agreement's annex on the project's page."
    ),
}


def category_label(category: str) -> str:
    return str(CATEGORIES[category])


def activity_label(activity: str) -> str:
    """The activity in words; one that is not known is shown as it was written."""
    return str(ACTIVITIES.get(activity, activity))


def status_label(status: str) -> str:
    """What a grant's status means for the reader."""
    return str(STATUSES[status])


def line_sentence(line: Line) -> str:
    """Why a line pays what it pays, so that the reader can redo the sum by hand."""
    return _REASONS[line.reason](line)


def problem_sentence(problem: Problem) -> str:
    """What is wrong and what to do about it; serves problems and warnings."""
    sentence = _PROBLEMS[problem.code]
    if "country_group" in problem.values and _is_without_group(problem.values):
        sentence = _PROBLEMS_OF_A_COUNTRY.get(problem.code, sentence)
    return str(sentence) % _worded(problem.values)


def as_json(grant: Grant) -> dict[str, Any]:
    """The grant as `tilts grant` answers, ready for json.dumps; sentences are in the active language."""
    return {
        "status": grant.status,
        "total_eur": None if grant.total_eur is None else plain_number(grant.total_eur),
        "lines": [
            {
                "category": line.category,
                "amount_eur": plain_number(line.amount_eur),
                "explanation": line_sentence(line),
                "parameters": [_parameter(used) for used in line.parameters],
            }
            for line in grant.lines
        ],
        "problems": [{"code": each.code, "problem": problem_sentence(each)} for each in grant.problems],
        "warnings": [{"code": each.code, "problem": problem_sentence(each)} for each in grant.warnings],
    }


def _travel_too_near(line: Line) -> str:
    return _("%(distance)s km one way: travel of less than %(edge)s km is not paid.") % {
        "distance": _number(line.values["distance_km"]),
        "edge": _number(line.values["to_km"]),
    }


def _travel_standard(line: Line) -> str:
    return _("%(distance)s km one way, band %(band)s: %(amount)s for the return trip.") % _travel_values(line)


def _travel_green(line: Line) -> str:
    return _(
        "%(distance)s km one way, band %(band)s: %(amount)s for the return trip, the amount for green travel."
    ) % _travel_values(line)


def _travel_green_as_standard(line: Line) -> str:
    return _(
        "%(distance)s km one way, band %(band)s: %(amount)s for the return trip. This band pays no more for green "
        "travel."
    ) % _travel_values(line)


def _travel_values(line: Line) -> dict[str, str]:
    from_km, to_km = line.values["from_km"], line.values["to_km"]
    if isinstance(to_km, int):
        band = _("%(from_km)s to %(to_km)s km") % {"from_km": _number(from_km), "to_km": _number(to_km - 1)}
    else:
        band = _("%(from_km)s km and more") % {"from_km": _number(from_km)}
    return {"distance": _number(line.values["distance_km"]), "band": band, "amount": _eur(line.amount_eur)}


def _individual_support(line: Line) -> str:
    values = line.values
    split: Iterable[DaysAtRate] = values["split"]  # type: ignore[assignment]
    sentences = [
        _("%(sum)s = %(amount)s.")
        % {"sum": " + ".join(_days_at_rate(part) for part in split), "amount": _eur(line.amount_eur)},
        _whose_rate(values),
    ]
    sentences += [
        _("From day %(from_day)s of the stay the rate is %(rate)s.")
        % {"from_day": part.from_day, "rate": _eur(part.eur_per_day)}
        for part in split
        if part.from_day > 1
    ]
    if "funded_days" in values:
        sentences.append(_("Days paid: %(funded_days)s.") % values)
    elif values["travel_days"] == values["travel_days_asked"]:
        sentences.append(
            _("Days paid: %(activity_days)s of the activity and %(travel_days)s of travel.") % values
            if values["travel_days"]
            else _("Days paid: %(activity_days)s, all of the activity.") % values
        )
    else:
        sentences.append(
            _(
                "Days paid: %(activity_days)s of the activity and %(travel_days)s of travel; of %(travel_days_asked)s "
                "travel days no more are funded."
            )
            % values
        )
    if values["is_example"]:
        sentences.append(_("The daily rate is an example, not taken from a grant agreement."))
    return " ".join(sentences)


def _whose_rate(values: Mapping[str, object]) -> str:
    shown = {
        "group": values["country_group"],
        "country": _country(values["country"]),
        "participant": PARTICIPANTS[str(values["participant"])],
    }
    if not values["country_group"]:
        return _("Daily rate (%(participant)s).") % shown
    if _is_without_group(values):
        return _("Daily rate of the country (%(country)s, %(participant)s).") % shown
    return _("Daily rate of country group %(group)s (%(country)s, %(participant)s).") % shown


def _is_without_group(values: Mapping[str, object]) -> bool:
    """Whether the rate is one country's, as in the calls that had no groups for learners, or everybody's."""
    return values["country_group"] in (ANY_GROUP, values["country"])


def _days_at_rate(part: DaysAtRate) -> str:
    return ngettext("%(days)s day × %(rate)s", "%(days)s days × %(rate)s", part.days) % {
        "days": part.days,
        "rate": _eur(part.eur_per_day),
    }


_REASONS: Final[Mapping[Reason, Callable[[Line], str]]] = {
    "travel_too_near": _travel_too_near,
    "travel_standard": _travel_standard,
    "travel_green": _travel_green,
    "travel_green_as_standard": _travel_green_as_standard,
    "individual_support_by_day": _individual_support,
}


def _worded(values: Mapping[str, object]) -> dict[str, object]:
    """The values as a sentence shows them: by their names, what each is says how it is written."""
    return {name: _word(name, value) for name, value in values.items()}


def _word(name: str, value: object) -> object:
    if name.endswith("_eur"):
        return _eur(value)
    if name.endswith("_km"):
        return _number(value)
    if name == "country":
        return _country(value)
    if name == "participant":
        return PARTICIPANTS[str(value)]
    if name == "activity":
        return activity_label(str(value))
    return value


def _country(code: object) -> str:
    return country_name(str(code), _language()) if code in country_codes() else str(code)


def _eur(amount: object) -> str:
    return format_eur(Decimal(str(amount)), _language())


def _number(number: object) -> str:
    return format_number(Decimal(str(number)), _language())


def _language() -> str:
    return get_language() or "en"


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
