"""Takes letters over inside the school they came to."""

import hashlib
import logging
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tilts.accounts.models import Membership, School
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.exchanging.copying import NotTheSame, rebuild
from tilts.agreements.exchanging.models import Correspondent, ReceivedPaper, SchoolLetter
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating.actions import agree_for
from tilts.files.actions import store_file
from tilts.mail.actions import write_letter
from tilts.signing.containers import MEDIA_TYPE

logger = logging.getLogger(__name__)

#: Kinds of files that are kept as what they say they are.
_TYPES = {"application/pdf", MEDIA_TYPE, "image/jpeg", "image/png"}


def take_letters() -> int:
    """Take over every letter that waits for the current school; how many there were.

    One that the database does not accept waits for another try, and with it what came later in its thread.
    """
    taken, held_up = 0, set()
    for number, thread in _waiting().values_list("pk", "thread"):
        if thread in held_up:
            continue
        try:
            taken += _take(number)
        except (OperationalError, InterfaceError):
            raise  # the database is away: all of it is tried again
        except DatabaseError:
            logger.exception("letter %s can't be taken over yet", number)
            held_up.add(thread)
        except Exception:  # whatever is wrong with one letter, the next ones are read
            logger.exception("letter %s can't be taken over", number)
            SchoolLetter.objects.filter(pk=number).update(taken_at=timezone.now(), paper=None, body={})
    return taken


def _waiting() -> Any:
    return SchoolLetter.objects.filter(receiver=current_school(), taken_at=None).order_by("pk")


@transaction.atomic
def _take(number: int) -> bool:
    letter = _waiting().select_for_update().filter(pk=number).first()
    if letter is None:
        return False
    _TAKERS[letter.kind](letter)
    letter.taken_at, letter.paper, letter.body = timezone.now(), None, {}
    letter.save(update_fields=["taken_at", "paper", "body"])
    return True


def _copy_of(letter: SchoolLetter) -> Agreement | None:
    """The copy that the sender may tell of: what a school drafts itself, or another drafts, it may not."""
    agreement = Agreement.objects.select_for_update().filter(thread=letter.thread, is_copy=True).first()
    is_drafter = agreement is not None and agreement.correspondents.filter(other=letter.sender).exists()
    return agreement if is_drafter else None


def _take_standing(letter: SchoolLetter) -> None:
    versions = letter.body["versions"]
    for each in versions:
        if content_hash(each["content"]) != each["hash"]:
            raise NotTheSame(each["hash"])
    is_new = not Agreement.objects.filter(thread=letter.thread).exists()
    agreement = None if is_new else _copy_of(letter)
    if not versions or (agreement is None and not is_new):
        return
    sender = School.objects.get(slug=letter.sender)
    before = (agreement.notice_given_on, agreement.notice_until) if agreement else None
    agreement = rebuild(agreement, letter.body, sender, letter.thread)
    if is_new:
        Correspondent.objects.create(agreement=agreement, other=sender.slug)
    agreement.correspondents.update(may_agree=letter.body.get("may_agree", False), stopped_on=None)
    notice = (agreement.notice_given_on, agreement.notice_until)
    if notice not in {(None, None), before} and not agreement.notice_by_us:
        _tell_of_notice(agreement, sender)


def _tell_of_notice(agreement: Agreement, sender: School) -> None:
    """A letter to each coordinator: the other school has given notice."""
    school, given, until = current_school(), agreement.notice_given_on, agreement.notice_until
    for membership in Membership.objects.filter(school=school, role=Role.COORDINATOR).select_related("user"):
        language = membership.user.language or school.language
        with override(language):
            write_letter(
                "agreements/notice",
                language=language,
                intent=f"notice:{agreement.pk}:{given}:{until}",
                to=membership.user.email,
                title=agreement.wording("title", language),
                school=sender.text("name", language),
                given=date_format(given, "DATE_FORMAT") if given else "",
                until=date_format(until, "DATE_FORMAT") if until else "",
                reason=agreement.notice_reason,
            )


def _take_paper(letter: SchoolLetter) -> None:
    """A signed paper, kept where its bytes are those that were told of. Raises NotTheSame."""
    agreement, body, content = _copy_of(letter), letter.body, bytes(letter.paper or b"")
    if agreement is None:
        return
    told = ReceivedPaper.objects.select_related("version").filter(
        version__agreement=agreement,
        version__content_hash=body["version"],
        version__position=body["position"],
        sha256=body["sha256"],
    )
    paper = told.first()
    if paper is None or hashlib.sha256(content).hexdigest() != paper.sha256:
        raise NotTheSame(body["sha256"])
    if paper.file is not None:
        return
    paper.file = store_file(
        content,
        name=paper.name,
        content_type=paper.content_type if paper.content_type in _TYPES else "application/octet-stream",
        permission="partners.contacts",
        by=None,
    )
    paper.save(update_fields=["file"])
    if paper.position == 0:
        Version.objects.filter(pk=paper.version_id, sealed=None).update(sealed=paper.file)


def _take_stopped(letter: SchoolLetter) -> None:
    agreement = _copy_of(letter)
    if agreement is not None:
        agreement.correspondents.update(may_agree=False, stopped_on=timezone.localdate())


def _take_agreed(letter: SchoolLetter) -> None:
    """The other school agrees: held as if its contact had said so by the link, for its own party alone."""
    found = Correspondent.objects.filter(agreement__thread=letter.thread, agreement__is_copy=False)
    correspondent = found.filter(other=letter.sender, may_agree=True).select_related("party__agreement").first()
    if correspondent is not None and correspondent.party is not None:
        agree_for(correspondent.party, letter.body["hash"])


_TAKERS = {
    SchoolLetter.Kind.STANDING: _take_standing,
    SchoolLetter.Kind.PAPER: _take_paper,
    SchoolLetter.Kind.STOPPED: _take_stopped,
    SchoolLetter.Kind.AGREED: _take_agreed,
}
