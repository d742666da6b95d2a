"""What the public pages show, put together: maps, charts, years, funding marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.agreements.models import Agreement
from tilts.core.names import sort_key
from tilts.core.places import Point, country_name
from tilts.documents.statements import Statement, funding_emblem, funding_statement
from tilts.mobilities.models import Flow
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import Encounter, Partner, PartnerName
from tilts.projects.models import Project
from tilts.public import rules
from tilts.public.rules import Line, Stays
from tilts.public.visits import Visit
from tilts.web.drawing.charts import Bar, draw_bars
from tilts.web.drawing.maps import Map, Spot, draw_map

MOST_ON_MAP = 200


@dataclass(frozen=True)
class Mark:
    """What must be said of the money behind a project: the funder's sentence, and its emblem where it has one."""

    statement: Statement
    emblem: str
    is_translated: bool


def mark_of(project: Project, language: str) -> Mark | None:
    """The mark of a project with a recorded grant, where the funder's wording is on record; else None."""
    if not rules.may_name_the_funder(project.state, project.reference, project.programme):
        return None
    statement = funding_statement(project.programme, language)
    if statement is None:
        return None
    return Mark(statement, funding_emblem(project.programme), statement.language == language)


def marked(projects: Iterable[Project], language: str) -> list[tuple[Project, Mark | None]]:
    """Each project with its mark: a mark never stands for a project beside it."""
    return [(each, mark_of(each, language)) for each in projects]


def name_in(partner: Partner, language: str) -> str:
    """The partner's official name in the reader's language, where it has one besides its own."""
    official = PartnerName.Kind.OFFICIAL
    return next((each.text for each in partner.names.all() if each.kind == official and each.language == language), "")


def country_key(code: str, language: str) -> bytes:
    """Orders countries by their names, as the language does."""
    return sort_key(country_name(code, language), language)


def map_of(visit: Visit, partners: Sequence[Partner], *, description: str) -> Map:
    """The school and its partners; those of one town share a point, which leads to the first of them in the table."""
    towns: dict[tuple[str, str], list[Partner]] = {}
    for partner in partners[:MOST_ON_MAP]:
        towns.setdefault((partner.country, partner.town), []).append(partner)
    return draw_map(
        _home_of(visit),
        [_spot(visit, at_town) for at_town in towns.values()],
        id="map",
        title=_("Map of partners"),
        description=description,
    )


def _home_of(visit: Visit) -> Spot:
    school, town = visit.school, visit.school.text("town", visit.language)
    place = Point(school.latitude, school.longitude)
    return Spot(place, town, f"{visit.name.text}, {town}", country=school.country)


def _spot(visit: Visit, partners: Sequence[Partner]) -> Spot:
    first = partners[0]
    where = f"{first.town}, {country_name(first.country, visit.language)}"
    names = "; ".join(name_in(partner, visit.language) or partner.name for partner in partners)
    alone = len(partners) == 1
    in_table = f"{visit.url('partners')}#partner-{first.pk}"
    url = visit.url("partner", first.pk) if alone else in_table
    return Spot(first.place, first.town, f"{names} ({where})", url, len(partners), first.country, in_table)


def stays_in_words(stays: Stays) -> str:
    """Planned is not done: "17 stays took place", "20 stays planned", or both."""
    said = []
    if stays.done:
        took_place = ngettext("%(count)s stay took place", "%(count)s stays took place", stays.done)
        said.append(took_place % {"count": stays.done})
    if stays.planned:
        planned = ngettext("%(count)s stay planned", "%(count)s stays planned", stays.planned)
        said.append(planned % {"count": stays.planned})
    return ", ".join(said)


def flow_stays(flow: Any, today: date) -> str:
    """What is known of a flow's stays; of a coming one at least how many places it has."""
    stays = Stays(flow.done_count, flow.planned_count)
    if not stays.done and flow.ends_on >= today:
        places = max(flow.seats, stays.planned)
        return ngettext("%(count)s place planned", "%(count)s places planned", places) % {"count": places}
    if stays.planned and flow.ends_on < today:
        return _("%(stays)s (not confirmed yet)") % {"stays": stays_in_words(stays)}
    return stays_in_words(stays) or _("number of stays not recorded")


def chart_of(lines: Sequence[Line], *, id: str, title: str) -> SafeString:
    """Bars of stays: what took place first, then what is planned; the figures say the same."""
    bars = [Bar(line.of, stays_in_words(line.both), (line.both.done, line.both.planned)) for line in lines]
    description = "; ".join(f"{bar.label}: {bar.figure}" for bar in bars)
    return draw_bars(bars, id=id, title=title, description=description)


def named_countries(lines: Iterable[Line], language: str) -> list[Line]:
    """The same lines with the names of the countries."""
    return [Line(country_name(line.of, language), line.outgoing, line.incoming) for line in lines]


@dataclass(frozen=True)
class Event:
    """Something of a year: a flow, a project that begins, a signed agreement, a visit, or what was before Tilts."""

    on: date
    flow: Flow | None = None
    project: Project | None = None
    agreement: Agreement | None = None
    past: PastActivity | None = None
    encounter: Encounter | None = None


def by_years(
    flows: Iterable[Flow],
    projects: Iterable[Project],
    agreements: Iterable[Agreement],
    past: Iterable[PastActivity],
    encounters: Iterable[Encounter] = (),
) -> list[tuple[int, list[Event]]]:
    """What there was with a partner or with all, the latest year first, within a year as it came."""
    events = [
        *(Event(flow.starts_on, flow=flow) for flow in flows),
        *(Event(project.starts_on, project=project) for project in projects),
        *(Event(agreement.signed_on, agreement=agreement) for agreement in agreements if agreement.signed_on),
        *(Event(each.begins_on, past=each) for each in past),
        *(Event(each.on, encounter=each) for each in encounters),
    ]
    years: dict[int, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.on):
        years.setdefault(event.on.year, []).append(event)
    return sorted(years.items(), reverse=True)


def stated_people(past: PastActivity) -> str:
    """The people of an earlier activity by their counts, as they are stated; empty where none is."""
    said = []
    if past.learners:
        said.append(ngettext("%(count)s learner", "%(count)s learners", past.learners) % {"count": past.learners})
    if past.staff:
        staff = ngettext("%(count)s teacher or other staff", "%(count)s teachers or other staff", past.staff)
        said.append(staff % {"count": past.staff})
    if past.others:
        said.append(ngettext("%(count)s guest", "%(count)s guests", past.others) % {"count": past.others})
    if past.in_all:
        said.append(
            ngettext("%(count)s person in all", "%(count)s people in all", past.in_all) % {"count": past.in_all}
        )
    return ", ".join(said)


def _people(count: int) -> str:
    if not count:
        return _("number not stated")
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}


def stated_chart(years: Sequence[rules.Stated]) -> SafeString:
    """Bars of people by year, as they are stated."""
    bars = [
        Bar(
            str(each.year),
            _people(each.people),
            (each.people,),
        )
        for each in years
    ]
    description = "; ".join(f"{bar.label}: {bar.figure}" for bar in bars)
    return draw_bars(bars, id="stated", title=_("People by year, as stated"), description=description)
