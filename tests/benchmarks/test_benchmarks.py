"""The benchmarks run, on sizes too small to tell anything: nothing here is timed against anything."""

import random
import re
import sys
import types
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks import directory, lists, matching, modules, papers, rosters, seals, table
from benchmarks.measuring import PeerMissing, Row, at_least, at_most, in_turns, percentile_95
from benchmarks.schools import filled_school
from tilts.accounts.schools import in_school
from tilts.core.database import as_owner
from tilts.mobilities.models import Flow, Mobility
from tilts.partners.models import DirectoryEntry
from tilts.people.models import Person

DOCS = Path(__file__).parents[2] / "docs" / "benchmarks.md"

CERTIFICATE = {
    "title": "Dalības apliecība: Jānis Bērziņš",
    "language": "lv",
    "school": "Lielupes tehnikums",
    "letterhead": ["Reģistrācijas numurs 40900012345", "Pasta iela 37, Jelgava, Latvija"],
    "heading": "Dalības apliecība",
    "number_line": "Nr. 1/C0",
    "place_and_day": "Jelgava, 2027. gada 1. marts",
    "statement": "Uzņēmējorganizācija ar parakstu apliecina, ka šeit nosauktā persona ir piedalījusies turpmāk "
    "aprakstītajā aktivitātē.",
    "name": "Jānis Bērziņš",
    "born": "Dzimšanas datums: 2004. gada 1. janvāris",
    "host_label": "Uzņēmējorganizācija",
    "host": "Taller Monte Verde",
    "validity": "Derīga tikai ar norādītām dalības dienām, parakstu un datumu.",
    "facts": [
        ["Nosūtītājorganizācija", ["Lielupes tehnikums"]],
        ["Projekts", ["Prasmes, kas ceļo", "2026-1-LV01-KA121-VET-000000000"]],
        ["Aktivitāte", ["Īstermiņa mācību mobilitāte"]],
        ["Vieta", ["Calle del Mar 12, Valencia, Spānija"]],
        ["Plānotais laiks", ["2027. gada 5. aprīlis – 2027. gada 23. aprīlis"]],
    ],
    "attended": "Uzņēmējorganizācijas apliecinājums pēc mobilitātes",
    "days": ["Pirmā dalības diena", "Pēdējā dalības diena"],
    "signer": ["Uzņēmējorganizācijas vārdā", "Lucía Ferrer", "Tutor"],
    "signature": "Paraksts",
    "date": "Datums",
    "page": "1. lappuse no 1",
}


# The table


def test_in_turns_asks_every_side_and_each_second_round_backwards():
    asked = []

    def side(name):
        return lambda: asked.append(name) or len(asked)

    figures = in_turns([side("ours"), side("peer")], rounds=2)

    assert asked == ["peer", "ours", "ours", "peer", "peer", "ours"]
    assert figures == [(3, 6), (4, 5)]


@pytest.mark.parametrize(
    ("target", "ours", "peer", "ratio", "holds"),
    [
        (at_least(15), (2.0, 2.0, 2.0), (30.0, 31.0, 90.0), 15.5, True),
        (at_most(10), (2.0, 2.0, 2.0), (0.1, 0.1, 0.4), 20.0, False),
        (at_most(10), (), (), None, None),
    ],
    ids=["times-faster", "times-slower", "not-measured"],
)
def test_a_row_is_judged_by_the_median_of_its_rounds(target, ours, peer, ratio, holds):
    row = Row("name", "what", "s", target, ours, peer)

    assert (row.ratio, row.holds) == (ratio, holds)


def test_percentile_95_of_a_round_is_its_second_slowest():
    assert percentile_95(range(lists.EACH_ROUND)) == lists.EACH_ROUND - 2


def test_the_json_of_a_row_keeps_its_promise():
    row = Row("papers.word", "Certificates.", "ms each", at_least(15), (2.0, 4.0, 3.0), (60.0, 60.0, 60.0), "A note.")

    assert row.as_json() == {
        "name": "papers.word",
        "what": "Certificates.",
        "unit": "ms each",
        "ours": 3.0,
        "ours_spread": (2.0, 4.0),
        "peer": 60.0,
        "peer_spread": (60.0, 60.0),
        "ratio": 20.0,
        "ratio_spread": (15.0, 30.0),
        "target": "≥ 15",
        "holds": True,
        "rounds": 3,
        "note": "A note.",
    }


def test_the_table_says_what_holds_and_what_could_not_be_measured():
    rows = [
        Row("a.one", "One.", "s", at_most(10), (2.0,), (1.0,)),
        Row("a.two", "Two.", "s", at_most(1), (2.0,), (1.0,)),
        Row("a.three", "Three.", "s", at_most(1), note="Not measured: it is not installed."),
    ]

    assert table.as_text(rows).splitlines() == [
        "benchmark  ours  peer  ratio  target  holds",
        "a.one      2 s   1 s   2      ≤ 10    yes",
        "a.two      2 s   1 s   2      ≤ 1     NO",
        "a.three    –     –     –      ≤ 1     not measured",
        "",
        "Medians of the rounds, in brackets the least and the greatest.",
        "",
        "a.one: One.",
        "a.two: Two.",
        "a.three: Three. Not measured: it is not installed.",
    ]


def test_a_name_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"There is no benchmark paper; there are papers, roster, module, lists"):
        table.chosen(["paper"])


def test_the_documentation_tells_of_every_benchmark():
    told = re.findall(r"`([a-z]+\.[a-z_]+)`", DOCS.read_text(encoding="utf-8"))

    assert set(told) & {name for name in told if name.split(".")[0] in table.GROUPS} == set(table.NAMES)


# Papers


@pytest.fixture(scope="module")
def people():
    return papers._people(4)


def test_the_certificates_of_all_sides_say_the_same(people):
    assert papers.for_peers(papers._paper(people[0], 0)) == CERTIFICATE


@pytest.fixture
def peer(monkeypatch):
    """A peer's script, without the packages of its own environment."""

    def load(name, *packages):
        for package in packages:
            module = types.ModuleType(package)
            module.__getattr__ = lambda attribute: None
            monkeypatch.setitem(sys.modules, package, module)
        monkeypatch.delitem(sys.modules, f"benchmarks.peers.{name}", raising=False)
        return import_module(f"benchmarks.peers.{name}")

    return load


def _texts(value):
    if isinstance(value, str):
        return [value]
    return [text for each in (value.values() if isinstance(value, dict) else value) for text in _texts(each)]


def test_weasyprint_gets_every_text_of_the_certificate(peer):
    page = peer("weasyprint_certificates", "weasyprint", "weasyprint.text", "weasyprint.text.fonts").page(CERTIFICATE)

    assert [text for text in _texts(CERTIFICATE) if text not in page] == []


def test_the_word_template_gets_every_text_of_the_certificate(peer):
    packages = ("docx", "docx.enum", "docx.enum.text", "docx.oxml", "docx.oxml.ns", "docx.shared")
    texts = peer("word_certificates", *packages).texts(CERTIFICATE)

    joined = "\n".join(texts.values())
    assert [text for text in _texts(CERTIFICATE) if text not in joined] == []


def test_tilts_and_bare_typst_make_their_round_of_certificates(people, monkeypatch):
    monkeypatch.setattr(papers, "EACH_ROUND", 2)

    with papers._typst(people, 2, str) as bare:
        figures = in_turns([papers._ours(people, 2), bare.side], rounds=1, warm_ups=0)

    assert all(figure > 0 for (figure,) in figures)


def test_tilts_and_bare_pyhanko_seal_their_round_of_agreements(settings, tmp_path, monkeypatch):
    settings.TILTS_DATA = tmp_path
    monkeypatch.setattr(seals, "AGREEMENTS", 2)
    monkeypatch.setattr(seals, "ROUNDS", 1)

    (row,) = seals.measure({"seals.pyhanko"}, str)

    assert (row.name, len(row.ours), len(row.peer), row.holds is not None) == ("seals.pyhanko", 1, 1, True)


def test_a_peer_that_cannot_be_had_says_so_in_its_row(monkeypatch):
    def missing(people, at_once, say):
        raise PeerMissing("LibreOffice is not installed.")

    monkeypatch.setattr(papers, "COMPETITORS", {"papers.word": missing})
    monkeypatch.setattr(papers, "ROUNDS", 1)
    monkeypatch.setattr(papers, "EACH_ROUND", 1)

    (row,) = papers.measure(frozenset({"papers.word"}), str)

    assert (row.holds, row.note) == (None, "Not measured: LibreOffice is not installed.")


# Class lists


def test_a_class_list_comes_in_whole(db, monkeypatch):
    monkeypatch.setattr(rosters, "PEOPLE", 3)

    took = rosters._ours(rosters.class_list(3))()

    assert took > 0


@pytest.mark.parametrize("read", [rosters._read, rosters._read_safely], ids=["plainly", "safely"])
def test_the_rows_to_compare_with_are_those_of_the_list(read):
    rows = list(read(rosters.class_list(2)))

    assert [tuple(row[1:4]) for row in rows] == [("Bērziņš", "Jānis", "LMT-11"), ("გელაშვილი", "ქეთევან", "LMT-12")]
    assert all(len(row) == len(rosters.HEADS) for row in rows)


# Files of the Beneficiary Module


def test_an_export_is_compared_and_nothing_is_left_of_a_round(school):
    project = modules.filled_project(3)
    content = modules.export_of(project)

    took = modules._ours(project, content)()

    assert took > 0
    assert not project.module_findings.exists()
    assert modules._plainly(content)() > 0
    assert modules._safely(content)() > 0


# Lists


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr("benchmarks.schools.PAGEFUL", 2)


def test_a_filled_school_has_its_people_in_flows_of_twenty(db, small_pages):
    with in_school(filled_school(45)):
        seats = [flow.mobilities.count() for flow in Flow.objects.order_by("pk")]

        assert (seats, Mobility.objects.count(), Person.objects.count()) == ([20, 20, 5], 45, 45)


def test_every_page_of_the_lists_shows_rows(db, small_pages):
    office = lists.office_here(55)

    rows = {page: office.get(page).count("<tr") - 1 for page in lists.PAGES if page != "mobility"}

    assert [page for page, count in rows.items() if count < 1] == []
    assert (rows["people"], rows["people_last"], rows["flows_search"]) == (50, 5, 3)


# Study programmes and the directory


def test_who_teaches_the_same_is_measured_on_schools_that_share_something(db, monkeypatch):
    monkeypatch.setattr(matching, "FEW", 2)
    monkeypatch.setattr(matching, "MANY", 3)
    monkeypatch.setattr(matching, "ROUNDS", 1)

    rows = list(matching.measure(frozenset(matching.NAMES), str))

    assert [(row.name, len(row.ratios)) for row in rows] == [("matching.second", 1), ("matching.growth", 1)]
    with in_school(matching.school_with(5)):
        assert len(matching.possible_partners()) > 0


@pytest.mark.django_db(transaction=True)
def test_organisations_of_the_directory_are_found_as_they_are_typed():
    names, chance = directory.fill(20), random.Random(1)

    assert all(directory._page(typed) and directory._bare(typed) for typed in (name.split()[0] for name in names))
    assert all(directory._page_nearly(directory.misspelt(name, chance)) for name in names)
    assert all(directory._page(directory.typed_for(name, chance)) for name in names)
    with as_owner():
        DirectoryEntry.objects.filter(name__in=names).delete()
