"""The canonical text with its hash, the differences of two versions, the clauses of the templates."""

from datetime import date

import pytest

from tilts.agreements.drafting.rules import Piece, canonical, content_hash, differences, word_pieces
from tilts.agreements.drafting.wordings import LANGUAGES, Values, Wording, filled, wordings
from tilts.agreements.models import Agreement

CLAUSE = {"key": "term", "title": {"lv": "Termiņš"}, "text": {"lv": "Līdz 2027. gadam."}}
CONTENT = {"languages": ["lv"], "title": {"lv": "Līgums"}, "clauses": [CLAUSE]}
EVERYTHING = Values(
    frozenset(
        *[
            [
                *("areas", "weeks", "seats", "has_training", "training", "planned", "no_costs", "costs", "no_from"),
                *("valid_from", "valid_until", "open_ended", "renewal", "two_languages"),
            ]
        ]
    ),
    dict.fromkeys(
        (
            *("areas", "framework", "weeks", "training", "costs", "valid_from", "valid_until"),
            *("renewal_months", "notice_months", "languages"),
        ),
        "XX",
    ),
    {"seats": [{"seat": "A → B"}]},
)


def test_the_hash_does_not_ask_for_the_order_of_keys_and_sees_every_word():
    turned = {key: CONTENT[key] for key in reversed(CONTENT)}

    assert content_hash(turned) == content_hash(CONTENT)
    assert content_hash(CONTENT | {"title": {"lv": "Līgumi"}}) != content_hash(CONTENT)


def test_a_number_with_decimals_is_refused():
    with pytest.raises(TypeError, match=r"0\.5"):
        canonical({"share": [0.5]})


def test_kept_and_added_words_are_the_new_text_and_kept_and_removed_ones_the_old():
    before, after = "Each placement lasts 3 weeks.\nTwice a year.", "Each placement lasts 3 to 5 weeks.\nOnce a year."

    pieces = word_pieces(before, after)

    assert "".join(piece.text for piece in pieces if piece.what != "removed") == after
    assert "".join(piece.text for piece in pieces if piece.what != "added") == before


def test_differences_name_what_was_changed_added_and_left_out_clause_by_clause():
    added = {"key": "own-1", "title": {"lv": "Sports"}, "text": {"lv": "Spēles."}}
    gone = {"key": "data", "title": {"lv": "Dati"}, "text": {"lv": "Droši."}}
    before = CONTENT | {"clauses": [CLAUSE, gone]}
    after = CONTENT | {"clauses": [CLAUSE | {"text": {"lv": "Līdz 2028. gadam."}}, added]}

    found = differences(before, after)

    assert [(each.key, each.title) for each in found] == [
        ("term", {"lv": "Termiņš"}),
        ("own-1", {"lv": "Sports"}),
        ("data", {"lv": "Dati"}),
    ]
    assert found[1].pieces == {"lv": (Piece("added", "Spēles."),)}
    assert differences(before, before) == []


@pytest.mark.parametrize("kind", Agreement.Kind.values)
def test_every_kind_has_clauses_that_can_be_filled_in_every_language(kind):
    found = wordings(kind, date(2026, 11, 25))

    for wording in found:
        texts = {code: filled(wording, code, EVERYTHING) for code in LANGUAGES}
        assert all(texts.values()), wording.key
        assert len({len(text.splitlines()) for text in texts.values()}) == 1, wording.key
        assert not any("{" in text or "}" in text for text in texts.values())
    assert len(found) > 5


def test_no_clause_is_worded_before_its_first_day():
    assert wordings("bilateral", date(2025, 12, 31)) == []


def test_what_is_filled_in_is_not_looked_at_again():
    wording = next(each for each in wordings("bilateral", date(2026, 11, 25)) if each.key == "costs")

    text = filled(wording, "en", Values(frozenset({"costs"}), {"costs": "{weeks}"}))

    assert isinstance(wording, Wording)
    assert text.splitlines()[0] == "{weeks}"
