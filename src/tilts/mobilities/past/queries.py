"""Reads: what was done before Tilts, and what was done with a partner in which year."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, groupby

from django.db.models import Q, QuerySet

from tilts.accounts.in_languages import is_called
from tilts.core.places import countries_named
from tilts.mobilities.models import Flow
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import Partner, PartnerGroup
from tilts.partners.queries import partners
from tilts.web.slots import Found


def past_activities(search: str = "") -> QuerySet[PastActivity]:
    """The school's earlier activities, the newest first.

    With `search`, those of which words of the title begin so, in any language, whose country is named so, or whose
    partner `partners.queries` finds.
    """
    found = PastActivity.objects.select_related("partner", "group", "project")
    if not search.strip():
        return found
    some = partners(search).values("pk")
    groups = PartnerGroup.objects.filter(members__partner__in=some).values("pk")
    by_country = Q(country__in=countries_named(search))
    return found.filter(is_called(search) | by_country | Q(partner__in=some) | Q(group__in=groups))


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: earlier activities with the year of their beginning."""
    return [Found(str(each), each.get_absolute_url(), str(each.begins.year)) for each in past_activities(text)[:most]]


def past_activities_with(partner: Partner) -> QuerySet[PastActivity]:
    """What was done with a partner, alone or in a group."""
    groups = partner.groups.values("group")
    return past_activities().filter(Q(partner=partner) | Q(group__in=groups))


def years_of_past() -> list[int]:
    """The years in which something began, the latest first."""
    return [day.year for day in PastActivity.objects.dates("begins_on", "year", order="DESC")]


def countries_of_past() -> list[str]:
    """The countries that something was done with."""
    named = PastActivity.objects.exclude(country="").order_by("country")
    return list(named.values_list("country", flat=True).distinct())


@dataclass(frozen=True)
class Year:
    """One year of a partner: flows of Tilts, and what is stated of the time before. The two are never added up."""

    year: int
    flows: tuple[Flow, ...] = field(default=())
    past: tuple[PastActivity, ...] = field(default=())


def by_year(flows: Iterable[Flow], past: Iterable[PastActivity]) -> list[Year]:
    """Flows and earlier activities under the year in which they begin, the newest year first."""
    dated = sorted(
        chain(((flow.starts_on, flow) for flow in flows), ((each.begins_on, each) for each in past)),
        key=lambda pair: pair[0],
        reverse=True,
    )
    years = []
    for year, pairs in groupby(dated, key=lambda pair: pair[0].year):
        items = [item for _, item in pairs]
        years.append(
            Year(
                year,
                tuple(item for item in items if isinstance(item, Flow)),
                tuple(item for item in items if isinstance(item, PastActivity)),
            )
        )
    return years
