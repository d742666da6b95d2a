import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core import names
from tilts.core.names import full_name, search_key, sort_key

ALPHABETS = {
    "lv": "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "lt": "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize("language", ALPHABETS)
def test_sort_key_orders_letters_as_the_alphabet(language):
    letters = list(ALPHABETS[language])
    shuffled = random.Random(1).sample(letters, len(letters))

    assert sorted(shuffled, key=lambda letter: sort_key(letter, language)) == letters


@pytest.mark.parametrize("language", ["lv", "et", "lt"])
def test_sort_key_orders_capitals_as_the_alphabet(language):
    letters = list(ALPHABETS[language].upper())
    shuffled = random.Random(1).sample(letters, len(letters))

    assert sorted(shuffled, key=lambda letter: sort_key(letter, language)) == letters


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        (
            "lv",
            ["ābele", "Ābols", "cīrulis", "cits", "Czerny", "čaks", "Čakste", "kirsis", "ķirsis", "zvans", "žagata"],
        ),
        ("et", ["Saar", "Sokk", "Šokk", "Zimmer", "Žanna", "Tamm", "Vaher", "Õun", "Ärm", "Öpik", "Ülo"]),
        ("lt", ["Ylakiai", "Imsrė", "Įsrutis", "Jonava", "Sauga", "Šakiai", "Zarasai", "Žagarė"]),
        ("ka", ["აბაშა", "ბათუმი", "თბილისი", "ქუთაისი", "ჭიათურა", "ხაშური"]),
        ("en", ["de la Cruz", "De Vries", "Dean", "Émile", "Emily"]),
        ("sw", ["abe", "Zawadi"]),
    ],
    ids=["latvian", "estonian", "lithuanian", "georgian", "english", "no-tailoring"],
)
def test_sort_key_orders_names(language, in_order):
    shuffled = random.Random(2).sample(in_order, len(in_order))

    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == in_order


@pytest.mark.parametrize("language", ALPHABETS)
@given(
    text=st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x17F)
        | st.characters(min_codepoint=0x10D0, max_codepoint=0x10F0)
    )
)
def test_sort_key_of_names_is_the_collators(language, text):
    """What is put together sign by sign is what the collator gives for the whole."""
    composed = unicodedata.normalize("NFC", text)
    weights = names._collator().sort_key(composed.translate(names._table(language)))

    assert sort_key(text, language) == names._packed(weights)


def test_sort_key_knows_georgian_capitals():
    assert sort_key("ᲗᲑᲘᲚᲘᲡᲘ", "ka") == sort_key("თბილისი", "ka")


@given(TEXTS, st.sampled_from(sorted(ALPHABETS)))
def test_sort_key_does_not_see_how_a_letter_is_composed(text, language):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert sort_key(composed, language) == sort_key(decomposed, language)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rīga", "riga"),
        ("Рига", "riga"),
        ("რიგა", "riga"),
        ("ᲠᲘᲒᲐ", "riga"),
        ("  Ķegums \t pie   Daugavas ", "kegums pie daugavas"),
        ("ჭიათურა", "chiatura"),
        ("Слов'янськ", "slovyansk"),
        ("O’Neil", "oneil"),
        ("Weißenfels", "weissenfels"),
        ("", ""),
    ],
    ids=[
        "latvian",
        "cyrillic",
        "georgian",
        "georgian-capitals",
        "blanks",
        "georgian-ejective",
        "ukrainian-apostrophe",
        "typographic-apostrophe",
        "sharp-s",
        "nothing",
    ],
)
def test_search_key_is_what_anyone_can_type(text, key):
    assert search_key(text) == key


@given(TEXTS)
def test_search_key_is_plain_and_stays_as_it_is(text):
    key = search_key(text)

    assert key.isascii()
    assert search_key(key) == key


@pytest.mark.parametrize(
    ("given_names", "family_name", "name"),
    [("Anna  Marta", "Ozoliņa", "Anna Marta Ozoliņa"), ("", "Beridze", "Beridze"), ("Nino", "", "Nino"), ("", "", "")],
    ids=["two-given-names", "family-name-only", "given-name-only", "neither"],
)
def test_full_name_has_single_blanks(given_names, family_name, name):
    assert full_name(given_names, family_name) == name
