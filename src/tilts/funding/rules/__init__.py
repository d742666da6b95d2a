"""What a programme pays for one person's stay, and why: pure rules over the dated figures of one call year.

A rule answers with amounts, codes and values; `sentences` words them. Figures come as `Tables`, made by `loading` from
the parameter files; a school's own daily rates are laid over them. Nothing here reads a file, the clock or a database.
"""

from tilts.funding.rules.activities import check_activity
from tilts.funding.rules.compare import Change, compare
from tilts.funding.rules.entered import COUNTRY_GROUPS, EnteredValue, figures_of, with_values
from tilts.funding.rules.extras import course_fees, extras, journey, linguistic_support
from tilts.funding.rules.nordplus import NordplusCase, NordplusTables, management, nordplus
from tilts.funding.rules.organisation import PREPARATORY_VISIT, organisation
from tilts.funding.rules.records import (
    ANY_GROUP,
    KINDS,
    STATUSES,
    Case,
    Category,
    Extras,
    Grant,
    GrantStatus,
    Group,
    Line,
    ParameterUse,
    Participant,
    Problem,
    ProblemCode,
    RateKind,
    Reason,
    Reference,
    Status,
    is_whole_cents,
    no_sum,
    together,
)
from tilts.funding.rules.shares import MoneyCheck, Share, check_money, co_financed, lump_sum
from tilts.funding.rules.split import WAYS, LineSplit, Provision, Split, Way, split
from tilts.funding.rules.stay import DaysAtRate, individual_support, split_days
from tilts.funding.rules.tables import (
    Activity,
    Band,
    DailyRate,
    LaterRates,
    Rounding,
    Step,
    Support,
    Tables,
    Tier,
    TierDays,
    bands_from,
)
from tilts.funding.rules.travel import travel

__all__ = [
    "ANY_GROUP",
    "COUNTRY_GROUPS",
    "KINDS",
    "PREPARATORY_VISIT",
    "STATUSES",
    "WAYS",
    "Activity",
    "Band",
    "Case",
    "Category",
    "Change",
    "DailyRate",
    "DaysAtRate",
    "EnteredValue",
    "Extras",
    "Grant",
    "GrantStatus",
    "Group",
    "LaterRates",
    "Line",
    "LineSplit",
    "MoneyCheck",
    "NordplusCase",
    "NordplusTables",
    "ParameterUse",
    "Participant",
    "Problem",
    "ProblemCode",
    "Provision",
    "RateKind",
    "Reason",
    "Reference",
    "Rounding",
    "Share",
    "Split",
    "Status",
    "Step",
    "Support",
    "Tables",
    "Tier",
    "TierDays",
    "Way",
    "bands_from",
    "check_activity",
    "check_money",
    "co_financed",
    "compare",
    "course_fees",
    "extras",
    "figures_of",
    "grant",
    "individual_support",
    "is_whole_cents",
    "journey",
    "linguistic_support",
    "lump_sum",
    "management",
    "nordplus",
    "organisation",
    "split",
    "split_days",
    "together",
    "travel",
    "with_values",
]


def grant(case: Case, tables: Tables) -> Grant:
    """The grant for one person's stay: each cost category answered by itself, its problems beside it.

    What the school is paid for its participants stands apart, in `organisation`. Raises ValueError when the tables are
    of another call year than the case.
    """
    if case.call_year != tables.call_year:
        raise ValueError(f"a case of call {case.call_year} can't be answered by the figures of {tables.call_year}")
    if case.action not in tables.actions:
        return Grant((), (Problem("action_unknown", {"action": case.action, "call_year": case.call_year}),))
    agency = () if case.national_agency in tables.national_agencies else (_agency_unknown(case),)
    return together((*agency, journey(case, tables), individual_support(case, tables), *extras(case, tables)))


def _agency_unknown(case: Case) -> Grant:
    return no_sum("national_agency_unknown", national_agency=case.national_agency)
