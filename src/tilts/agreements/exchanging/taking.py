"""Takes letters over inside the school they came to: a copy with the same content hash, versions, the sealed paper."""

import logging
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.agreements.actions import keep_agreement
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.sessions import keep_session
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.negotiating.actions import agree_for
from tilts.core.names import search_key
from tilts.core.places import town
from tilts.files.actions import store_file
from tilts.partners.models import Partner, PartnerName

logger = logging.getLogger(__name__)


class NotTheSame(ValueError):
    """A letter holds another content than its hash says: nothing of it is taken over."""


def take_letters() -> int:
    """Take over every letter that waits for the current school; how many there were."""
    taken = 0
    for number in _waiting().values_list("pk", flat=True):
        try:
            taken += _take(number)
        except DatabaseError:
            raise  # the letter is sound: it waits for another try
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
    if letter.kind == SchoolLetter.Kind.STANDING:
        _take_standing(letter)
    elif letter.kind == SchoolLetter.Kind.AGREED:
        _take_agreed(letter)
    letter.taken_at, letter.paper, letter.body = timezone.now(), None, {}
    letter.save(update_fields=["taken_at", "paper", "body"])
    return True


def _take_standing(letter: SchoolLetter) -> None:
    versions = letter.body["versions"]
    for each in versions:
        if content_hash(each["content"]) != each["hash"]:
            raise NotTheSame(each["hash"])
    if not versions:
        return
    agreement = Agreement.objects.select_for_update().filter(thread=letter.thread).first()
    if agreement is None:
        agreement = _new_copy(letter, versions[-1]["content"])
    elif not agreement.is_copy or not agreement.correspondents.filter(other=letter.sender).exists():
        return  # a school does not take over what it drafts itself, nor what another than the drafter tells
    agreement.correspondents.update(may_agree=letter.body.get("may_agree", False))
    _keep_standing(agreement, letter.body, versions[-1])
    keep_session(agreement, letter.body.get("session", {}))
    for each in versions:
        _keep_version(agreement, each, letter)
    _keep_plan(agreement, versions[-1]["content"])


def _new_copy(letter: SchoolLetter, content: dict[str, Any]) -> Agreement:
    """A copy with the sender as the other side. Whoever else signs on its side is a party, too."""
    sender, school = School.objects.get(slug=letter.sender), current_school()
    own = _own_party(school, content["parties"])
    others = [each for each in content["parties"] if each is not own]
    agreement = keep_agreement(
        Agreement(thread=letter.thread, is_copy=True, state=Agreement.State.PROPOSED, **_texts(content)),
        [_partner_of(each, content["languages"]) for each in others],
    )
    Correspondent.objects.create(agreement=agreement, other=sender.slug)
    return agreement


def _texts(content: dict[str, Any]) -> dict[str, Any]:
    own, title = current_school().language, content["title"]
    codes = content["languages"]
    return {
        "title": title.get(own) or next(iter(title.values()), content["kind"]),
        "in_other_languages": {code: {"title": text} for code, text in title.items() if code != own and text},
        "kind": content["kind"],
        "first_language": codes[0],
        "second_language": codes[1] if len(codes) > 1 else "",
        "areas": content["areas"],
    }


def _own_party(school: School, parties: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Which of the parties the school is: by its number or name, else the only one that the sender is not."""
    known = [each for each in parties if is_party(school, each)] or [each for each in parties if each["side"] == 2]
    return known[0] if len(known) == 1 else None


def is_party(school: School, party: dict[str, Any]) -> bool:
    """Is this party the school? By its registration number, or else by any of its names."""
    if party["registration"] and party["registration"] == school.registration_number:
        return True
    names = {school.name, *(texts.get("name", "") for texts in school.in_other_languages.values())}
    return bool({search_key(each) for each in names if each} & {search_key(each) for each in party["names"].values()})


def _partner_of(party: dict[str, Any], codes: list[str]) -> Partner:
    """The partner of this name, or a new one."""
    keys = {search_key(each) for each in party["names"].values()}
    named = Partner.objects.filter(search_key__in=keys).first()
    other = PartnerName.objects.filter(search_key__in=keys).select_related("partner").first()
    if named or other:
        return named or other.partner  # type: ignore[union-attr]
    place = town(party["town"], party["country"])
    partner = Partner.objects.create(
        name=party["names"][codes[0]],
        country=party["country"],
        town=party["town"],
        latitude=place.point.latitude if place else 0,
        longitude=place.point.longitude if place else 0,
    )
    for code in codes[1:]:
        if (text := party["names"][code]) != partner.name:
            PartnerName.objects.create(partner=partner, text=text, language=code)
    return partner


def _keep_standing(agreement: Agreement, body: dict[str, Any], last: dict[str, Any]) -> None:
    term, notice = last["content"]["term"], body["notice"]
    agreement.state = body["state"] if body["state"] != "draft" else Agreement.State.PROPOSED
    agreement.number, agreement.platform = body["number"], body["platform"]
    agreement.signed_on = _day(body["signed_on"])
    if agreement.signed_on:
        agreement.concluded = Agreement.Concluded.AT_A_DISTANCE
    agreement.valid_from, agreement.valid_until = _day(last["valid_from"]), _day(last["valid_until"])
    agreement.is_open_ended, agreement.notice_months = term["is_open_ended"], term["notice_months"]
    if term.get("renewal_months"):
        agreement.renewal, agreement.renewal_months = Agreement.Renewal.AUTOMATIC, term["renewal_months"]
    agreement.notice_given_on, agreement.notice_until = _day(notice["given_on"]), _day(notice["until"])
    agreement.notice_by_us, agreement.notice_reason = not notice["by_drafter"], notice["reason"]
    agreement.save()


def _keep_version(agreement: Agreement, told: dict[str, Any], letter: SchoolLetter) -> None:
    version, is_new = Version.objects.get_or_create(
        agreement=agreement,
        position=told["position"],
        defaults={"content": told["content"], "content_hash": told["hash"], "made_by": _name_of(letter.sender)},
    )
    if not is_new and version.content_hash != told["hash"]:
        raise NotTheSame(told["hash"])
    agreed_at = told["agreed_at"]
    version.agreed_at = datetime.fromisoformat(agreed_at) if agreed_at else None
    version.in_force_on, version.replaced_on = _day(told["in_force_on"]), _day(told["replaced_on"])
    version.valid_from, version.valid_until = _day(told["valid_from"]), _day(told["valid_until"])
    if letter.paper and version.in_force_on and not version.replaced_on and version.sealed is None:
        version.sealed = store_file(
            bytes(letter.paper),
            name=f"{agreement} {told['position']}.pdf",
            content_type="application/pdf",
            permission="agreements.view",
            by=None,
        )
    version.save()


def _keep_plan(agreement: Agreement, content: dict[str, Any]) -> None:
    """What is planned, so that flows can point to it. What stands there already keeps how it stands."""
    own, there = current_school().language, {str(each.text) for each in agreement.activities.all()}
    for planned in content["plan"]:
        text, condition = _own(planned["what"], own), _own(planned["condition"], own)
        if text in there:
            continue
        others = {code: {"text": each} for code, each in planned["what"].items() if code != own and each}
        PlannedActivity.objects.create(
            agreement=agreement,
            text=text,
            condition=condition,
            by_on=_day(planned["by"]),
            in_other_languages=others,
        )


def _take_agreed(letter: SchoolLetter) -> None:
    """The other school agrees: held as if its contact had said so by the link, for its own party alone."""
    found = Correspondent.objects.filter(agreement__thread=letter.thread, agreement__is_copy=False)
    correspondent = found.filter(other=letter.sender, may_agree=True).select_related("party__agreement").first()
    if correspondent is not None and correspondent.party is not None:
        agree_for(correspondent.party, letter.body["hash"])


def _own(texts: dict[str, str], code: str) -> str:
    return texts.get(code) or next((each for each in texts.values() if each), "")


def _name_of(slug: str) -> str:
    return str(School.objects.filter(slug=slug).values_list("name", flat=True).first() or slug)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
