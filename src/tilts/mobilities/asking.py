"""Asking each participant for what no class list holds, by a personal link: mailed, copied, or printed as a slip."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tilts.accounts.links import make_link, revoke_links
from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.documents.typesetting import typeset
from tilts.mail.actions import write_letter
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.link_slips import SlipRecord, link_slips
from tilts.mobilities.queries import mobilities_of
from tilts.people.rules import is_minor

PURPOSE = "mobilities.answers"
#: A link works so long; whoever needs it later gets a new one.
LINK_DAYS = 30


@dataclass(frozen=True)
class Asked:
    """How many mails were written, and who has no address one could be sent to."""

    mails: int
    without_address: tuple[Mobility, ...]


def waiting(flow: Flow) -> list[Mobility]:
    """Who has not answered yet; nobody whose stay is cancelled or over."""
    return [
        mobility
        for mobility in mobilities_of(flow)
        if mobility.answered_at is None and mobility.state == Mobility.State.PLANNED
    ]


def groups_for(mobility: Mobility) -> list[str]:
    """What is asked of this person, see `people.answers.GROUPS`: of a minor also who answers for them."""
    minor = is_minor(mobility.person.born_on, mobility.span.starts_on)
    return ["bank", "document", "emergency", "contact", *(["guardian"] if minor else []), "needs"]


@transaction.atomic
def ask_by_mail(flow: Flow) -> Asked:
    """Mail a personal link to everybody who has not answered: for a minor to the guardians, if they have an address."""
    mails, without = 0, []
    for mobility in waiting(flow):
        addresses = _addresses(mobility, flow)
        if not addresses:
            without.append(mobility)
        for address, language in addresses:
            _write(mobility, flow, address, language)
            mails += 1
    return Asked(mails, tuple(without))


@transaction.atomic
def link_for(mobility: Mobility) -> str:
    """A new link for one person, to be copied or shown as a code."""
    Mobility.objects.filter(pk=mobility.pk).update(asked_at=timezone.now())
    return make_link(PURPOSE, subject_id=mobility.pk, expires_at=timezone.now() + timedelta(days=LINK_DAYS))


def slips(flow: Flow, school: School, language: str) -> bytes:
    """A page of slips to cut apart, one for each who has not answered: name, code and address."""
    return typeset(link_slips(school.name, flow.name, _slips(waiting(flow)), language))


@transaction.atomic
def take_links_back(mobility: Mobility) -> int:
    """End every open link of a person; how many there were."""
    return revoke_links(PURPOSE, mobility.pk)


@transaction.atomic
def mark_answered(mobility: Mobility) -> None:
    """Keep that this person has answered, and when."""
    Mobility.objects.filter(pk=mobility.pk).update(answered_at=timezone.now())


def _slips(mobilities: Iterable[Mobility]) -> list[SlipRecord]:
    return [SlipRecord(str(mobility.person), mobility.person.group, link_for(mobility)) for mobility in mobilities]


def _addresses(mobility: Mobility, flow: Flow) -> list[tuple[str, str]]:
    """E-mail address and language of whom to ask."""
    school, person = current_school(), mobility.person
    if is_minor(person.born_on, flow.starts_on):
        guardians = [(guardian.email, guardian.language) for guardian in person.guardians.all() if guardian.email]
        if guardians:
            return [(email, language or school.language) for email, language in guardians]
    return [(person.email, school.language)] if person.email else []


def _write(mobility: Mobility, flow: Flow, address: str, language: str) -> None:
    with override(language):
        until = date_format(timezone.localdate() + timedelta(days=LINK_DAYS), "DATE_FORMAT")
    write_letter(
        "mobilities/answers",
        language=language,
        # A second asking is another mail: the day tells it from the first.
        intent=f"answers:{mobility.pk}:{timezone.localdate().isoformat()}",
        to=address,
        school=current_school().name,
        flow=flow.name,
        name=mobility.person,
        link=link_for(mobility),
        until=until,
    )
