"""Writes: who travels, and the order to print."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.core.bulk import insert_like
from tilts.core.spans import Span
from tilts.jobs.actions import start_work
from tilts.jobs.models import Work
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.papers.records import OrderRecord
from tilts.people.models import Person

PAPERS = "mobilities.papers"


@transaction.atomic
def take_in(flow: Flow, people: Iterable[Person], role: str = Mobility.Role.PARTICIPANT) -> int:
    """Take people into a flow; how many were not in it yet. Who is stays as they are."""
    people = list(people)
    Flow.objects.select_for_update(no_key=True).get(pk=flow.pk)
    inside = set(Mobility.objects.filter(flow=flow).values_list("person_id", flat=True))
    new = dict.fromkeys(person.pk for person in people if person.pk not in inside)
    insert_like(Mobility(flow=flow, role=role), ["person_id"], ([key] for key in new))
    return len(new)


class PapersKept(Exception):
    """Supporting papers of the stay are kept, or it is in a sample: it can be cancelled, not removed."""


def take_out(mobility: Mobility) -> None:
    """Take somebody out of a flow; the person stays known. Raises PapersKept."""
    try:
        mobility.delete()
    except ProtectedError as error:
        raise PapersKept(
            _("Supporting papers of this stay are kept, or it is in a desk check. Set it to “cancelled” instead.")
        ) from error


@transaction.atomic
def put_back(mobility: Mobility) -> None:
    """Bring a stay back that was taken out, as it was. Raises IntegrityError where the person is in the flow again."""
    Flow.objects.select_for_update(no_key=True).get(pk=mobility.flow_id)
    mobility.save(force_insert=True)


@transaction.atomic
def confirm_attendance(flow: Flow, attended: Span) -> int:
    """Everybody still planned took part in these days; how many. Who is done or cancelled stays as they are."""
    count = 0
    for mobility in Mobility.objects.select_for_update(of=("self",)).filter(flow=flow, state=Mobility.State.PLANNED):
        mobility.state = Mobility.State.DONE
        mobility.attended_from, mobility.attended_until = attended.starts_on, attended.ends_on
        mobility.save(update_fields=["state", "attended_from", "attended_until"])
        count += 1
    return count


def print_papers(
    flow: Flow,
    *,
    language: str,
    by: User | None,
    kinds: Iterable[Kind] = tuple(Kind),
    order: OrderRecord | None = None,
    tell_by_mail: bool = False,
    shows_accounts: bool = False,
) -> Work:
    """Have papers of a flow made in the background; a mail may say when they are ready.

    language: one, or two side by side such as "lv+en". order: the number and day the school gives the director's order.
    shows_accounts: `by` may see whole account numbers, so they stand in the grant agreements, and only who may see them
    opens these papers; otherwise they are masked.
    """
    wanted = set(kinds)
    options = {"papers_in": language, "kinds": ",".join(kind.value for kind in Kind if kind in wanted)}
    if order and order.number:
        options["order_number"] = order.number
    if order and order.dated_on:
        options["order_on"] = order.dated_on.isoformat()
    if tell_by_mail:
        options["tell"] = "mail"
    permission = "mobilities.print"
    if shows_accounts and Kind.GRANT in wanted:
        options["accounts"], permission = "whole", "people.bank"
    return start_work(PAPERS, subject_id=flow.pk, permission=permission, by=by, **options)
