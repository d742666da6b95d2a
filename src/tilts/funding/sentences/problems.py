"""What is wrong with a case and what to do about it, in the reader's language."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from tilts.funding.rules import Problem, ProblemCode
from tilts.funding.sentences.words import is_without_group, worded

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
    "cost_missing": _lazy(
        "%(category)s: the amount of call %(call_year)s is not known. Look in the annex of your grant agreement."
    ),
    "organisational_support_missing": _lazy(
        "The organisational support for %(activity)s is not known (%(action)s, call %(call_year)s). Look in the annex "
        "of your grant agreement."
    ),
    "course_days_not_positive": _lazy("A course can't last %(course_days)s days. Enter its days without travel."),
    "course_days_beyond_activity": _lazy(
        "The course has %(course_days)s days and the activity only %(activity_days)s. Travel days are no course days: "
        "enter the days of the course alone."
    ),
    "participants_not_positive": _lazy("There can't be %(participants)s participants. Enter 1 or more."),
    "fewer_opportunities_too_many": _lazy(
        "%(fewer_opportunities)s participants with fewer opportunities can't be among %(participants)s participants."
    ),
    "real_cost_not_positive": _lazy("A real cost of %(real_eur)s can't be right. Enter what the receipts add up to."),
    "travel_covers_enough": _lazy(
        "The travel grant of %(grant_eur)s covers %(covered)s of the real cost of %(real_eur)s. Exceptional costs are "
        "paid only where it covers less than %(below)s."
    ),
    "domestic_travel_not_dear": _lazy(
        "Travel within a country of %(real_eur)s adds nothing: it must be dearer than %(above_eur)s, and the call must "
        "pay for it (%(amount_eur)s here)."
    ),
    "too_many_on_a_visit": _lazy(
        "%(participants)s persons are more than the %(most)s that one preparatory visit may have. Check that they "
        "belong to several visits."
    ),
    "nordplus_country": _lazy("%(country)s does not take part in Nordplus. Choose a Nordic or Baltic country."),
    "subsistence_missing": _lazy(
        "Nordplus: what a day costs is not known for “%(activity)s”. Enter the amount of your grant agreement."
    ),
    "lump_sum_unknown": _lazy(
        "%(action)s is paid by a lump sum of %(choices_eur)s. Enter one of them as lump_sum_eur."
    ),
    "lump_sums_missing": _lazy(
        "The lump sums of %(action)s in call %(call_year)s are not known. Look in the annex of your grant agreement."
    ),
    "money_broken": _lazy(
        "%(grant_eur)s of grant and %(cofinancing_eur)s of co-financing do not make the total of %(total_eur)s with "
        "the share given. Check the four figures."
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


def problem_sentence(problem: Problem) -> str:
    """What is wrong and what to do about it; serves problems and warnings."""
    sentence = _PROBLEMS[problem.code]
    if "country_group" in problem.values and is_without_group(problem.values):
        sentence = _PROBLEMS_OF_A_COUNTRY.get(problem.code, sentence)
    return str(sentence) % worded(problem.values)
