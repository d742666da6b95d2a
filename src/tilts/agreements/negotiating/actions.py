"""Writes: asking the other side, what it says, and the office's answers."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy, override

from tilts.accounts.links import make_link, revoke_links
from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.agreements.actions import locked
from tilts.agreements.drafting.actions import StillMissing, agree, drop_change, propose, word_clause
from tilts.agreements.drafting.content import ClauseText, clauses_of
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import latest
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.models import Agreement, Party
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.agreements.negotiating.queries import agreed_sides, dropped_version, negotiators_of, text_read
from tilts.agreements.negotiating.rules import left_alone, merged, undoes
from tilts.agreements.negotiating.sentences import dropped_sentence
from tilts.agreements.rules import NotPossible
from tilts.mail.actions import write_letter
from tilts.mail.models import OutgoingMail

PURPOSE = "agreements.negotiating"
#: A link works so long; with each new version a new one is sent.
LINK_DAYS = 60

BY_LINK = gettext_lazy("by personal link")


class TextChanged(Exception):
    """What somebody wants to agree to is not the text that is proposed now."""


class NewerWording(Exception):
    """The clause was worded anew since the other side read it: taking the proposal over would undo that."""

    def __init__(self, clause: ClauseText) -> None:
        self.clause = clause
        self.seal = _seal(clause)
        super().__init__(clause.key)


class AlreadyAnswered(NotPossible):
    """Somebody was quicker with the answer."""


@transaction.atomic
def propose_to_all(agreement: Agreement) -> Version:
    """Propose the text as it is, and send it to everybody who was asked. Raises NotPossible, StillMissing."""
    version = propose(agreement)
    for negotiator in negotiators_of(agreement):
        _send(negotiator, version)
    return version


@transaction.atomic
def drop_for_all(agreement: Agreement) -> Agreement:
    """Drop the change, and tell everybody who was sent what was proposed of it. Raises NotPossible, StillMissing.

    Who had agreed to it is bound no more: should the same text be proposed again, they are asked anew.
    """
    agreement = drop_change(agreement)
    dropped = dropped_version(agreement)
    Negotiator.objects.filter(agreement=agreement, agreed_to=dropped).update(agreed_to=None, agreed_at=None)
    for negotiator in negotiators_of(agreement):
        if dropped and OutgoingMail.objects.filter(intent=_intent("proposal", dropped, negotiator)).exists():
            _tell_dropped(negotiator, dropped)
    return agreement


@transaction.atomic
def invite(negotiator: Negotiator) -> Negotiator:
    """Ask somebody of the other side to read the text; where it is proposed, the mail goes out at once."""
    negotiator.save()
    version = latest(negotiator.agreement)
    if version is not None and negotiator.agreement.state == Agreement.State.PROPOSED:
        _send(negotiator, version)
    return negotiator


def link_for(negotiator: Negotiator) -> str:
    """A new link for one person, to be copied or mailed."""
    expires_at = timezone.now() + timedelta(days=LINK_DAYS)
    return make_link(PURPOSE, subject_id=negotiator.pk, expires_at=expires_at)


@transaction.atomic
def end_talks_with(negotiator: Negotiator) -> None:
    """Ask somebody no more: the links end at once. What was said stays, without a name."""
    revoke_links(PURPOSE, negotiator.pk)
    negotiator.delete()


def _send(negotiator: Negotiator, version: Version) -> None:
    until = timezone.localdate() + timedelta(days=LINK_DAYS)
    with override(negotiator.language):
        write_letter(
            "agreements/proposal",
            language=negotiator.language,
            intent=_intent("proposal", version, negotiator),
            to=negotiator.email,
            title=negotiator.agreement.wording("title", negotiator.language),
            school=current_school().text("name", negotiator.language),
            number=version.position,
            link=link_for(negotiator),
            until=date_format(until, "DATE_FORMAT"),
        )


def _tell_dropped(negotiator: Negotiator, version: Version) -> None:
    with override(negotiator.language):
        write_letter(
            "agreements/dropped",
            language=negotiator.language,
            intent=_intent("dropped", version, negotiator),
            to=negotiator.email,
            title=negotiator.agreement.wording("title", negotiator.language),
            number=version.position,
            sentence=dropped_sentence(version),
            link=link_for(negotiator),
        )


def _intent(what: str, version: Version, negotiator: Negotiator) -> str:
    """Once for each proposal: what was dropped and is proposed again as it was is told again."""
    ended = f":{version.pk}:{negotiator.pk}"
    times = OutgoingMail.objects.filter(intent__regex=rf"^dropped{ended}(:\d+)?$").count()
    return f"{what}{ended}:{times}" if times else f"{what}{ended}"


# What the other side does


def mark_seen(negotiator: Negotiator) -> None:
    """Keep that somebody has looked at the text."""
    Negotiator.objects.filter(pk=negotiator.pk).update(seen_at=timezone.now())


@transaction.atomic
def say(
    version: Version,
    *,
    clause_key: str,
    text: str,
    wording: Mapping[str, str] | None = None,
    negotiator: Negotiator | None = None,
) -> Remark:
    """Comment on a clause or propose another wording. version: the one that was read, not always the last.

    negotiator: None for the school's own office.
    """
    remark = Remark.objects.create(
        agreement=version.agreement,
        negotiator=negotiator,
        version=version,
        clause_key=clause_key,
        text=text,
        wording=dict(wording or {}),
        by=str(negotiator.party)[:300] if negotiator else current_school().name,
        is_theirs=negotiator is not None,
        state=Remark.State.OPEN if negotiator else Remark.State.TAKEN,
    )
    if negotiator:
        _tell_office(version.agreement, f"remark:{remark.pk}")
    return remark


@transaction.atomic
def agree_by_link(negotiator: Negotiator, content_hash: str) -> bool:
    """Agree to a text, named by its hash; True once every party of the other side has, and the text is agreed.

    Raises TextChanged where another version is proposed meanwhile, NotPossible where nothing is proposed.
    """
    agreement = Agreement.objects.select_for_update().get(pk=negotiator.agreement_id)
    version = latest(agreement)
    if agreement.state != Agreement.State.PROPOSED or version is None:
        raise NotPossible(agreement.state)
    if version.content_hash != content_hash:
        raise TextChanged
    negotiator.agreed_to, negotiator.agreed_at = version, timezone.now()
    negotiator.save(update_fields=["agreed_to", "agreed_at"])
    _tell_office(agreement, f"agreed:{version.pk}:{negotiator.pk}")
    try:
        with override(current_school().language):
            agree(agreement, how=str(BY_LINK), agreed_sides=agreed_sides(agreement))
    except StillMissing:  # others are still to agree, or the office is rewording it
        return False
    return True


def agree_for(party: Party, content_hash: str) -> None:
    """One party agrees in another way than by its link: as if each of its own contacts who may had done so."""
    for negotiator in negotiators_of(party.agreement).filter(party=party, may_agree=True):
        try:
            agree_by_link(negotiator, content_hash)
        except (TextChanged, NotPossible):
            return


def _tell_office(agreement: Agreement, what: str) -> None:
    school = current_school()
    with override(school.language):
        for membership in Membership.objects.filter(school=school, role=Role.COORDINATOR).select_related("user"):
            write_letter(
                "agreements/negotiation_news",
                language=membership.user.language or school.language,
                intent=what,
                to=membership.user.email,
                title=agreement.wording("title", membership.user.language or school.language),
            )


# What the office answers


@transaction.atomic
def take_over(remark: Remark, answer: str = "", *, over: str = "") -> list[str]:
    """Word the clause as the other side proposes; the text is then to be proposed anew.

    Returns the languages of the clause that were left as they were while another one was reworded.

    over: the seal of a newer wording that may be undone, because somebody saw both and chose. Raises AlreadyAnswered,
    NotPossible where the text is fixed or the clause gone, NewerWording.
    """
    remark, alone = _still_open(remark), []
    if remark.wording:
        agreement = locked(remark.agreement)
        clause = next((each for each in clauses_of(agreement) if each.key == remark.clause_key), None)
        if not agreement.may_be_written or clause is None:
            raise NotPossible(agreement.state)
        if over != _seal(clause) and _is_newer(clause, remark):
            raise NewerWording(clause)
        word_clause(agreement, clause.key, clause.titles, merged(clause.texts, remark.wording))
        alone = left_alone(clause.texts, remark.wording)
    _close(remark, Remark.State.TAKEN, answer)
    return alone


def _is_newer(clause: ClauseText, remark: Remark) -> bool:
    return clause.is_left_out or undoes(text_read(remark), clause.texts, remark.wording)


def _seal(clause: ClauseText) -> str:
    """Names a clause exactly as it stands now."""
    return content_hash({"texts": clause.texts, "is_left_out": clause.is_left_out})


@transaction.atomic
def decline(remark: Remark, answer: str) -> None:
    """Leave the clause as it is, and say why. Raises AlreadyAnswered."""
    _close(_still_open(remark), Remark.State.DECLINED, answer)


def _still_open(remark: Remark) -> Remark:
    """The remark, held to the end of the transaction: of two who answer the second is told."""
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    if remark.state != Remark.State.OPEN:
        raise AlreadyAnswered(remark.state)
    return remark


def _close(remark: Remark, state: Remark.State, answer: str) -> None:
    remark.state, remark.answer, remark.answered_at = state, answer.strip(), timezone.now()
    remark.save(update_fields=["state", "answer", "answered_at"])
