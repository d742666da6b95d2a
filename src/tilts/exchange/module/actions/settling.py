"""Settling what the module has otherwise: taken over here, or put on the list of what is to be typed there."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tilts.core.names import search_key
from tilts.exchange.module.countries import countries_by_word
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleFinding, ModuleNumber
from tilts.exchange.module.queries import OF_A_PERSON, flow_for
from tilts.exchange.module.rules.records import Value
from tilts.exchange.module.rules.values import to_value
from tilts.mobilities.actions import take_in
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.queries import activities_of
from tilts.people.models import Person
from tilts.people.queries import known_people
from tilts.projects.models import Project


class CannotTake(Exception):
    """What the module has can't be taken over; the message is a sentence."""


@transaction.atomic
def change_here(finding: ModuleFinding) -> None:
    """Let Tilts have what the module has: a value, a person, or no such stay. Once, even for two clicks.

    Raises CannotTake: then nothing has changed.
    """
    locked = ModuleFinding.objects.select_for_update(of=("self",)).filter(pk=finding.pk).first()
    if locked is None:
        return
    match locked.kind:
        case ModuleFinding.Kind.DIFFERENT if locked.mobility is not None:
            _take_value(locked, locked.mobility)
        case ModuleFinding.Kind.ONLY_THERE:
            _take_person(locked)
        case ModuleFinding.Kind.ONLY_HERE if locked.mobility is not None:
            _cancel(locked.mobility)
        case _:
            raise CannotTake(_("This is worked out by Tilts, or known of the whole group: change it at its source."))
    locked.delete()


def mark_to_type(finding: ModuleFinding) -> None:
    """Ours is right: it goes on the list of what is to be put right in the module."""
    ModuleFinding.objects.filter(pk=finding.pk).update(is_to_type=True)


def mark_all_to_type(project: Project, kind: str) -> int:
    """The same for all open ones of a kind; how many."""
    return ModuleFinding.objects.filter(project=project, kind=kind, is_to_type=False).update(is_to_type=True)


def leave_open(finding: ModuleFinding) -> None:
    """Take it off that list again."""
    ModuleFinding.objects.filter(pk=finding.pk).update(is_to_type=False)


def _take_value(finding: ModuleFinding, mobility: Mobility) -> None:
    value = _meant(finding.field, finding.theirs)
    if value is None:
        raise CannotTake(_("“%(text)s” can't be read.") % {"text": finding.theirs})
    if name := OF_A_PERSON.get(finding.field):
        person = mobility.person
        setattr(person, name, value)
        _check(person, name)
        person.save()
    elif finding.field in {"start_date", "end_date"} and isinstance(value, date):
        _take_day(mobility, finding.field, value)
    else:
        raise CannotTake(_("This is worked out by Tilts, or known of the whole group: change it at its source."))


def _take_day(mobility: Mobility, field: str, day: date) -> None:
    """Into the attended days once the stay took place, else into the planned ones."""
    is_first = field == "start_date"
    if mobility.state == Mobility.State.DONE:
        name = "attended_from" if is_first else "attended_until"
        value: date | None = day
    else:
        name = "own_starts_on" if is_first else "own_ends_on"
        common = mobility.flow.starts_on if is_first else mobility.flow.ends_on
        value = day if day != common else None
    setattr(mobility, name, value)
    if not _in_order(mobility):
        raise CannotTake(_("The last day would lie before the first day. Take the other day over first."))
    mobility.save(update_fields=[name])


def _in_order(mobility: Mobility) -> bool:
    if mobility.state == Mobility.State.DONE:
        first, last = mobility.attended_from, mobility.attended_until
    else:
        first = mobility.own_starts_on or mobility.flow.starts_on
        last = mobility.own_ends_on or mobility.flow.ends_on
    return first is not None and last is not None and first <= last


def _take_person(finding: ModuleFinding) -> None:
    """Into the one flow that it can be, as a person who is known or a new one."""
    flow = flow_for(finding)
    values = {
        name: value
        for field, name in OF_A_PERSON.items()
        if (text := finding.person.get(field)) and (value := _meant(field, text)) is not None
    }
    if flow is None or not values.keys() >= {"family_name", "given_names", "born_on"}:
        raise CannotTake(_("It can't be told who this is, or which flow it belongs to: take the person in by hand."))
    key = search_key(f"{values['family_name']} {values['given_names']}"), values["born_on"]
    person = known_people([key]).get(key)  # type: ignore[list-item, arg-type]
    if person is None:
        person = Person(kind=_kind(flow), **values)
        _check(person, *values)
        person.save()
    take_in(flow, [person])
    mobility = Mobility.objects.select_related("flow").get(flow=flow, person=person)
    for field in ("start_date", "end_date"):
        day = _meant(field, finding.person.get(field, ""))
        if isinstance(day, date) and mobility.state == Mobility.State.PLANNED:
            setattr(mobility, "own_starts_on" if field == "start_date" else "own_ends_on", day)
    if mobility.own_starts_on == flow.starts_on:
        mobility.own_starts_on = None
    if mobility.own_ends_on == flow.ends_on:
        mobility.own_ends_on = None
    mobility.save(update_fields=["own_starts_on", "own_ends_on"])
    if finding.number and not ModuleNumber.objects.filter(mobility=mobility).exists():
        ModuleNumber.objects.update_or_create(
            project_id=finding.project_id, number=finding.number, defaults={"mobility": mobility, "flow": None}
        )


def _cancel(mobility: Mobility) -> None:
    if mobility.state != Mobility.State.PLANNED:
        raise CannotTake(_("This stay took place. It can't be cancelled."))
    mobility.state = Mobility.State.CANCELLED
    mobility.save(update_fields=["state"])


def _kind(flow: Flow) -> str:
    for activity in activities_of(flow.project):
        if activity.name == flow.activity:
            return Person.Kind.LEARNER if activity.participant == "learner" else Person.Kind.STAFF
    return Person.Kind.LEARNER


def _meant(field: str, text: str) -> Value | None:
    return to_value(text, dictionary().fields[field].kind, dictionary(), countries_by_word()) if text else None


def _check(person: Person, *names: str) -> None:
    """Raises CannotTake where a value does not fit its field."""
    try:
        person.clean_fields(exclude={field.name for field in person._meta.fields} - set(names))
    except ValidationError as error:
        raise CannotTake(" ".join(error.messages)) from error
