"""What stays and earlier activities count to in a strategy; registered when the app is ready."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.mobilities.models import Flow, Mobility, PastActivity
from tilts.partners.life import beginnings
from tilts.people.models import Person
from tilts.projects.strategy.rules import Counted
from tilts.projects.strategy.sources import Scope, Source, register

_LEARNER = Q(person__kind=Person.Kind.LEARNER)
_OUT, _IN = Q(flow__direction=Flow.Direction.OUT), Q(flow__direction=Flow.Direction.IN)


def register_all() -> None:
    """Called once, when the app is ready."""
    for name, label, wanted in (
        ("learners_abroad", _("Learners who were abroad"), _OUT & _LEARNER),
        ("staff_abroad", _("Teachers and other staff who were abroad"), _OUT & ~_LEARNER),
        ("guests", _("Learners and staff from abroad at the school"), _IN),
    ):
        register(Source(name, label, _stays(wanted), permission="mobilities.view"))
    register(
        Source(
            "participants_in_priority_regions",
            _("Participants in priority regions"),
            lambda scope: _stays(_OUT & Q(flow__partner__country__in=scope.countries))(scope),
            permission="mobilities.view",
        )
    )
    register(
        Source(
            "past_abroad",
            _("People abroad in earlier activities, as stated"),
            _people_in_the_past,
            permission="mobilities.past",
        )
    )
    beginnings.register("flows", lambda: Flow.objects.values_list("partner", "starts_on"))
    beginnings.register("past", _beginnings_in_the_past)


def _stays(wanted: Q) -> Callable[[Scope], Iterator[Counted]]:
    """Participants whose stay took place, by flow, in the year of their first day; who accompanies does not count."""

    def find(scope: Scope) -> Iterator[Counted]:
        stays = Mobility.objects.filter(
            wanted,
            role=Mobility.Role.PARTICIPANT,
            state=Mobility.State.DONE,
            attended_from__range=(scope.first_day, scope.last_day),
        ).select_related("flow")
        counts = Counter((stay.attended_from.year, stay.flow) for stay in stays)  # type: ignore[union-attr]
        for (year, flow), number in counts.items():
            yield Counted(year, flow.name, flow.get_absolute_url(), number)

    return find


def _people_in_the_past(scope: Scope) -> Iterator[Counted]:
    """By the counts of each activity: learners and staff where they are told, else the whole."""
    activities = PastActivity.objects.filter(
        direction=PastActivity.Direction.OUT, begins_on__range=(scope.first_day, scope.last_day)
    )
    for each in activities:
        told = [number for number in (each.learners, each.staff, each.others) if number is not None]
        number = sum(told) if told else each.in_all
        if number:
            yield Counted(each.begins_on.year, str(each), each.get_absolute_url(), number)


def _beginnings_in_the_past() -> Iterable[tuple[int, date]]:
    yield from PastActivity.objects.exclude(partner=None).values_list("partner", "begins_on")
    with_groups = PastActivity.objects.exclude(group=None)
    yield from with_groups.values_list("group__members__partner", "begins_on")
