"""Reads: with whom a text is negotiated, who agreed to it, what was said clause by clause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import get_language

from tilts.accounts.schools import current_school
from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.presenting import ShownDifference, shown_differences, title_for
from tilts.agreements.drafting.queries import latest, parties_in_order, shown_version, versions_of
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating.models import Negotiator, Remark


def negotiators_of(agreement: Agreement) -> QuerySet[Negotiator]:
    """Whom the office has asked to read the text."""
    found = Negotiator.objects.filter(agreement=agreement).select_related("party__partner", "agreed_to")
    return found.prefetch_related("party__partner__names")


def agreed_sides(agreement: Agreement) -> frozenset[str]:
    """The names of the parties for which somebody agreed to the last version."""
    last = latest(agreement)
    agreed = {each.party_id for each in negotiators_of(agreement) if last and each.agreed_to_id == last.pk}
    language = current_school().language
    return frozenset(name_of_party(each, language) for each in parties_in_order(agreement) if each.pk in agreed)


def dropped_version(agreement: Agreement) -> Version | None:
    """The version that was proposed last, where its change was dropped and what was signed before is the text again."""
    last, shown = latest(agreement), shown_version(agreement)
    return last if last and shown and last.pk != shown.pk else None


def remarks_of(agreement: Agreement) -> QuerySet[Remark]:
    """Everything that was said, the oldest first."""
    found = Remark.objects.filter(agreement=agreement).select_related("negotiator__party__partner", "version")
    return found.prefetch_related("negotiator__party__partner__names")


def open_remarks(agreement: Agreement) -> int:
    """How many of the other side's remarks the office has not answered, whether their author is still asked or not."""
    return remarks_of(agreement).filter(state=Remark.State.OPEN, is_theirs=True).count()


def version_of_hash(agreement: Agreement, content_hash: str) -> Version | None:
    """The latest version of this content; None where there never was one."""
    return versions_of(agreement).filter(content_hash=content_hash).first()


def clause_in(version: Version | None, key: str) -> Mapping[str, str]:
    """The text of a clause as a version has it; empty where it is not there."""
    clauses = version.content["clauses"] if version else ()
    return next((each["text"] for each in clauses if each["key"] == key), {})


def text_read(remark: Remark) -> Mapping[str, str]:
    """The clause as it stood in the version that the remark was said to."""
    return clause_in(remark.version, remark.clause_key)


def said_by(remark: Remark, language: str) -> str:
    """For which organisation it was said, as that is called in this language; no name of a person."""
    if remark.negotiator is not None:
        return name_of_party(remark.negotiator.party, language)
    return remark.by if remark.is_theirs else current_school().text("name", language)


@dataclass(frozen=True)
class DiscussedClause:
    """A clause of a version with what was said about it."""

    key: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    remarks: list[Remark]


def discussed(version: Version, agreement: Agreement) -> list[DiscussedClause]:
    """The clauses of a version, each with its remarks, whatever version they were made to."""
    said: dict[str, list[Remark]] = {}
    for remark in remarks_of(agreement):
        said.setdefault(remark.clause_key, []).append(remark)
    return [
        DiscussedClause(each["key"], each["title"], _in_order(each["text"], version), said.get(each["key"], []))
        for each in version.content["clauses"]
    ]


def _in_order(texts: Mapping[str, str], version: Version) -> dict[str, str]:
    """The first language of the paper first; the database keeps no order."""
    return {code: texts[code] for code in version.content["languages"] if code in texts}


@dataclass(frozen=True)
class Happening:
    """One entry of the course of a negotiation."""

    at: datetime
    what: str  # "version", "remark" or "agreed"
    by: str
    version: Version | None = None
    remark: Remark | None = None
    title: str = ""  # of the clause that is spoken of
    differences: tuple[ShownDifference, ...] = ()


def course_of(agreement: Agreement) -> list[Happening]:
    """Every version with what it changed, every remark, every agreement: who and when, the latest first."""
    versions = list(versions_of(agreement))
    titles, reader = _titles(versions), get_language() or "en"
    found = [
        Happening(each.made_at, "version", _made_by(each, reader), each, None, "", _changes(each, versions))
        for each in versions
    ]
    found += [
        Happening(each.at, "remark", said_by(each, reader), each.version, each, titles.get(each.clause_key, ""))
        for each in remarks_of(agreement)
    ]
    found += [
        Happening(each.agreed_at, "agreed", name_of_party(each.party, reader), each.agreed_to)
        for each in negotiators_of(agreement)
        if each.agreed_at
    ]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _changes(version: Version, versions: list[Version]) -> tuple[ShownDifference, ...]:
    before = next((each for each in versions if each.position == version.position - 1), None)
    return tuple(shown_differences(before.content, version.content)) if before else ()


def _made_by(version: Version, language: str) -> str:
    school = current_school()
    return school.text("name", language) if version.made_by == school.name else version.made_by


def _titles(versions: list[Version]) -> dict[str, str]:
    """What each clause is called, as the latest version that has it calls it."""
    return {
        each["key"]: title_for(each["title"], version.content["languages"])
        for version in reversed(versions)
        for each in version.content["clauses"]
    }
