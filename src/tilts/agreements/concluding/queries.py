"""Reads: the session of an agreement in everybody's time, its calendar file, its envelope."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts.models import Membership, User
from tilts.accounts.schools import current_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.queries import versions_of, who_signs
from tilts.agreements.drafting.rows import last_signed
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.agreements.rules import is_on_its_way
from tilts.core.places import country_name
from tilts.core.zones import zone_of
from tilts.mail.actions import sender_address, uid_of
from tilts.mail.calendars import Attendee, Event, invitation
from tilts.signing.models import Envelope
from tilts.signing.queries import envelope_of

#: The kind of paper by which signing knows agreements.
KIND = "agreements.agreement"


def session_of(agreement: Agreement) -> SigningSession | None:
    """The session in which it is signed, where one is planned."""
    return SigningSession.objects.filter(agreement=agreement).first()


def coming_session(agreement: Agreement) -> SigningSession | None:
    """The same while it lies ahead or was no longer ago than yesterday: what is signed anew is met for anew."""
    session = session_of(agreement)
    if session is None or session.ends_at <= timezone.now() - timedelta(days=1):
        return None
    return None if _was_for_what_is_signed(session, agreement) else session


def _was_for_what_is_signed(session: SigningSession, agreement: Agreement) -> bool:
    """Was it planned, or moved last, before the change that is on its way was first proposed?"""
    signed = last_signed(agreement)
    if signed is None or agreement.is_copy or not is_on_its_way(agreement.stands):
        return False
    change = versions_of(agreement).filter(position__gt=signed.position).last()
    return change is None or session.changed_at < change.made_at


def envelope_for(agreement: Agreement) -> Envelope | None:
    """The envelope in which it was last sent to sign."""
    return envelope_of(KIND, agreement.pk)


@dataclass(frozen=True)
class LocalTime:
    """A moment as the clocks of a country show it."""

    place: str  # the country, in the reader's language
    zone: str
    at: datetime  # in that zone


def local_times(session: SigningSession, language: str) -> list[LocalTime]:
    """When it begins for each party, each clock once, the school's own first."""
    found: dict[str, LocalTime] = {}
    for party, _who in who_signs(session.agreement):
        place = party.partner or current_school()
        zone = zone_of(place.country)
        found.setdefault(
            zone, LocalTime(country_name(place.country, language), zone, session.starts_at.astimezone(ZoneInfo(zone)))
        )
    return sorted(found.values(), key=lambda each: each.zone != zone_of(current_school().country))


def described(session: SigningSession, language: str, *, with_names: bool = True) -> str:
    """What a calendar tells of it: where, the agenda, who signs in which order."""
    with override(language):
        where = f"{session.platform}: {session.url}" if session.url else session.platform
        order = [
            f"{who.position if who else number}. {_in_order(party, who, language, with_names=with_names)}"
            for number, (party, who) in enumerate(who_signs(session.agreement), start=1)
        ]
        agenda = [f"– {line}" for line in session.wording("agenda", language).splitlines() if line.strip()]
        parts = [
            [where],
            [_("Agenda") + ":", *agenda] if agenda else [],
            [_("Order of signing") + ":", *order],
        ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _in_order(party: Party, who: Signatory | None, language: str, *, with_names: bool) -> str:
    name = name_of_party(party, language)
    told = [who.wording("office", language), who.name if with_names else ""] if who else []
    return ": ".join(filter(None, [name, ", ".join(filter(None, told))]))


def calendar_of(session: SigningSession, language: str, *, is_cancelled: bool = False) -> bytes:
    """The calendar file of a session, for whoever signs; the same for all but in their language."""
    school, agreement = current_school(), session.agreement
    attendees = [Attendee(who.email, who.name) for _party, who in who_signs(agreement) if who is not None and who.email]
    event = Event(
        uid=uid_of("signing", session.pk),
        title=session.title_in(language),
        starts=session.starts_at,
        ends=session.ends_at,
        zone=zone_of(school.country),
        place=session.url or session.platform,
        url=session.url,
        text=described(session, language),
    )
    return invitation(
        event,
        made_at=session.changed_at,
        organiser=Attendee(school.email or sender_address(), school.text("name", language)),
        attendees=attendees,
        sequence=session.sequence,
        is_cancelled=is_cancelled,
    )


def user_of(party: Party, who: Signatory) -> User | None:
    """The account of who signs for the school itself, found by the address."""
    if party.partner_id is not None or not who.email:
        return None
    found = Membership.objects.filter(school=current_school(), user__email__iexact=who.email).select_related("user")
    membership = found.first()
    return membership.user if membership else None
