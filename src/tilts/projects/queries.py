"""Reads: projects of the school, their parts, and the programmes they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import get_language

from tilts.accounts.in_languages import is_called
from tilts.accounts.models import School, User
from tilts.core.names import search_key
from tilts.core.prefixes import begins
from tilts.funding.loading import tables_for
from tilts.funding.rules import KINDS, MoneyCheck, RateKind, Tables, check_money
from tilts.projects.models import (
    OwnProgramme,
    Project,
    ProjectLink,
    ProjectOrganisation,
    ProjectRate,
    ProjectResponsible,
    ProjectStep,
)
from tilts.projects.programmes import programmes
from tilts.projects.rules import Remark, reference_key, remarks_on
from tilts.web.slots import Found

#: Of a call that nothing is known of, as the annexes of most calls number them.
_USUAL_GROUPS = ("1", "2", "3")
_USUAL_DAYS = (1, 15)


def projects(search: str = "") -> QuerySet[Project]:
    """The school's projects, the newest first; with `search`, those whose reference begins so, or of which
    words of the title do, in any language.
    """
    found = Project.objects.select_related("own_programme")
    if search_key(search):
        found = found.filter(is_called(search) | begins("reference_key", reference_key(search)))
    return found


def programmes_in_use() -> list[tuple[str, str]]:
    """The programmes that the school has projects of, each as a value of the filter and its name."""
    language = get_language() or "en"
    used = set(Project.objects.exclude(programme="").order_by().values_list("programme", flat=True).distinct())
    own = OwnProgramme.objects.filter(pk__in=Project.objects.exclude(own_programme=None).values("own_programme"))
    return [
        *((code, programme.title(language)) for code, programme in programmes().items() if code in used),
        *((own_value(programme), str(programme)) for programme in own),
    ]


def own_value(programme: OwnProgramme) -> str:
    """How one of the school's own programmes is named among the known ones."""
    return f"own-{programme.pk}"


def own_programmes() -> QuerySet[OwnProgramme]:
    """The programmes that the school added, by name."""
    return OwnProgramme.objects.all()


def organisations_of(project: Project) -> QuerySet[ProjectOrganisation]:
    """The partners of a project with their roles."""
    return ProjectOrganisation.objects.filter(project=project).select_related("partner")


def rates_of(project: Project) -> QuerySet[ProjectRate]:
    """The daily rates entered from the grant agreement of a project."""
    return ProjectRate.objects.filter(project=project)


def steps_of(project: Project) -> QuerySet[ProjectStep]:
    """When a project came into which state, the earliest first."""
    return ProjectStep.objects.filter(project=project)


def links_of(project: Project) -> QuerySet[ProjectLink]:
    """The pages about a project."""
    return ProjectLink.objects.filter(project=project)


def responsible_for(project: Project) -> QuerySet[ProjectResponsible]:
    """Who answers for a project, by name."""
    return ProjectResponsible.objects.filter(project=project).select_related("user")


def users_of(school: School) -> QuerySet[User]:
    """Who works for the school, by name: they can answer for a project."""
    return User.objects.filter(memberships__school=school).distinct().order_by("last_name", "first_name", "pk")


def money_of(project: Project) -> MoneyCheck:
    """Whether the project's money adds up."""
    return check_money(project.total_eur, project.grant_eur, project.cofinancing_eur, project.grant_percent)


def reference_remarks(project: Project) -> tuple[Remark, ...]:
    """What is unusual about the project's reference. A programme of the school's own has no usual form."""
    if project.own_programme is not None:
        return ()
    parts = project.reference_parts
    agencies = tables_for(parts.call_year).national_agencies if parts is not None else frozenset()
    return remarks_on(project.reference, project.known_programme, programmes(), agencies)


@dataclass(frozen=True)
class EnteredRates:
    """The rates entered for learners or for staff: by country group, one for each first day or None."""

    participant: RateKind
    days: tuple[int, ...]
    rows: tuple[tuple[str, tuple[ProjectRate | None, ...]], ...]


def entered_rates(rates: Iterable[ProjectRate]) -> tuple[EnteredRates, ...]:
    """The rates as small tables; who has none has no table."""
    known = {(rate.participant, rate.country_group, rate.from_day): rate for rate in rates}
    return tuple(_entered_rates(kind, known) for kind in KINDS if any(each == kind for each, _, _ in known))


def _entered_rates(kind: RateKind, known: dict[tuple[str, str, int], ProjectRate]) -> EnteredRates:
    own = [(group, day) for participant, group, day in known if participant == kind]
    days = tuple(sorted({day for _, day in own}))
    groups = sorted({group for group, _ in own})
    return EnteredRates(
        kind, days, tuple((group, tuple(known.get((kind, group, day)) for day in days)) for group in groups)
    )


@dataclass(frozen=True)
class RateRow:
    """The rates of one country group: its countries, and by first day what is published where the call's table is."""

    group: str
    countries: tuple[str, ...]
    published: dict[int, Decimal]


@dataclass(frozen=True)
class RateTable:
    """All rates that can be entered for learners or for staff."""

    participant: RateKind
    days: tuple[int, ...]
    rows: tuple[RateRow, ...]


def rate_tables(project: Project) -> tuple[RateTable, ...]:
    """Which rates the annex of a project's grant agreement has: by the call's groups and days, and what is entered."""
    parts, entered = project.reference_parts, list(rates_of(project))
    tables = tables_for(parts.call_year) if parts is not None else Tables(0)
    return tuple(_rate_table(kind, project, tables, entered) for kind in KINDS)


def _rate_table(kind: RateKind, project: Project, tables: Tables, entered: list[ProjectRate]) -> RateTable:
    own = [rate for rate in entered if rate.participant == kind]
    groups = tables.groups_of(kind) or dict.fromkeys(_USUAL_GROUPS, ())
    days = tables.first_days(kind) if kind in tables.tier_days else _USUAL_DAYS
    return RateTable(
        participant=kind,
        days=tuple(sorted({*days, *(rate.from_day for rate in own)})),
        rows=tuple(
            RateRow(group, groups.get(group, ()), _published(kind, group, project, tables))
            for group in sorted({*groups, *(rate.country_group for rate in own)})
        ),
    )


def _published(kind: RateKind, group: str, project: Project, tables: Tables) -> dict[int, Decimal]:
    parts = project.reference_parts
    if parts is None:
        return {}
    sector = tables.actions.get(parts.action_with_field, "")
    tiers = tables.daily_rates.get((parts.national_agency, sector, kind, group), ())
    return {tier.from_day: tier.rate.value for tier in tiers if isinstance(tier.rate.value, Decimal)}


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: projects with their reference."""
    return [Found(each.title, each.get_absolute_url(), each.reference) for each in projects(text)[:most]]
