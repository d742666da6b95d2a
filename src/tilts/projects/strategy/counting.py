"""What agreements, projects and awards count to, and the partners there have been; registered when the app is ready."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.agreements.drafting.rows import as_agreed
from tilts.agreements.living.queries import covers_of
from tilts.agreements.models import Party
from tilts.agreements.queries import concluded
from tilts.core.places import country_name
from tilts.partners.life import beginnings
from tilts.partners.models import Partner
from tilts.projects.models import Award, Project, ProjectOrganisation, ProjectStep
from tilts.projects.strategy.rules import Adds, Counted
from tilts.projects.strategy.sources import Scope, Source, register

#: States of a project that was granted once.
_GRANTED = (Project.State.GRANTED, Project.State.RUNNING, Project.State.CLOSED)


def register_all() -> None:
    """Called once, when the app is ready."""
    for each in (
        Source("partners", _("Partners worked with so far"), _partners(lambda _scope, _country: True), Adds.NOT),
        Source(
            "partners_in_priority_regions",
            _("Partners in priority regions, worked with so far"),
            _partners(lambda scope, country: country in scope.countries),
            Adds.NOT,
        ),
        Source("countries", _("Countries worked with so far"), _countries, Adds.NOT),
        Source("agreements_in_force", _("Agreements in force at the end of the year"), _agreements_in_force, Adds.NOT),
        Source("agreements_signed", _("Agreements signed"), _agreements_signed),
        Source("projects_applied", _("Projects applied for"), _projects(Project.State.APPLIED)),
        Source("projects_granted", _("Projects granted"), _projects_granted),
        Source("awards", _("Awards"), _awards),
    ):
        register(each)
    beginnings.register("agreements", _beginnings_of_agreements)
    beginnings.register("projects", _beginnings_of_projects)


def _partners(wanted: Callable[[Scope, str], bool]) -> Callable[[Scope], Iterator[Counted]]:
    def find(scope: Scope) -> Iterator[Counted]:
        first = beginnings.beginnings()
        for partner in Partner.objects.filter(pk__in=first):
            if wanted(scope, partner.country):
                yield from _since(first[partner.pk], scope, str(partner), partner.get_absolute_url())

    return find


def _countries(scope: Scope) -> Iterator[Counted]:
    first, language = beginnings.beginnings(), get_language() or "en"
    days: dict[str, date] = {}
    for pk, country in Partner.objects.filter(pk__in=first).values_list("pk", "country"):
        days[country] = min(first[pk], days.get(country, first[pk]))
    for country, day in sorted(days.items()):
        url = f"{reverse('partners:list')}?country={country}"
        yield from _since(day, scope, country_name(country, language), url)


def _since(day: date, scope: Scope, label: str, url: str) -> Iterator[Counted]:
    """In the year of that day and in every later one until today."""
    for year in scope.years:
        if day.year <= year <= scope.today.year and day <= scope.last_day:
            yield Counted(year, label, url)


def _agreements_in_force(scope: Scope) -> Iterator[Counted]:
    for year in scope.years:
        day = min(date(year, 12, 31), scope.today)
        if day.year != year:
            continue
        for agreement, covers in covers_of(concluded(), day).items():
            if any(each.starts_on <= day and (each.ends_on is None or each.ends_on >= day) for each in covers):
                yield Counted(year, str(agreement), agreement.get_absolute_url())


def _agreements_signed(scope: Scope) -> Iterator[Counted]:
    for agreement in as_agreed(concluded().filter(signed_on__range=(scope.first_day, scope.last_day))):
        yield Counted(agreement.signed_on.year, str(agreement), agreement.get_absolute_url())  # type: ignore[union-attr]


def _projects(state: str) -> Callable[[Scope], Iterator[Counted]]:
    def find(scope: Scope) -> Iterator[Counted]:
        steps = ProjectStep.objects.filter(state=state, since__range=(scope.first_day, scope.last_day))
        for step in steps.select_related("project"):
            yield Counted(step.since.year, step.project.title, step.project.get_absolute_url())

    return find


def _projects_granted(scope: Scope) -> Iterator[Counted]:
    """By the day of the grant; a project that was granted and has no such day counts in the year it begins."""
    yield from _projects(Project.State.GRANTED)(scope)
    known = ProjectStep.objects.filter(state=Project.State.GRANTED).values("project")
    in_time = Q(state__in=_GRANTED, starts_on__range=(scope.first_day, scope.last_day))
    for project in Project.objects.filter(in_time).exclude(pk__in=known):
        yield Counted(project.starts_on.year, project.title, project.get_absolute_url())


def _awards(scope: Scope) -> Iterator[Counted]:
    for award in Award.objects.filter(year__range=(scope.years[0], scope.last_day.year)):
        yield Counted(award.year, str(award), reverse("projects:standing"))


def _beginnings_of_agreements() -> Iterable[tuple[int, date]]:
    parties = Party.objects.exclude(partner=None).filter(agreement__in=concluded().values("pk"))
    return parties.exclude(agreement__signed_on=None).values_list("partner", "agreement__signed_on")


def _beginnings_of_projects() -> Iterable[tuple[int, date]]:
    organisations = ProjectOrganisation.objects.filter(project__state__in=_GRANTED)
    return organisations.values_list("partner", "project__starts_on")
