"""The words of mails, as files: `<subject>/letters/<name>.<language>.txt`, a file for each language.

The first line is the subject, the third and all after it the text. Braces name what is put in: `{flow}`. All
languages of a letter name the same; a test walks through them.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from django.conf import settings

#: In which a letter stands that has no file in the reader's language.
FALLBACK = "en"


def read_letter(letter: str, language: str, values: Mapping[str, object]) -> tuple[str, str]:
    """Subject and text of a letter, "mobilities/answers", in a language or else in English.

    Raises KeyError for a value that the letter names and nobody gave, FileNotFoundError for no such letter.
    """
    known = [code for code, _name in settings.LANGUAGES]
    subject, _, body = _words(letter, language if language in known else FALLBACK).partition("\n\n")
    # Braces in the values are text like any other.
    return subject.strip().format_map(values), body.format_map(values)


@cache
def _words(letter: str, language: str) -> str:
    room, _, name = letter.partition("/")
    folder = files(f"tilts.{room}").joinpath("letters")
    for code in (language, FALLBACK):
        file = folder.joinpath(f"{name}.{code}.txt")
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise FileNotFoundError(letter)
