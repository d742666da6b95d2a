"""Names of people: one part, or both in one cell."""

import re
import unicodedata

from tilts.exchange.fields.text import Mistake, plain, short
from tilts.exchange.heads import NameOrder, key

LONGEST_NAME = 100

FORMULA_SIGNS = ("=", "+", "@", "-", "\t=")
AND_WORDS = frozenset({"un", "and", "и", "და", "&", "+"})

# One or two words of Latin or of Georgian letters: most names, and nothing to look for in them.
_PLAIN_NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ž]+(?:[ -][A-Za-zÀ-ÖØ-öø-ž]+)?|[ა-ჰ]+(?:[ -][ა-ჰ]+)?")


def read_name(text: str) -> str:
    """A family name or the given names of one person.

    Names all in capitals (or all in small letters) get the usual ones; others stay as written. Raises Mistake for
    formulas, for what holds two people, digits or signs that no name has, and for more than 100 letters.

    >>> read_name("  BĒRZIŅA - KALNIŅA "), read_name("ᲘᲕᲐᲜᲔ"), read_name("O'Nīls")
    ('Bērziņa-Kalniņa', 'ივანე', "O'Nīls")
    """
    text = text.strip()
    if len(text) <= LONGEST_NAME and _PLAIN_NAME.fullmatch(text):
        return text if text.istitle() else usual_capitals(text)
    text = without_number(text)
    if text.startswith(FORMULA_SIGNS):
        raise Mistake("formula", text=short(text))
    if holds_two_people(text):
        raise Mistake("two_people", text=short(text))
    name = re.sub(r"\s*[-‐‑–]\s*", "-", plain(text)).replace("’", "'").replace("`", "'").replace("´", "'")
    if not any(letter.isalpha() for letter in name):
        raise Mistake("name_without_letters", text=short(text))
    if sum(unicodedata.category(letter) == "Mn" for letter in name) * 2 > len(name):
        raise Mistake("name_signs", text=short(text), sign=next(x for x in name if unicodedata.category(x) == "Mn"))
    for letter in name:
        if not (letter.isalpha() or unicodedata.category(letter)[0] == "M" or letter in " -'ʼ."):
            raise Mistake("name_signs", text=short(text), sign=letter)
    if len(name) > LONGEST_NAME:
        raise Mistake("name_too_long", text=short(text), letters=LONGEST_NAME)
    return usual_capitals(name)


def usual_capitals(name: str) -> str:
    """IVANOVA-BĒRZE → Ivanova-Bērze; Georgian headline letters → everyday ones; mixed names stay."""
    name = "".join(letter.lower() if "Ა" <= letter <= "Ჿ" else letter for letter in name)
    letters = [letter for letter in name if letter.lower() != letter.upper() and not "ა" <= letter <= "ჿ"]
    if len(letters) > 1 and (all(map(str.isupper, letters)) or all(map(str.islower, letters))):
        return re.sub(r"[^\s\-'ʼ.]+", lambda word: word.group().capitalize(), name.lower())
    return name


def holds_two_people(text: str) -> bool:
    """Whether a name's cell joins two: by a line end, "un", "/", ";", "," or "&".

    >>> holds_two_people("Ieva un Anna"), holds_two_people("Undīne Anda")
    (True, False)
    """
    if re.search(r"\w\s*[/\\;,\n]\s*\w", text.strip()):
        return True
    return any(word.casefold() in AND_WORDS for word in text.split()[1:-1])


def first_and_rest(text: str) -> tuple[str, str]:
    """What a cell says of its first person and of the next ones; the second is empty where it joins none.

    The strongest sign between them parts: in "Liepa, Anna / Liepa, Juris" the slash, not the comma.

    >>> first_and_rest("Liepa, Anna / Liepa, Juris"), first_and_rest("Ieva un Anna"), first_and_rest("Ieva")
    (('Liepa, Anna', 'Liepa, Juris'), ('Ieva', 'Anna'), ('Ieva', ''))
    """
    ands = "|".join(re.escape(word) for word in sorted(AND_WORDS))
    for sign in (r"\n", "[;/\\\\]", rf"\s(?:{ands})\s", ","):
        parts = re.split(sign, text.strip(), maxsplit=1, flags=re.IGNORECASE)
        if len(parts) == 2 and all(map(plain, parts)):
            return parts[0].strip(), parts[1].strip()
    return text.strip(), ""


def without_number(text: str) -> str:
    """A name without its number in the list, where that stands in the same cell.

    >>> without_number("12. Anna Kalniņa"), without_number("12Anna")
    ('Anna Kalniņa', '12Anna')
    """
    return re.sub(r"^\s*\d{1,3}\s*[.)]\s*(?=[^\W\d_][^\d]*$)", "", text)


# Small words before a family name, which belong to it: "Jan van der Berg", "Maria de la Cruz".
PARTICLES = frozenset(
    (
        *("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "zu", "zum"),
        *("af", "av", "ter", "ten", "el", "al", "bin", "ibn"),
    )
)


def split_name(text: str, order: NameOrder) -> dict[str, str]:
    """A full name in its two parts, as texts still to be checked.

    A comma stands after the family name unless the head told the other order; a word all in capitals beside others
    is the family name; else the order, the ending of a word (`order_of`) or, with neither, the last place tells. What
    can't be split stays whole.

    >>> split_name("Ozola, Ieva Anna", ""), split_name("Ieva OZOLA", "family_first")
    ({'family_name': 'Ozola', 'given_names': 'Ieva Anna'}, {'family_name': 'OZOLA', 'given_names': 'Ieva'})
    """
    text = without_number(text)
    if re.fullmatch(r"\s*[^\W\d]+[^\S\n]*\n[^\S\n]*[^\W\d]+\s*", text):
        text = plain(text)  # one word a line: a narrow cell, not two people
    parts = [plain(part) for part in text.split(",") if plain(part)]
    if len(parts) == 2 and not all(" " in part for part in parts):
        first, second = parts
        return _name(second, first) if order == "given_first" else _name(first, second)
    words = text.split()
    if len(words) < 2 or holds_two_people(text) or text.startswith(FORMULA_SIGNS):
        return _name(text, "")
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    others = [word for word in words if word not in capitals]
    if capitals and others:
        return _name(" ".join(capitals), " ".join(others))
    family = 1
    if order == "family_first":
        while family < len(words) - 1 and words[family - 1].casefold() in PARTICLES:
            family += 1
        return _name(" ".join(words[:family]), " ".join(words[family:]))
    while family < len(words) - 1 and words[-family - 1].casefold() in PARTICLES:
        family += 1
    return _name(" ".join(words[-family:]), " ".join(words[:-family]))


def order_of(name: str) -> NameOrder:
    """What the words of a full name tell by themselves: a Georgian family name or a patronymic by its ending.

    >>> order_of("ბერიძე ნინო"), order_of("Анна Петровна Иванова"), order_of("Anna Liepa")
    ('family_first', 'given_first', '')
    """
    words = [key(word) for word in name.split()]
    if len(words) < 2:
        return ""
    georgian = [word.endswith(("dze", "shvili")) for word in words]
    if georgian.count(True) == 1:
        return "family_first" if georgian[0] else "given_first" if georgian[-1] else ""
    if len(words) == 3 and words[2].endswith(("vich", "ovna", "evna", "ichna")):
        return "family_first"
    if len(words) == 3 and words[1].endswith(("vich", "ovna", "evna", "ichna")):
        return "given_first"
    return ""


def _name(family_name: str, given_names: str) -> dict[str, str]:
    return {"family_name": family_name, "given_names": given_names}
