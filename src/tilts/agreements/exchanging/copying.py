"""The copy of an agreement, built from the last letter of the school that drafts it.

All that is agreed follows the last version that came. What is the receiver's own stays: its notes and sources, the
number the copy once got, how a planned activity stands, and which flow or visit fulfils it.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.agreements.actions import keep_parties
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.drafting.rows import keep_rows
from tilts.agreements.exchanging.models import ReceivedPaper
from tilts.agreements.exchanging.partners import is_party, partner_of
from tilts.agreements.exchanging.rules import same_activities, told_by
from tilts.agreements.exchanging.sessions import keep_session
from tilts.agreements.living.doings import doings_of
from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory

Content = dict[str, Any]


class NotTheSame(ValueError):
    """A letter holds another content than its hash says: nothing of it is taken over."""


def rebuild(agreement: Agreement | None, body: Content, sender: School, thread: UUID) -> Agreement:
    """The copy as the letter has it; a new one where there is none yet. Raises NotTheSame."""
    last = told_by(body["state"], body["versions"])
    if agreement and agreement.state == Agreement.State.IN_FORCE:
        keep_rows(agreement)  # while a change of it is on its way what holds is read from them
    content, made_by = last["content"], sender.name
    agreement = agreement or Agreement(thread=thread, is_copy=True)
    _say(agreement, content)
    _keep_standing(agreement, body, last)
    parties = _keep_parties(agreement, content, body.get("party"))
    _keep_conditions(agreement, content, _own_side(parties, content))
    _keep_signers(parties, body.get("signers", []))
    keep_session(agreement, body.get("session", {}))
    for each in body["versions"]:
        _keep_version(agreement, each, made_by)
    _keep_plan(agreement, content, parties)
    return agreement


# What it is


def _say(agreement: Agreement, content: Content) -> None:
    codes = content["languages"]
    agreement.kind, agreement.areas = content["kind"], content["areas"]
    agreement.first_language, agreement.second_language = codes[0], codes[1] if len(codes) > 1 else ""
    _word(agreement, title=content["title"], other_areas=content.get("other_areas", {}))
    agreement.title = agreement.title or content["kind"]


def _word(row: Any, **texts: dict[str, str]) -> None:
    """Set texts of a row in each language; texts that the letter knows nothing of stay."""
    own, others = current_school().language, {code: dict(each) for code, each in row.in_other_languages.items()}
    for name, by_language in texts.items():
        setattr(row, name, by_language.get(own) or next((each for each in by_language.values() if each), ""))
        for each in others.values():
            each.pop(name, None)
        for code, text in by_language.items():
            if code != own and text:
                others.setdefault(code, {})[name] = text
    row.in_other_languages = {code: each for code, each in others.items() if each}


def _keep_standing(agreement: Agreement, body: Content, last: Content) -> None:
    term, notice = last["content"]["term"], body["notice"]
    agreement.state = body["state"] if body["state"] != "draft" else Agreement.State.PROPOSED
    agreement.number = agreement.number or body["number"]
    agreement.signed_on, agreement.platform = _day(body["signed_on"]), body["platform"]
    if agreement.signed_on:
        agreement.concluded = body.get("concluded", Agreement.Concluded.AT_A_DISTANCE)
    agreement.valid_from, agreement.valid_until = _day(last["valid_from"]), _day(last["valid_until"])
    agreement.is_open_ended, agreement.notice_months = term["is_open_ended"], term["notice_months"]
    months = term.get("renewal_months")
    agreement.renewal = Agreement.Renewal.AUTOMATIC if months else Agreement.Renewal.NONE
    agreement.renewal_months = months or None
    agreement.notice_given_on, agreement.notice_until = _day(notice["given_on"]), _day(notice["until"])
    agreement.notice_by_us, agreement.notice_reason = not notice["by_drafter"], notice["reason"]


# Whose it is


def _keep_parties(agreement: Agreement, content: Content, own: int | None) -> list[Party]:
    """The parties in the order of the content; who signs on the school's own side is its ally."""
    parties = content["parties"]
    own = own if own is not None and own < len(parties) else _own_place(parties)
    there = list(agreement.parties.exclude(partner=None).select_related("partner")) if agreement.pk else []
    known = there[0].partner if len(there) == 1 and len(parties) == 2 else None
    partners = {
        place: known or partner_of(each, content["languages"]) for place, each in enumerate(parties) if place != own
    }
    side = parties[own]["side"] if own is not None else 0
    allies = [partner for place, partner in partners.items() if parties[place]["side"] == side]
    agreement.save()
    keep_parties(agreement, [each for each in partners.values() if each not in allies], allies=allies)
    by_partner = {party.partner_id: party for party in agreement.parties.all()}
    return [by_partner[partners[place].pk if place in partners else None] for place in range(len(parties))]


def _own_place(parties: list[Content]) -> int | None:
    """Which of the parties the school is: by its number or name, else the only one that the sender is not."""
    school = current_school()
    known = [place for place, each in enumerate(parties) if is_party(school, each)]
    known = known or [place for place, each in enumerate(parties) if each["side"] == 2]
    return known[0] if len(known) == 1 else None


def _own_side(parties: list[Party], content: Content) -> int:
    own = next((place for place, party in enumerate(parties) if party.partner_id is None), None)
    return content["parties"][own]["side"] if own is not None else 2


def _keep_conditions(agreement: Agreement, content: Content, side: int) -> None:
    """The figures, told from the school's own side."""
    figures = content["conditions"]
    conditions = Conditions.objects.filter(agreement=agreement).first() or Conditions(agreement=agreement)
    if not figures:
        if conditions.pk:
            conditions.delete()
        return
    conditions.weeks_from, conditions.weeks_to = figures.get("weeks_from"), figures.get("weeks_to")
    for who in ("learners", "teachers"):
        setattr(conditions, f"{who}_out", figures.get(f"{who}_from_{side}"))
        setattr(conditions, f"{who}_in", figures.get(f"{who}_from_{3 - side}"))
    conditions.has_training = "training" in figures
    _word(conditions, training=figures.get("training", {}), costs=figures.get("costs", {}))
    conditions.save()


def _keep_signers(parties: list[Party], told: list[Content]) -> None:
    """Who signs for each party, as the paper names them. Rows that say the same stay as they are."""
    for place, party in enumerate(parties):
        wanted = [_signatory(party, each) for each in told if each["party"] == place]
        there = list(Signatory.objects.filter(party=party).order_by("position", "pk"))
        if [_said(each) for each in there] != [_said(each) for each in wanted]:
            for each in there:
                each.delete()
            for each in wanted:
                each.save()


def _signatory(party: Party, told: Content) -> Signatory:
    signatory = Signatory(
        party=party,
        name=told["name"],
        basis=told["basis"],
        authority_until=_day(told["authority_until"]),
        position=told["position"],
    )
    _word(signatory, office=told["office"], authority=told["authority"])
    return signatory


def _said(signatory: Signatory) -> tuple[Any, ...]:
    until, texts = signatory.authority_until, signatory.texts
    return signatory.name, signatory.basis, until, signatory.position, texts["office"], texts["authority"]


# Versions and the plan


def _keep_version(agreement: Agreement, told: Content, made_by: str) -> None:
    version, is_new = Version.objects.get_or_create(
        agreement=agreement,
        position=told["position"],
        defaults={"content": told["content"], "content_hash": told["hash"], "made_by": made_by},
    )
    if not is_new and version.content_hash != told["hash"]:
        raise NotTheSame(told["hash"])
    version.agreed_at = datetime.fromisoformat(told["agreed_at"]) if told["agreed_at"] else None
    version.signed_on = _day(told.get("signed_on", ""))
    version.in_force_on, version.replaced_on = _day(told["in_force_on"]), _day(told["replaced_on"])
    version.valid_from, version.valid_until = _day(told["valid_from"]), _day(told["valid_until"])
    version.save()
    for place, paper in enumerate(told.get("papers", [])):
        ReceivedPaper.objects.get_or_create(
            version=version,
            sha256=paper["sha256"],
            defaults={"position": place, "name": paper["name"][:200], "content_type": paper["type"][:100]},
        )


def _keep_plan(agreement: Agreement, content: Content, parties: list[Party]) -> None:
    """What is planned, as the last version has it. How it stands here and what fulfils it stays with it."""
    there, plan = list(agreement.activities.all()), content["plan"]
    same = same_activities([_texts(each.texts["text"]) for each in there], [_texts(each["what"]) for each in plan])
    for planned, place in zip(plan, same, strict=True):
        activity = PlannedActivity(agreement=agreement) if place is None else there[place]
        _word(activity, text=planned["what"], condition=planned["condition"])
        activity.by_on = _day(planned["by"])
        activity.responsible = _party_called(planned["responsible"], parties, content)
        activity.save()
    _give_up([each for place, each in enumerate(there) if place not in same])


def _party_called(names: dict[str, str], parties: list[Party], content: Content) -> Party | None:
    found = zip(parties, content["parties"], strict=True)
    return next((party for party, each in found if names and each["names"] == names), None)


def _give_up(dropped: list[PlannedActivity]) -> None:
    """What is planned no more goes, unless something was done of it here: that stays, given up."""
    doings = doings_of([each.pk for each in dropped])
    for each in dropped:
        if not (doings[each.pk] or each.possible_from or each.done_on or each.given_up_on):
            each.delete()
        elif not each.given_up_on and not each.done_on:
            each.given_up_on = timezone.localdate()
            each.save(update_fields=["given_up_on"])


def _texts(by_language: dict[str, str]) -> frozenset[str]:
    return frozenset(filter(None, by_language.values()))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
