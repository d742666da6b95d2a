"""Heads of columns in English, Latvian, Georgian and Russian, in any wording a school uses → our fields.

Heads are compared as search keys (plain Latin letters, no signs), so "Dz. dat.", "dzimšanas datums" and "DZIMSANAS
DATUMS (dd.mm.gggg)" all find the same field. A new wording is a new phrase in `PHRASES`.
"""

import difflib
import re
from functools import cache
from typing import Literal

from tilts.core.names import search_key

MAX_HEAD = 80  # characters; longer texts are titles or explanations
SHORT = 4  # a phrase with fewer letters must be the whole head: "no", "tel", "dob"
LIKENESS = 0.88  # of a misspelt head and the phrase it is taken for; 1: the same letters in the same order

NameOrder = Literal["family_first", "given_first", ""]

PHRASES: dict[str, tuple[str, ...]] = {
    "family_name": (
        *("surname", "family name", "last name"),
        *("uzvārds", "uzv"),
        *("გვარი",),
        *("фамилия", "фам"),
    ),
    "given_names": (
        *("first name", "given name", "given names", "forename", "forenames", "first names"),
        *("vārds", "vārdi", "priekšvārds"),
        *("имя", "имена", "имя отчество"),
        *("სახელი", "სახელები"),
    ),
    "full_name": (
        *("name", "full name", "names", "student", "learner", "pupil", "participant", "trainee", "student name"),
        *("audzēknis", "audzēkņi", "skolēns", "skolēni", "izglītojamais", "izglītojamie", "students", "studējošais"),
        *("dalībnieks", "dalībnieki", "pilns vārds", "vārds uzvārds", "uzvārds vārds"),
        *("სტუდენტი", "მოსწავლე", "მონაწილე", "სრული სახელი"),
        *("фио", "ф и о", "студент", "ученик", "учащийся", "участник", "полное имя"),
    ),
    "born_on": (
        *("date of birth", "birth date", "birthdate", "birthday", "dob", "d o b", "born", "born on", "year of birth"),
        *("dzimšanas datums", "dzimšanas dati", "dzimšanas diena", "dzimšanas dat", "dzimš datums", "dzimš dat"),
        *("dzim datums", "dzim dat", "dz datums", "dz dat", "dz d", "dzimis", "dzimusi", "dzimšanas gads"),
        *("დაბადების თარიღი", "დაბადების დღე", "დაბ თარიღი", "დაბადების წელი", "დაბადების თარ"),
        *("дата рождения", "день рождения", "год рождения", "дата рожд", "д р", "др", "родился"),
    ),
    "personal_code": (
        *("personal code", "personal id", "personal number", "national id", "id number", "identity number"),
        *("personas kods", "pers kods", "p kods", "p k", "pk"),
        *("პირადი ნომერი", "პირადობის ნომერი", "პირადი N", "პ ნ"),
        *("персональный код", "личный код", "перс код", "личный номер"),
    ),
    "group": (
        *("group", "class", "study group", "group name", "group code"),
        *("grupa", "grupas", "grupas nosaukums", "grupas nr", "grupas kods", "mācību grupa", "klase", "gr"),
        *("ჯგუფი", "ჯგ", "კლასი"),
        *("группа", "гр", "класс"),
    ),
    "course": (
        *("year of study", "study year"),
        *("kurss", "mācību gads"),
        *("კურსი",),
        *("курс",),
    ),
    "programme": (
        *("programme", "program", "study programme", "qualification", "speciality", "specialty", "course", "trade"),
        *("izglītības programma", "mācību programma", "programma", "specialitāte", "kvalifikācija", "profesija"),
        *("პროგრამა", "სპეციალობა", "პროფესია", "კვალიფიკაცია"),
        *("программа", "специальность", "профессия", "квалификация"),
    ),
    "email": (
        *("email", "e mail", "mail", "email address", "e mail address"),
        *("e pasts", "epasts", "e pasta adrese", "epasta adrese", "elektroniskais pasts"),
        *("ელფოსტა", "ელ ფოსტა", "ელექტრონული ფოსტა", "მეილი", "იმეილი", "ფოსტა"),
        *("электронная почта", "эл почта", "э почта", "почта", "имейл", "емейл", "эл адрес"),
    ),
    "phone": (
        *("phone", "phone number", "phone no", "telephone", "mobile", "mobile phone", "cell", "cell phone"),
        *("tālrunis", "tālr", "tālruņa numurs", "tālruņa nr", "tālr nr", "telefons", "telefona numurs", "telefona nr"),
        *("tel", "tel nr", "mob", "mob nr", "mob tel", "mob tālr", "mobilais", "mobilais telefons"),
        *("mobilais tālrunis", "kontakttālrunis", "kontakttelefons"),
        *("ტელეფონი", "ტელ", "მობილური", "მობ", "ტელეფონის ნომერი", "საკონტაქტო ნომერი"),
        *("телефон", "тел", "моб", "мобильный", "номер телефона", "контактный телефон"),
    ),
    "gender": (*("gender", "sex", "dzimums", "სქესი", "пол"),),
    "nationality": (
        *("nationality", "citizenship", "pilsonība", "valstspiederība", "valstiskā piederība"),
        *("მოქალაქეობა", "гражданство"),
    ),
    "notes": (
        *("notes", "note", "remarks", "comments", "comment", "piezīmes", "piezīme", "komentāri"),
        *("შენიშვნა", "შენიშვნები", "примечание", "примечания", "комментарий"),
    ),
    "number": (
        *("no", "n", "nr", "nr p k", "nr pk", "n p k", "npk", "nr p", "numurs", "number", "row", "p nr"),
        *("no p p", "п п", "n п п", "номер", "ს ნ", "ნომერი", "n რ"),
    ),
    "guardian_name": ("guardian", "parent", "vecāks", "vecāki", "aizbildnis", "likumiskais pārstāvis", "მშობელი"),
}

GUARDIANS = (
    *("guardian", "guardians", "parent", "parents", "mother", "mothers", "father", "fathers"),
    *("vecāki", "vecāks", "vecāku", "vecāka", "māte", "mātes", "tēvs", "tēva", "aizbildnis", "aizbildņa", "mammas"),
    *("likumiskā", "likumiskais", "likumisko", "pārstāvja", "pārstāvis"),
    *("მშობელი", "მშობლის", "დედის", "მამის", "მეურვის", "მეურვე"),
    *("родитель", "родителя", "родителей", "родители", "матери", "отца", "опекун", "опекуна", "мать", "отец"),
)

# A head with one of these tells of somebody else, or of another place than the person's own.
NOT_THE_PERSON = (
    *("teacher", "tutor", "leader", "company", "school", "emergency"),
    *("audzinātājs", "audzinātāja", "skolotājs", "skolotāja", "kurators", "vadītājs", "vadītāja", "uzņēmums", "skola"),
    *("მასწავლებელი", "კურატორი", "კომპანია", "სკოლა"),
    *("учитель", "куратор", "руководитель", "школа", "компания"),
)

TOTALS = (
    *("total", "sum", "in total", "kopā", "pavisam", "pavisam kopā", "summa", "skaits", "kopskaits", "audzēkņu skaits"),
    *("სულ", "ჯამი", "итого", "всего", "количество"),
)


def key(text: str) -> str:
    """Lower-case Latin words, without signs.

    >>> key("Dz. dat."), key("ელ. ფოსტა"), key("№ п/п")
    ('dz dat', 'el posta', 'no p p')
    """
    return " ".join(re.findall(r"[a-z0-9]+", search_key(text)))


@cache
def _phrases() -> dict[str, str]:
    return {key(phrase): field for field, phrases in PHRASES.items() for phrase in phrases}


@cache
def _words(kind: Literal["guardians", "others", "totals"]) -> frozenset[str]:
    words = {"guardians": GUARDIANS, "others": NOT_THE_PERSON, "totals": TOTALS}[kind]
    return frozenset(map(key, words))


def field_of(head: str) -> str:
    """Our field for a head as written, or "" for one that we don't know.

    >>> field_of("Izglītojamā dzimšanas datums"), field_of("Vecāku tālr."), field_of("Vārds, uzvārds"), field_of("IBAN")
    ('born_on', 'guardian_phone', 'full_name', '')
    """
    if len(head) > MAX_HEAD:
        return ""
    words = key(head)
    if not words or not _words("others").isdisjoint(words.split()):
        return ""
    if not _words("guardians").isdisjoint(words.split()):
        return _field_of_guardian(words)
    if words in _phrases():
        return _phrases()[words]
    if name_order(head):
        return "full_name"
    return _contained(words) or _misspelt(words)


def name_order(head: str) -> NameOrder:
    """Which part of a full name stands first, as far as the head tells; "" where it names no two parts.

    >>> name_order("Uzvārds, vārds"), name_order("სახელი და გვარი"), name_order("Audzēknis")
    ('family_first', 'given_first', '')
    """
    words = f" {key(head)} "
    if key(head) in {"fio", "f i o"}:  # the Russian order is a fixed one
        return "family_first"
    family = _first_place(words, [phrase for phrase, field in _phrases().items() if field == "family_name"])
    if not family:
        return ""
    place, length = family
    rest = words[:place] + " " * length + words[place + length :]
    names = [phrase for phrase, field in _phrases().items() if field == "given_names"]
    given = _first_place(rest, [*names, "name", "names", "first"])
    if not given:
        return ""
    return "family_first" if place < given[0] else "given_first"


def is_total(text: str) -> bool:
    """A word that stands before a sum: "Kopā: 20", "Итого".

    >>> is_total("Kopā: 20"), is_total("Kopāne")
    (True, False)
    """
    return re.sub(r"[\d ]+$", "", key(text)) in _words("totals")


def _field_of_guardian(words: str) -> str:
    about = " ".join(word for word in words.split() if word not in _words("guardians"))
    if not about:
        return "guardian_name"
    field = _phrases().get(about) or _contained(about)
    if field in {"phone", "email"}:
        return f"guardian_{field}"
    return "guardian_name" if field in {"family_name", "given_names", "full_name"} else ""


def _contained(words: str) -> str:
    """The field of the longest phrase that stands in the head as whole words."""
    found = [phrase for phrase in _phrases() if len(phrase) >= SHORT and f" {phrase} " in f" {words} "]
    found = [phrase for phrase in found if phrase not in {"name", "names", "class", "group", "number", "note"}]
    return _phrases()[max(found, key=len)] if found else ""


def _misspelt(words: str) -> str:
    close = difflib.get_close_matches(words, _phrases_about_as_long(len(words)), n=1, cutoff=LIKENESS)
    return _phrases()[close[0]] if close else ""


@cache
def _phrases_about_as_long(length: int) -> list[str]:
    """Phrases of more than 5 letters that a text of this length could be like: nobody need compare the others."""
    return [
        phrase
        for phrase in _phrases()
        if len(phrase) > 5 and 2 * min(len(phrase), length) >= LIKENESS * (len(phrase) + length)
    ]


def _first_place(words: str, phrases: list[str]) -> tuple[int, int] | None:
    """Where the longest of the phrases stands in words: (place, length)."""
    places = [(words.find(f" {phrase} "), len(phrase) + 1) for phrase in phrases]
    found = [place for place in places if place[0] >= 0]
    return max(found, key=lambda place: place[1]) if found else None
