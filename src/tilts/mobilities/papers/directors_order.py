"""The director's order for a trip, with the safety instruction that each participant signs."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day, money, short_day
from tilts.mobilities.papers.common import (
    director_block,
    lines,
    place_of,
    school_frame,
    stay_facts,
    to_write,
    way_facts,
)
from tilts.mobilities.papers.records import (
    FlowRecord,
    FundingRecord,
    IssueRecord,
    OrderRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)


def directors_order(
    school: SchoolRecord,
    flow: FlowRecord,
    people: Sequence[PersonRecord],
    order: OrderRecord,
    funding: FundingRecord | None,
    issue: IssueRecord,
) -> Paper:
    """Who is sent where, when and for what; who is responsible; safety; the money; and the annex to sign.

    funding: the grants of all who are sent; None where not every one has a sum, the order then names none. A group with
    learners and without accompanying persons leaves lines for who is responsible. Raises ValueError if nobody is sent.
    """
    participants = [person for person in people if person.role != Role.ACCOMPANYING]
    accompanying = [person for person in people if person.role == Role.ACCOMPANYING]
    if not participants:
        raise ValueError(f"nobody is sent with {flow.title!r}")
    with_learners = any(person.role == Role.LEARNER for person in participants)
    with override(issue.language):
        articles = [
            _who_is_sent(participants, issue.language),
            *_responsible(accompanying, with_learners),
            _safety(led=bool(accompanying) or with_learners),
            _funding(funding, issue.language),
            *_way(flow),
            _supervision(),
        ]
        data = school_frame(school, issue, _("Director's order")) | {
            "place_and_day": "",  # the order's own stand in its first lines
            "about": _("On a stay abroad: %(place)s")
            % {"place": f"{flow.host.name}, {place_of(flow.host, issue.language)}"},
            "own_number": to_write(
                (_("Number of the order"), order.number),
                (_("Date of the order"), long_day(order.dated_on, issue.language) if order.dated_on else ""),
            ),
            "facts": stay_facts(flow, issue.language),
            "opening": _("On the basis of the project named here I order:"),
            "articles": articles,
            "signatures": [asdict(director_block(school))],
            "annex": _annex(participants, accompanying, with_learners, lines(school.safety_instruction)),
        }
        title = _("Director's order: %(flow)s") % {"flow": flow.title}
    return Paper("mobilities/papers/directors_order.typ", title, issue.language, data, issue.issued_on)


def _who_is_sent(participants: Sequence[PersonRecord], language: str) -> dict[str, Any]:
    return {
        "title": _("Who is sent"),
        "points": [_("The persons listed here are sent to the hosting organisation for the days named above.")],
        "people": {
            "heads": [_("No."), pgettext("family name first", "Name"), _("Date of birth"), _("Group")],
            "rows": [
                [
                    str(number),
                    person.listed_name,
                    short_day(person.born_on, language) if person.born_on else "–",
                    person.group or "–",
                ]
                for number, person in enumerate(participants, start=1)
            ],
        },
    }


def _responsible(accompanying: Sequence[PersonRecord], with_learners: bool) -> list[dict[str, Any]]:
    """Grown-ups who travel by themselves need nobody who is responsible for them."""
    if not accompanying and not with_learners:
        return []
    article: dict[str, Any] = {
        "title": _("Responsible persons"),
        "points": [
            _("The persons named here accompany the group."),
            _("They are responsible for the safety, the health and the conduct of the learners, on the way as well."),
            _("They report to the school at once if anybody falls ill, is hurt or leaves the group."),
        ],
    }
    if accompanying:
        article["responsible"] = {
            "heads": [_("No."), pgettext("family name first", "Name"), _("Telephone")],
            "rows": [
                [str(number), person.listed_name, person.phone or "–"]
                for number, person in enumerate(accompanying, start=1)
            ],
        }
    else:
        article["writing"] = [to_write(pgettext("person", "Name"), _("Telephone"))]
    return [article]


def _safety(*, led: bool) -> dict[str, Any]:
    instruct = (
        _("Before departure the responsible persons instruct every participant as the annex says.")
        if led
        else _("Before departure every participant reads the safety instruction in the annex.")
    )
    return {
        "title": _("Safety"),
        "points": [
            instruct,
            _("Each participant confirms the instruction by a signature in the annex, which stays at the school."),
        ],
    }


def _funding(funding: FundingRecord | None, language: str) -> dict[str, Any]:
    points = [
        _("Travel and stay are paid from the grant of the project, as the grant agreement with each person says."),
    ]
    if funding:
        total = {"sum": money(funding.total, funding.currency, language)}
        points.append(
            _("The grants of all who are sent make %(sum)s by provisional figures.") % total
            if funding.is_provisional
            else _("The grants of all who are sent make %(sum)s.") % total
        )
    return {
        "title": _("Funding"),
        "points": points,
    }


def _way(flow: FlowRecord) -> list[dict[str, Any]]:
    known = way_facts(flow)
    return [{"title": _("Journey and insurance"), "facts": known}] if known else []


def _supervision() -> dict[str, Any]:
    return {"title": _("Supervision"), "points": [_("The director supervises that this order is carried out.")]}


def _annex(
    participants: Sequence[PersonRecord],
    accompanying: Sequence[PersonRecord],
    with_learners: bool,
    own_rules: Sequence[str],
) -> dict[str, Any]:
    """own_rules: the school's safety instruction; without one, ours."""
    if accompanying:
        instructors = [SignatureBlock(_("Instruction given by"), person.name) for person in accompanying]
    else:
        instructors = [SignatureBlock(_("Instruction given by"), "")] if with_learners else []
    return {
        "title": _("Annex: safety instruction"),
        "points": own_rules
        or [
            _("I follow what the accompanying persons and the hosting organisation say about safety."),
            _("I leave the group or the lodging only if a responsible person knows where, with whom and until when."),
            _("I keep the traffic rules of the country, wear a seat belt and cross streets only where it is allowed."),
            _("At the workplace I begin once I am instructed, wear what protects me and use only machines I may."),
            _("I carry my identity document, the insurance papers and the telephone numbers of the group with me."),
            _("I take no alcohol, drugs or other intoxicants and carry nothing that the law of the country forbids."),
            _("I swim, climb or take part in risky sport only with leave and under supervision."),
            _("In case of fire or danger I get to safety, warn others and call 112, then a responsible person."),
            _("If I feel ill, am hurt or feel threatened, I tell a responsible person at once, by day or night."),
        ],
        "statement": _("I have been instructed, I have understood the instruction and I will keep it."),
        "heads": [
            _("No."),
            pgettext("family name first", "Name"),
            _("Group"),
            _("Date"),
            _("Signature"),
        ],
        "rows": [
            [str(number), person.listed_name, person.group or "–"]
            for number, person in enumerate(participants, start=1)
        ],
        "signatures": [asdict(block) for block in instructors],
    }
