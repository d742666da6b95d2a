"""1 000 one-page certificates: by Tilts, by bare Typst, by WeasyPrint, by a Word template and LibreOffice."""

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import local
from typing import Any

import typst

from benchmarks.measuring import PeerMissing, Row, Say, Side, at_least, at_most, in_turns, seconds
from benchmarks.names import full_names
from benchmarks.peers import environment
from tilts.documents.typesetting import FONT_FAMILIES, FONTS, PACKAGE, STANDARDS, Paper, typeset_many
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.records import (
    FlowRecord,
    IssueRecord,
    OrganisationRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)

NAMES = ("papers.typst", "papers.weasyprint", "papers.word")

ROUNDS = 5
EACH_ROUND = 200  # five rounds make the thousand
BY_PEERS_EACH_ROUND = 100  # they would take minutes for 200, and take as long for each

SCHOOL = SchoolRecord("Lielupes tehnikums", "40900012345", "Pasta iela 37", "Jelgava", "LV", "Ilze Vītoliņa")
SENDING = OrganisationRecord("Lielupes tehnikums", "Jelgava", "LV", "Pasta iela 37", "Ilze Vītoliņa", "Direktore")
HOST = OrganisationRecord("Taller Monte Verde", "Valencia", "ES", "Calle del Mar 12", "Lucía Ferrer", "Tutor")
FLOW = FlowRecord(
    title="Spring group",
    project_title="Prasmes, kas ceļo",
    project_reference="2026-1-LV01-KA121-VET-000000000",
    activity="Īstermiņa mācību mobilitāte",
    sending=SENDING,
    host=HOST,
    starts_on=date(2027, 4, 5),
    ends_on=date(2027, 4, 23),
)
ISSUE = IssueRecord("1/C", date(2027, 3, 1), "lv")


@dataclass(frozen=True)
class Competitor:
    """The other side of one row."""

    row: Row  # still without figures
    side: Side


def measure(wanted: frozenset[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted. All sides use as many processes (or threads outside Python's lock) as cores."""
    at_once = os.cpu_count() or 1
    people = _people(ROUNDS * EACH_ROUND)
    with ExitStack() as stack:
        competitors, missing = [], []
        for name in sorted(wanted):
            try:
                competitors.append(stack.enter_context(COMPETITORS[name](people, at_once, say)))
            except PeerMissing as error:
                missing.append(replace(ROWS[name], note=f"Not measured: {error}"))
        if competitors:
            say(f"Certificates: {ROUNDS} rounds of {EACH_ROUND}")
            ours, *others = in_turns([_ours(people, at_once), *(each.side for each in competitors)], ROUNDS)
            for competitor, peer in zip(competitors, others, strict=True):
                yield replace(competitor.row, ours=ours, peer=peer)
        yield from missing


def _row(name: str, what: str, target: Any) -> Row:
    return Row(name, what, "ms each", target)


ROWS = {
    row.name: row
    for row in (
        _row("papers.word", "Certificates, by a Word template and LibreOffice.", at_least(15)),
        _row("papers.weasyprint", "Certificates, by HTML and WeasyPrint.", at_least(4)),
        _row(
            "papers.typst",
            "Certificates, by Typst alone: same template, same standards, records at hand.",
            at_most(1.5),
        ),
    )
}


def _ours(people: Sequence[PersonRecord], at_once: int) -> Side:
    """From the records to the bytes, as printing a flow does."""
    slices = _slices(people)

    def make() -> None:
        papers = [_paper(person, number) for number, person in enumerate(next(slices))]
        assert all(pdf.startswith(b"%PDF") for pdf in typeset_many(papers, at_once=at_once))

    return lambda: seconds(make) / EACH_ROUND * 1000


@contextmanager
def _typst(people: Sequence[PersonRecord], at_once: int, say: Say) -> Iterator[Competitor]:
    """Typst as its package offers it, a compiler kept in each thread, in our favourite way of handing over the data."""
    slices = _slices([json.dumps(_request(_paper(person, number))) for number, person in enumerate(people)])
    kept = local()

    def compile_one(request: str) -> bytes:
        if not hasattr(kept, "compiler"):
            kept.compiler = typst.Compiler(root=str(PACKAGE), font_paths=[str(FONTS)], ignore_system_fonts=True)
        data = request.replace("\\", "\\\\").replace('"', '\\"')
        source = f'#import "/documents/typst/main.typ": whole\n#whole(json(bytes("{data}")))'
        pdf: bytes = kept.compiler.compile(source.encode(), format="pdf", pdf_standards=STANDARDS)
        return pdf

    with ThreadPoolExecutor(at_once) as workers:

        def make() -> None:
            assert all(pdf.startswith(b"%PDF") for pdf in workers.map(compile_one, next(slices)))

        yield Competitor(ROWS["papers.typst"], lambda: seconds(make) / EACH_ROUND * 1000)


@contextmanager
def _peer(name: str, script: str, people: Sequence[PersonRecord], at_once: int, say: Say) -> Iterator[Competitor]:
    certificates = [for_peers(_paper(person, number)) for number, person in enumerate(people[:EACH_ROUND])]
    with _our_fonts(), environment.running(script, certificates, at_once, say) as peer:
        note = f"{peer.name}, {BY_PEERS_EACH_ROUND} a round, {at_once} at once."
        yield Competitor(replace(ROWS[name], note=note), lambda: peer.seconds_each(BY_PEERS_EACH_ROUND) * 1000)


Open = Callable[[Sequence[PersonRecord], int, Say], Any]
COMPETITORS: Mapping[str, Open] = {
    "papers.typst": _typst,
    "papers.weasyprint": partial(_peer, "papers.weasyprint", "weasyprint_certificates"),
    "papers.word": partial(_peer, "papers.word", "word_certificates"),
}


@contextmanager
def _our_fonts() -> Iterator[None]:
    """Children started inside find our fonts by fontconfig, and no others: every side embeds the same."""
    with tempfile.TemporaryDirectory(prefix="tilts-bench-") as folder:
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{FONTS}</dir>'
            f"<cachedir>{folder}/cache</cachedir></fontconfig>"
        )
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def _people(count: int) -> list[PersonRecord]:
    """Latvian and Georgian names in turns."""
    first_birthday = date(2004, 1, 1)
    return [
        PersonRecord(given, family, Role.LEARNER, first_birthday + timedelta(days=number), "GT-21")
        for number, (given, family) in enumerate(full_names(count))
    ]


def for_peers(paper: Paper) -> dict[str, Any]:
    """All that stands on the certificate, for programs that know nothing of our papers: texts and lists of texts.

    The days attended are still to be written, so their places have labels alone.
    """
    data = paper.data
    signer = data["signatures"][0]
    singly = ("heading", "number_line", "place_and_day", "statement", "name", "born", "host_label", "host", "validity")
    return {
        "title": paper.title,
        "language": paper.language,
        "school": data["letterhead"]["name"],
        "letterhead": list(data["letterhead"]["lines"]),
        **{key: data[key] for key in singly},
        "facts": [[label, [value] if isinstance(value, str) else list(value)] for label, value in data["facts"]],
        "attended": data["actual"]["title"],
        "days": [data["actual"][day]["label"] for day in ("first", "last")],
        "signer": [signer["party"], signer["name"], signer["role"]],
        "signature": data["signature_words"]["signature"],
        "date": data["signature_words"]["date"],
        "page": data["page_of"].format(page=1, pages=1),
    }


def _paper(person: PersonRecord, number: int) -> Paper:
    return certificate_of_attendance(SCHOOL, FLOW, person, replace(ISSUE, number=f"1/C{number}"))


def _request(paper: Paper) -> dict[str, Any]:
    """What our main template reads."""
    return {
        "title": paper.title,
        "language": paper.language,
        "fonts": FONT_FAMILIES,
        "dated_on": paper.dated_on.isoformat(),
        "papers": [
            {
                "template": f"/{paper.template}",
                "title": paper.title,
                "language": paper.language,
                "data": paper.data,
            }
        ],
        "pictures": {},
    }


def _slices(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """A round's share, each time another one, from the front again at the end."""
    while True:
        for start in range(0, len(items), EACH_ROUND):
            yield items[start : start + EACH_ROUND]
