"""Typesets papers with Typst: PDF/A-2a for the archive and PDF/UA-1 for screen readers in one file.

Data reaches Typst as JSON and is set as plain strings, so nothing in it is ever read as markup or code. The same input
gives the same bytes: fonts come from this package alone and the document's date from the paper.
"""

import io
import json
import os
import re
import threading
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

PACKAGE = Path(__file__).resolve().parent.parent
FONTS = PACKAGE / "documents" / "fonts"
MAIN = "documents/typst/main.typ"  # below the package, as a paper's template is
PROBE = "documents/typst/probe.typ"

FONT_FAMILIES = ("Noto Sans", "Noto Sans Georgian")
STANDARDS = ["a-2a", "ua-1"]

# PDF/A wants a date in every file. A paper that has none says so by this one, rather than by the clock.
UNDATED = date(2000, 1, 1)


class TypesettingError(Exception):
    """A paper could not be made: a template or a picture is broken, or the fonts are not installed."""


@dataclass(frozen=True)
class Paper:
    """One paper: which template, and what stands in it."""

    template: str  # a .typ file below the package, such as "mobilities/papers/participant_list.typ"
    title: str  # title of the PDF and its bookmark in a pack
    language: str  # "en", "lv" or "ka"
    data: Mapping[str, Any]  # JSON values; pictures (PNG, JPEG, SVG) as bytes
    dated_on: date = UNDATED  # the document's date in the file's metadata


def typeset(paper: Paper) -> bytes:
    """One PDF. Raises TypesettingError."""
    return _typeset([paper], paper.title, paper.language)


def typeset_pack(papers: Sequence[Paper], title: str, language: str) -> bytes:
    """All papers in one PDF, each starting on a new page with page 1 and its own bookmark.

    title and language are those of the file; every paper keeps its own language. Raises ValueError if there is no
    paper, TypesettingError if one can't be made.
    """
    if not papers:
        raise ValueError("a pack needs at least one paper")
    return _typeset(papers, title, language)


def typeset_many(papers: Sequence[Paper], *, at_once: int | None = None) -> Iterator[bytes]:
    """One PDF for each paper, in their order; at_once: how many are made at the same time, None: one a core.

    Typst works outside Python's lock, so threads are enough. Those ahead of the one you hold wait in memory (40 kB a
    page). Raises TypesettingError at the paper that can't be made; those not yet begun are then left.
    """
    at_once = at_once or os.cpu_count() or 1
    if at_once == 1 or len(papers) < 2:
        yield from map(typeset, papers)
        return
    workers = ThreadPoolExecutor(at_once, thread_name_prefix="typesetting")
    try:
        yield from workers.map(typeset, papers)
    finally:
        workers.shutdown(cancel_futures=True)


def _typeset(papers: Sequence[Paper], title: str, language: str) -> bytes:
    pictures: dict[str, list[int]] = {}
    request = {
        "title": printable(title),
        "language": language,
        "fonts": FONT_FAMILIES,
        "dated_on": max(paper.dated_on for paper in papers).isoformat(),
        "papers": [
            {
                "template": "/" + paper.template,
                "title": printable(paper.title),
                "language": paper.language,
                "data": _prepared(paper.data, pictures),
            }
            for paper in papers
        ],
        "pictures": pictures,
    }
    try:
        return _compile(MAIN, request)
    except typst.TypstError as error:
        templates = ", ".join(sorted({paper.template for paper in papers}))
        raise TypesettingError(f"cannot typeset {templates}: {error}") from error


def _prepared(value: Any, pictures: dict[str, list[int]]) -> Any:
    """The value with every text printable; a picture becomes its key in `pictures`, once for a whole pack."""
    match value:
        case str():
            return printable(value)
        case bytes():
            key = sha256(value).hexdigest()
            pictures.setdefault(key, list(value))
            return key
        case Mapping():
            return {key: _prepared(item, pictures) for key, item in value.items()}
        case list() | tuple():
            return [_prepared(item, pictures) for item in value]
        case _:
            return value


# --- Typst -----------------------------------------------------------------------------------------------------------

_local = threading.local()


def _compile(template: str, request: Mapping[str, Any]) -> bytes:
    """The PDF of what the template's `whole(request)` gives."""
    # A compiler keeps fonts and parsed templates between papers, but serves one thread at a time.
    if not hasattr(_local, "compiler"):
        _require_fonts()
        _local.compiler = typst.Compiler(root=str(PACKAGE), font_paths=[str(FONTS)], ignore_system_fonts=True)
    # The request stands in the source as one string: a change of `sys.inputs` would make Typst forget, from paper to
    # paper, all that it keeps of the templates. ASCII, both signs escaped that mean something in a string of Typst.
    text = json.dumps(request, ensure_ascii=True).replace("\\", "\\\\").replace('"', '\\"')
    source = f'#import "/{template}": whole\n#whole(json(bytes("{text}")))'
    pdf: bytes = _local.compiler.compile(source.encode("ascii"), pdf_standards=STANDARDS, format="pdf")
    return pdf


@cache
def _require_fonts() -> None:
    """Typst would set a paper in another typeface without a word."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]).families()
    if missing := [family for family in FONT_FAMILIES if family not in found]:
        raise TypesettingError(f"fonts are missing in {FONTS}: {', '.join(missing)} (run `make install`)")


# --- Text that can be printed ----------------------------------------------------------------------------------------

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Blocks that Noto Sans and Noto Sans Georgian hold without a gap: Latin, marks, Cyrillic, Georgian, the punctuation and
# currency signs in use. Whatever lies outside is asked of Typst before it is set.
_EXOTIC = re.compile(
    r"[^\n\x20-\x7e\xa0-\u017f\u0300-\u0304\u0306-\u030c\u0410-\u044f\u10d0-\u10f0\u2010-\u2026\u20ac]"
)

# Order of reading is Typst's business; a mark that turns the line round could make a paper say something else.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Longer than any word of a language we set, shorter than a line of a paper. Addresses break at their slashes.
# A SHA-256 stays one word, to be copied from the file and compared: templates give it a line of its own.
_LONG_WORD = re.compile(r"(?<![^\s/])(?![0-9a-f]{64}(?:[\s/]|$))[^\s/]{41,}")


def printable(text: str) -> str:
    """The text as it can be set: literally, save for what has no shape on paper.

    Control and direction marks vanish (a tab becomes a blank), a sign that no font holds becomes U+FFFD, and a "word"
    of more than 40 signs may break anywhere.
    """
    text = text.replace("\r\n", "\n")
    if _EXOTIC.search(text) or "\N{SOFT HYPHEN}" in text:  # few texts do: no need to look at each sign of the others
        text = "".join(map(_visible, text))
        text = "".join(_printable_word(word) for word in re.split(r"(\s+)", text))
    return _LONG_WORD.sub(lambda word: _breakable(word[0]), text)


def _visible(sign: str) -> str:
    if sign in "\n\u200c\u200d":  # joiners shape letters and emoji
        return sign
    if sign in "\t\r\v\f\x85\u2028\u2029":
        return " "
    if unicodedata.category(sign) == "Cc" or sign in _DIRECTION_MARKS or sign in "\ufeff\u00ad":
        return ""
    if unicodedata.category(sign) in {"Cs", "Co", "Cn"}:  # half a pair, private use, not assigned: no shape is known
        return REPLACEMENT
    return sign


def _printable_word(word: str) -> str:
    if not _EXOTIC.search(word) or _prints(word):
        return word
    mended = _EXOTIC.sub(lambda sign: sign[0] if _prints(sign[0]) else REPLACEMENT, word)
    # Signs that print alone may still fail together, when a mark is in another font than its letter.
    return mended if _prints(mended) else _EXOTIC.sub(REPLACEMENT, word)


@lru_cache(maxsize=10_000)
def _prints(text: str) -> bool:
    """Whether Typst has a shape for every sign, found by trying: only it knows its fallback fonts (about 1 ms)."""
    try:
        _compile(PROBE, {"text": text, "fonts": FONT_FAMILIES})
    except typst.TypstError:
        return False
    return True


def _breakable(word: str) -> str:
    """The word with a break allowed (U+200B) before each sign that is no mark on the sign before."""
    return word[0] + "".join(
        sign if unicodedata.category(sign) in {"Mn", "Me", "Mc", "Cf"} else "\u200b" + sign for sign in word[1:]
    )


# --- A zip of papers -------------------------------------------------------------------------------------------------

_RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LONGEST_FILE_NAME = 120  # with the number of a namesake and the folder around it still short enough for every system


def zip_pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of (name, content), in the order given, with names that every computer can unpack.

    A slash in a name puts the file into a folder.

    Same input, same bytes: members carry no moment and are stored as they are (PDFs are compressed already).
    """
    stream = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            path = "/".join(map(safe_file_name, name.split("/")))
            member = zipfile.ZipInfo(_unique(path, taken))
            member.create_system = 3  # Unix, on every machine
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return stream.getvalue()


def safe_file_name(name: str) -> str:
    """The name in plain letters: "Grant agreement – Ķēniņa, Žanete.pdf" → "Grant agreement - Kenina, Zanete.pdf".

    Anything but ASCII letters, digits, blank and ``._,()+-`` becomes one hyphen. Never empty, no folder, no leading
    dot, at most 120 signs.
    """
    # anyascii marks Georgian ejectives by apostrophes, which no Georgian writes.
    plain = anyascii(name.strip()).replace("'", "").replace("`", "")
    plain = re.sub(r"[^A-Za-z0-9 ._,()+-]+", "-", plain)
    stem, dot, suffix = plain.rpartition(".") if re.search(r"\.[A-Za-z0-9]{1,5}$", plain) else (plain, "", "")
    stem = re.sub(r"\s+", " ", stem).strip(" .-")[: LONGEST_FILE_NAME - len(suffix) - 1].rstrip(" .-") or "paper"
    if _RESERVED_ON_WINDOWS.match(stem):
        stem = f"paper-{stem}"
    return stem + dot + suffix


def _unique(name: str, taken: set[str]) -> str:
    """The name, numbered if another file has it already; capitals don't tell files apart on every system."""
    path, number, unique = Path(name), 1, name
    while unique.lower() in taken:
        number += 1
        unique = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
    taken.add(unique.lower())
    return unique
