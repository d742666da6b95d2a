"""The words of mails as files: every letter in every language of the house, each naming the same."""

from pathlib import Path
from string import Formatter

import pytest
from django.conf import settings

import tilts
from tilts.mail.letters import read_letter

LETTERS = sorted(Path(tilts.__file__).parent.glob("*/letters/*.en.txt"))


def names_in(path: Path) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(path.read_text()) if name}


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.name)
def test_a_letter_names_the_same_in_every_language(letter):
    for code, _name in settings.LANGUAGES:
        translated = letter.with_name(letter.name.replace(".en.", f".{code}."))
        subject, empty, *body = translated.read_text().split("\n")

        assert (bool(subject), empty, any(body)) == (True, "", True), translated.name
        assert names_in(translated) == names_in(letter), translated.name


def test_a_letter_is_read_in_the_language_of_the_reader_and_values_are_no_words_of_it():
    subject, body = read_letter("mobilities/papers_ready", "lv", {"flow": "{x}", "address": "https://example.org"})

    assert subject == "Brauciena „{x}” dokumenti ir gatavi"
    assert body == "Visi brauciena „{x}” dokumenti ir izdrukāti. Tie atrodami šeit:\nhttps://example.org\n"


def test_another_language_is_answered_in_english():
    subject, _body = read_letter("mobilities/papers_ready", "de", {"flow": "Dresden", "address": ""})

    assert subject == "The papers of “Dresden” are ready"


def test_a_letter_that_is_not_there_is_told():
    with pytest.raises(FileNotFoundError, match="mobilities/nothing"):
        read_letter("mobilities/nothing", "en", {})
