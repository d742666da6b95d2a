"""Is every text there in every language? `python tools/check_translations.py [--write]`

Reads the texts from the source itself (Python and templates), so a new text that no catalogue holds is found. A
catalogue passes when each text has a translation, none is marked fuzzy, the placeholders are those of the original,
and nothing is left over that the source no longer says. `--write` adds the missing texts, empty, to the catalogues
and takes out those left over; a language begins with an empty `src/tilts/locale/<code>/LC_MESSAGES/django.po`.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tilts"

KEYWORDS: dict[str, Any] = {
    name + lazy: positions
    for name, positions in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
} | {"_": None, "_lazy": None, "gettext_noop": None}

_CALL = re.compile(r"\b(_|n?p?gettext)\(((?:[^()'\"]|u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")*)\)")
_PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[#0\- +]*(?:\d+|\*)?(?:\.\d+)?[diouxXeEfFgGcrs]|\{(\w*)\}")


@dataclass(frozen=True)
class Trouble:
    """One text that one catalogue does not hold as it should."""

    text: str
    where: str
    what: str


# The source


def extract_template(
    file: IO[bytes], keywords: Iterable[str], comment_tags: Iterable[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, str | tuple[str, ...], list[str]]]:
    """The texts of a Django template, for Babel: line, function, its texts, no comments.

    Django turns a template into calls of gettext amid blanked-out words; the calls are picked from there.
    """
    code = templatize(file.read().decode())
    for call in _CALL.finditer(code):
        line = code.count("\n", 0, call.start()) + 1
        # A plural carries its count as a name; only the texts are wanted.
        arguments = ast.parse(f"f({call[2]})", mode="eval").body.args  # type: ignore[attr-defined]
        texts = tuple(part.value for part in arguments if isinstance(part, ast.Constant))
        yield line, call[1], texts if len(texts) > 1 else texts[0], []


def texts_of(source: Path) -> Catalog:
    """Every text that the source asks gettext for, with the places where it stands."""
    catalog = Catalog(charset="utf-8")
    methods = [("**.py", "python"), ("**/templates/**", extract_template)]
    for path, line, message, _comments, context in extract_from_dir(source, methods, keywords=KEYWORDS):  # type: ignore[arg-type]
        catalog.add(
            message, locations=[((source / path).relative_to(source.parent.parent).as_posix(), line)], context=context
        )
    return catalog


# A catalogue


def troubles(wanted: Catalog, found: Catalog) -> list[Trouble]:
    """What is wrong with a catalogue, in the order of the source, then what is left over."""
    return [trouble for message in wanted if message.id for trouble in _of_message(message, found)] + [
        Trouble(_shown(message), "", "is no longer in the source")
        for message in found
        if message.id and wanted.get(_key(message), message.context) is None
    ]


def _of_message(message: Message, found: Catalog) -> Iterator[Trouble]:
    where = ", ".join(f"{path}:{line}" for path, line in message.locations[:2])
    translated = found.get(_key(message), message.context)
    if translated is None:
        yield Trouble(_shown(message), where, "is not in the catalogue")
        return
    if translated.fuzzy:
        yield Trouble(_shown(message), where, "is marked fuzzy: look at it and take the mark away")
    originals = message.id if isinstance(message.id, tuple) else (message.id,)
    forms = translated.string if isinstance(translated.string, tuple) else (translated.string,)
    wanted_forms = found.num_plurals if isinstance(message.id, tuple) else 1
    if len(forms) != wanted_forms or not all(forms):
        yield Trouble(_shown(message), where, "has no translation" if wanted_forms == 1 else "lacks a plural form")
        return
    # A plural form may leave a placeholder out ("one day"), never bring one that the original does not fill.
    allowed = {name for original in originals for name in placeholders(original)}
    needed = set(placeholders(originals[-1]))
    for form in forms:
        names = set(placeholders(form))
        if not names <= allowed or (len(forms) == 1 and names != needed):
            yield Trouble(_shown(message), where, f"has other placeholders in its translation: {form!r}")


def placeholders(text: str) -> list[str]:
    """The placeholders of a text, sorted: "%(days)s of {total}" has `days` and `total`."""
    return sorted(
        named or braced or whole
        for whole, named, braced in (
            (match[0], match[1], match[2]) for match in _PLACEHOLDER.finditer(text.replace("%%", ""))
        )
    )


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id


def _shown(message: Message) -> str:
    return " ".join(_key(message).split())


# The command


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def rewrite(path: Path, wanted: Catalog) -> None:
    """Bring the catalogue to the texts of the source: nothing is guessed, so nothing becomes fuzzy."""
    catalog = read(path)
    catalog.update(wanted, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with path.open("wb") as file:
        # Without line numbers, so that a catalogue changes only when a text does.
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Is every text there in every language?")
    parser.add_argument("--write", action="store_true", help="add missing texts, take out those left over")
    options = parser.parse_args()

    wanted = texts_of(SOURCE)
    catalogues = sorted((SOURCE / "locale").glob("*/LC_MESSAGES/django.po"))
    if not catalogues:
        print("There is no catalogue in src/tilts/locale.", file=sys.stderr)
        return 1
    failed = False
    for path in catalogues:
        if options.write:
            rewrite(path, wanted)
        language = path.parent.parent.name
        found = troubles(wanted, read(path))
        failed = failed or bool(found)
        print(f"{language}: {len(wanted)} texts, {f'{len(found)} to mend' if found else 'all translated'}")
        for trouble in found:
            print(f"  {trouble.where or path.relative_to(ROOT)}: “{trouble.text}” {trouble.what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
