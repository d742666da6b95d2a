"""What a paper says of the money behind it comes from dated data with its source."""

import yaml

from tilts.documents.statements import STATEMENTS, Statement, funding_statement

ENGLISH = Statement("Co-funded by the European Union", "en")


def test_statement_is_in_the_language_of_the_paper_else_in_english():
    assert [funding_statement("erasmus-2021", language) for language in ("lv", "en", "ka")] == [
        Statement("Līdzfinansē Eiropas Savienība", "lv"),
        ENGLISH,
        ENGLISH,
    ]


def test_there_is_no_statement_for_other_programmes():
    assert [funding_statement(code, "lv") for code in ("erasmus-2014", "nordplus", "")] == [None, None, None]


def test_every_statement_has_its_status_and_source():
    entries = yaml.safe_load(STATEMENTS.read_text(encoding="utf-8"))["statements"]

    assert {entry["status"] for entry in entries} == {"confirmed"}
    assert all(entry["reference"]["title"] for entry in entries)
