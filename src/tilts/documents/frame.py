"""What stands on every paper around its own text; `typst/base.typ` draws it."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


@dataclass(frozen=True)
class Letterhead:
    """Who the paper comes from."""

    name: str
    lines: tuple[str, ...]  # registration number, address, ways to reach
    mark: bytes | None = None  # the school's emblem: PNG, JPEG or SVG


@dataclass(frozen=True)
class SignatureBlock:
    """A place to sign."""

    party: str  # for whom: "The school", "The participant"
    name: str  # who signs; empty: a line to write the name on
    role: str = ""  # "Director"


def frame(
    letterhead: Letterhead,
    *,
    heading: str,
    number: str,
    place_and_day: str,
    is_specimen: bool = False,
    funding_statement: str = "",
    funding_language: str = "",
    funding_note: str = "",
) -> dict[str, Any]:
    """The part of a paper's data that base.typ reads, in the active language.

    heading: the title on the page, such as "Grant agreement". number: the paper's own, repeated in the footer of every
    page. A specimen bears the word across each page and a sentence at the top. funding_language: that of the statement
    where it is not the paper's, which funding_note then tells.
    """
    return {
        "letterhead": asdict(letterhead),
        "heading": heading,
        **number_of_paper(number),
        "place_and_day": place_and_day,
        # Typst knows the numbers of pages once they are set and fills the braces.
        "page_of": _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        "specimen": is_specimen,
        "specimen_word": _("SPECIMEN"),
        "specimen_sentence": _("This is a specimen with invented data. It has no legal force."),
        "funding": {"statement": funding_statement, "language": funding_language, "note": funding_note},
        "signature_words": {"name": pgettext("person", "Name"), "signature": _("Signature"), "date": _("Date")},
    }


def number_of_paper(number: str) -> dict[str, str]:
    """What a frame says of the paper's number, in the active language."""
    return {"number": number, "number_line": _("No. %(number)s") % {"number": number}}
