"""The paper of an agreement: a version in its one or two languages, as it is signed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.accounts.models import School
from tilts.accounts.queries import mark_of_school
from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.rules import Content, content_hash, short_hash
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.documents.bilingual import side_by_side
from tilts.documents.frame import Letterhead, SignatureBlock, frame
from tilts.documents.typesetting import UNDATED, Paper
from tilts.documents.wording import country_name, short_day

TEMPLATE = "agreements/drafting/agreement.typ"


@dataclass(frozen=True)
class Frame:
    """What stands around the content: from whom the paper comes, its number, who signs."""

    school: School
    number: str  # empty: it has none yet
    version: int  # told while there is no number
    signs: Sequence[tuple[Party, Signatory | None]]  # for whom and who, in the order of signing; None: not known yet
    dated_on: date = UNDATED


def agreement_paper(content: Content, framed: Frame) -> Paper:
    """The paper, in two languages side by side where the content has two."""
    papers = [_in_language(content, code, framed) for code in content["languages"]]
    return papers[0] if len(papers) == 1 else side_by_side(papers[0], papers[1])


def _in_language(content: Content, code: str, framed: Frame) -> Paper:
    title = content["title"].get(code, "") or str(Agreement.Kind(content["kind"]).label)
    with override(code):
        data = _framed(content, code, framed, title) | {
            "parties": [_party(number, each, code) for number, each in enumerate(content["parties"], start=1)],
            "articles": [
                {"title": each["title"][code], "points": each["text"][code].splitlines()} for each in content["clauses"]
            ],
            "plan": _plan(content, code),
            "fingerprint": _fingerprint(content),
            "signatures": [asdict(_signature(party, who, code)) for party, who in framed.signs],
        }
    return Paper(TEMPLATE, title, code, data, framed.dated_on)


def _framed(content: Content, code: str, framed: Frame, title: str) -> dict[str, Any]:
    school = framed.school
    towns = dict.fromkeys(each["town"] for each in content["parties"])
    mark = mark_of_school()
    data = frame(
        Letterhead(school.text("name", code), _letterhead_lines(school, code), bytes(mark.content) if mark else None),
        heading=title,
        number=framed.number,
        place_and_day=" · ".join(towns),
        is_specimen=school.is_example,
    )
    if not framed.number:
        data["number_line"] = _("Draft, version %(version)s") % {"version": framed.version}
    return data


def _letterhead_lines(school: School, code: str) -> tuple[str, ...]:
    number = school.registration_number
    site = school.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    lines = [
        _("Registration number %(number)s") % {"number": number} if number else "",
        ", ".join(filter(None, [school.text("address", code), country_name(school.country, code)])),
        " · ".join(filter(None, [school.phone, school.email, site])),
    ]
    return tuple(filter(None, lines))


def _party(number: int, party: Mapping[str, Any], code: str) -> tuple[str, list[str]]:
    registration = party["registration"]
    lines = [
        party["names"][code],
        _("Registration number %(number)s") % {"number": registration} if registration else "",
        ", ".join(filter(None, [party["town"], country_name(party["country"], code)])),
    ]
    return _("Party %(number)s") % {"number": number}, list(filter(None, lines))


def _fingerprint(content: Content) -> dict[str, str]:
    """The hash of what is agreed: a short form to compare by eye, and the whole."""
    whole = content_hash(content)
    return {"label": _("Fingerprint of what is agreed (SHA-256)"), "short": short_hash(whole), "whole": whole}


def _plan(content: Content, code: str) -> dict[str, Any]:
    """The annex, named by the clause that refers to it; a clause may be left out."""
    clause = next((place for place, each in enumerate(content["clauses"], start=1) if each["key"] == "plan"), None)
    title = (
        _("Annex to clause %(number)s: Plan of action") % {"number": clause} if clause else _("Annex: Plan of action")
    )
    return {
        "title": title,
        "heads": [_("What"), _("By when"), _("On what condition"), _("Who sees to it")],
        "rows": [
            [
                each["what"].get(code, ""),
                short_day(date.fromisoformat(each["by"]), code) if each["by"] else "",
                each["condition"].get(code, ""),
                each["responsible"].get(code, ""),
            ]
            for each in content["plan"]
        ],
    }


def _signature(party: Party, signatory: Signatory | None, code: str) -> SignatureBlock:
    name = name_of_party(party, code)
    return SignatureBlock(name, signatory.name, signs_as(signatory, code)) if signatory else SignatureBlock(name, "")


def signs_as(signatory: Signatory, code: str) -> str:
    """Office and authority, as they stand under a signature."""
    authority = signatory.wording("authority", code) if signatory.basis != Signatory.Basis.HEAD else ""
    until = signatory.authority_until
    if authority and until:
        authority = pgettext("authority", "%(authority)s, valid until %(day)s") % {
            "authority": authority,
            "day": short_day(until, code),
        }
    return "; ".join(filter(None, [signatory.wording("office", code), authority]))
