"""The text of one cell → its value. Each function raises Mistake (a code and values for the sentence), nothing else."""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache

import phonenumbers
from babel import Locale

from tilts.exchange.heads import key

LONGEST_NAME = 100
YOUNGEST, OLDEST = 10, 90  # whole years; who travels for a school is older and younger

# Day 0 of spreadsheets, moved by their 29 February 1900 that never was. ECMA-376 part 1, 18.17.4.1.
SERIAL_DAY_0 = date(1899, 12, 30)

FORMULA_SIGNS = ("=", "+", "@", "-", "\t=")
AND_WORDS = frozenset({"un", "and", "и", "და", "&", "+"})

# Beginnings of the names of months, enough to tell them apart in every case and form.
MONTHS = (
    ("jan", "янв", "იან"),
    ("feb", "фев", "თებ"),
    ("mar", "мар", "მარ"),
    ("apr", "апр", "აპრ"),
    ("mai", "may", "май", "мая", "მაი"),
    ("jūn", "jun", "июн", "ივნ"),
    ("jūl", "jul", "июл", "ივლ"),
    ("aug", "авг", "აგვ"),
    ("sep", "сен", "სექ"),
    ("okt", "oct", "окт", "ოქტ"),
    ("nov", "ноя", "ნოე"),
    ("dec", "дек", "დეკ"),
)

GENDERS = {
    "female": (
        *("f", "female", "woman", "girl", "s", "siev", "sieviete", "sieviešu", "meitene"),
        *("ж", "жен", "женский", "женщина", "ქ", "ქალი", "მდედრ", "მდედრობითი"),
    ),
    "male": (
        *("m", "male", "man", "boy", "v", "vīr", "vīrietis", "vīriešu", "z", "zēns"),
        *("м", "муж", "мужской", "мужчина", "კ", "კაცი", "მამრ", "მამრობითი"),
    ),
}


class Mistake(ValueError):
    """What stands in a cell can't be taken over; `code` and `values` make the sentence."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def plain(text: str) -> str:
    """One line without invisible letters: NFC, every run of blanks (also unbreakable ones) as one blank."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():  # nearly all are: no need to look at each letter
        return " ".join(text.split())
    visible = "".join(" " if letter.isspace() else letter for letter in text if _is_visible(letter))
    return " ".join(visible.split())


def is_blank(text: str) -> bool:
    """Nothing a person sees stands there."""
    return not text or not (text[0].isalnum() or plain(text))  # the first letter of nearly all tells


def _is_visible(letter: str) -> bool:
    # Cf: marks of direction, joiners; Cc: controls, of which the blank ones are kept; Cs: halves of broken letters
    return letter.isspace() or unicodedata.category(letter) not in {"Cf", "Cc", "Cs"}


def short(text: str, length: int = 40) -> str:
    """For sentences: enough of a text to find it again."""
    text = plain(text)
    return text if len(text) <= length else text[: length - 1] + "…"


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
    if text.startswith(FORMULA_SIGNS):
        raise Mistake("formula", text=short(text))
    if holds_two_people(text):
        raise Mistake("two_people", text=short(text))
    name = re.sub(r"\s*[-‐‑–]\s*", "-", plain(text)).replace("’", "'").replace("`", "'").replace("´", "'")
    if not any(letter.isalpha() for letter in name):
        raise Mistake("name_without_letters", text=short(text))
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


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)  # how a real date of a spreadsheet comes


def read_birth_date(text: str, today: date, *, month_first: bool = False) -> date:
    """A date of birth in any of the ways it is written, for somebody 10 to 90 years old today.

    Day before month, unless month_first; two-digit years fall where the age is possible. Also spreadsheet serial
    numbers and 09032004 or 9032004 (lost zero). Raises Mistake.

    >>> [str(read_birth_date(text, date(2022, 1, 31))) for text in ("9.3.04", "2004. gada 9. martā", "38055")]
    ['2004-03-09', '2004-03-09', '2004-03-09']
    """
    shown = short(text)
    day = read_date(text, today, month_first=month_first)
    if day > today:
        raise Mistake("date_in_future", text=shown)
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if age < YOUNGEST:
        raise Mistake("too_young", text=shown, age=age)
    if age > OLDEST:
        raise Mistake("too_old", text=shown, age=age)
    return day


def read_date(text: str, today: date, *, month_first: bool = False) -> date:
    """A whole date, see `read_birth_date`, of any age. Raises Mistake: no date, no such day, or a part is missing."""
    text = plain(text)
    if _ISO_DAY.fullmatch(text):
        return _day(text[:4], text[5:7], text[8:], today, text)
    if re.fullmatch(r"\d{5,8}(\.0+)?", text, re.ASCII):
        return _from_digits(text.partition(".")[0], today)
    without_time = re.sub(r"[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", "", text)
    parts = re.findall(r"\d+|[^\W\d_]+", without_time)
    numbers = [part for part in parts if part.isascii() and part.isdigit()]
    months = [month for part in parts if not part[0].isdigit() and (month := _month(part))]
    if len(numbers) > 3 or any(len(number) > 4 for number in numbers) or len(months) > 1:
        raise Mistake("no_date", text=short(text))
    if len(numbers) == 3 and not months:
        a, b, c = numbers
        if len(a) > 2:
            return _day(a, b, c, today, text)
        return _day(c, a, b, today, text) if month_first else _day(c, b, a, today, text)
    if len(numbers) == 2 and months:
        first, second = numbers
        year, day = (first, second) if len(first) > 2 else (second, first)
        return _day(year, str(months[0]), day, today, text)
    if numbers and len(numbers) + len(months) < 3 and any(len(number) == 4 for number in numbers):
        raise Mistake("date_incomplete", text=short(text))
    raise Mistake("no_date", text=short(text))


def is_month_first(text: str) -> bool | None:
    """What a date of three numbers proves: True 12/31/2004, False 31/12/2004, None neither."""
    found = re.fullmatch(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\.?", plain(text), re.ASCII)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first <= 12 < second <= 31:
        return True
    return False if second <= 12 < first <= 31 else None


def _from_digits(digits: str, today: date) -> date:
    if len(digits) == 5:
        return SERIAL_DAY_0 + timedelta(days=int(digits))
    if len(digits) == 8 and digits.startswith(("19", "20")) and int(digits[4:6]) <= 12:
        return _day(digits[:4], digits[4:6], digits[6:], today, digits)
    digits = digits.zfill(8 if len(digits) > 6 else 6)
    return _day(digits[4:], digits[2:4], digits[:2], today, digits)


def _day(year: str, month: str, day: str, today: date, text: str) -> date:
    if len(year) == 3:
        raise Mistake("no_date", text=short(text))
    full_year = int(year)
    if len(year) < 3:
        full_year += 1900 if 2000 + full_year > today.year - YOUNGEST else 2000
    try:
        return date(full_year, int(month), int(day))
    except ValueError as error:
        raise Mistake("no_such_day", text=short(text)) from error


@cache
def _beginnings() -> tuple[tuple[str, int], ...]:
    return tuple((key(name), number) for number, names in enumerate(MONTHS, start=1) for name in names)


def _month(word: str) -> int | None:
    folded = key(word)
    return next((number for beginning, number in _beginnings() if folded.startswith(beginning)), None)


PERSONAL_CODE = re.compile(r"(\d{6})\s*[-–]?\s*([012])\d{4}", re.ASCII)


def birth_date_of_code(code: str) -> date | None:
    """The day in a Latvian personal code of the old kind (ddmmyy-cnnnn, c the century); None for all others.

    Codes given since July 2017 begin with 32 and tell nothing. A leading zero may be lost.

    >>> birth_date_of_code("090304-20000"), birth_date_of_code("320304-20000")
    (datetime.date(2004, 3, 9), None)
    """
    text = plain(code)
    if re.fullmatch(r"\d{10}", text, re.ASCII):
        text = f"0{text}"
    found = PERSONAL_CODE.fullmatch(text)
    if not found:
        return None
    digits, century = found.groups()
    try:
        return date(1800 + 100 * int(century) + int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def read_phone(text: str, default_region: str) -> str:
    """E.164 by libphonenumber's data; numbers without a country code belong to default_region. Raises Mistake.

    >>> read_phone("26 123 456", "LV"), read_phone("00371 2612-3456 (mamma)", "LV"), read_phone("599123456", "GE")
    ('+37126123456', '+37126123456', '+995599123456')
    """
    shown = short(text)
    text = plain(re.sub(r"[/;,\n|]+", ";", text))
    if re.fullmatch(r"\d[.;]?\d*[eE]\+?\d+", text) or re.fullmatch(r"[1-9]\d{1,6}0{6,}", text):
        raise Mistake("phone_as_power", text=shown)
    found = [number for part in text.split(";") if (number := _phone(part, default_region))]
    if len(set(found)) > 1:
        raise Mistake("several_phones", text=shown)
    number = found[0] if found else _phone(text.replace(";", ""), default_region)
    if not number:
        raise Mistake("no_phone", text=shown)
    return number


def _phone(text: str, default_region: str) -> str | None:
    usual, code = _national_numbers(default_region)
    national = text.replace(" ", "").replace("-", "").removeprefix(f"+{code}")
    if usual.fullmatch(national):
        return f"+{code}{national}"
    return _parsed_phone(text, default_region)


@cache
def _national_numbers(region: str) -> tuple[re.Pattern[str], int]:
    """What a valid number of the region looks like without its country code, and that code.

    Libphonenumber's own patterns, asked without its parser, which takes a hundred times as long. In a region with a
    trunk prefix none matches: there the parser has to tell prefix and number apart.
    """
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if (
        metadata is None
        or metadata.general_desc is None
        or metadata.country_code is None
        or metadata.national_prefix_for_parsing
    ):
        return re.compile(r"(?!)"), 0
    kinds = (
        *(metadata.fixed_line, metadata.mobile, metadata.toll_free, metadata.premium_rate, metadata.shared_cost),
        *(metadata.personal_number, metadata.voip, metadata.pager, metadata.uan, metadata.voicemail),
    )
    patterns = [kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern]
    general = metadata.general_desc.national_number_pattern
    return re.compile(rf"(?=(?:{general})\Z)(?:{'|'.join(patterns)})", re.ASCII), metadata.country_code


def _parsed_phone(text: str, default_region: str) -> str | None:
    written = "".join(letter for letter in text if letter in "+()-./ " or (letter.isascii() and letter.isdigit()))
    digits = re.sub(r"\D", "", written)
    if len(digits) < 5:
        return None
    for attempt in (written, f"+{digits}"):
        try:
            number = phonenumbers.parse(attempt, default_region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


EMAIL = re.compile(r"[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@([a-z0-9-]+\.)+[a-z]{2,24}")


def read_email(text: str) -> str:
    """One address in small letters, without "mailto:" or brackets. Raises Mistake.

    >>> read_email("mailto:Ieva.Ozola@Example.ORG ")
    'ieva.ozola@example.org'
    """
    if len(text) <= 254 and EMAIL.fullmatch(text):
        return text
    written = [part for part in re.split(r"[\s;,<>()]+", plain(text).casefold().removeprefix("mailto:")) if part]
    addresses = [part for part in written if "@" in part]
    if len(addresses) > 1:
        raise Mistake("several_emails", text=short(text))
    if not addresses or not EMAIL.fullmatch(addresses[0]) or len(addresses[0]) > 254 or written[-1] != addresses[0]:
        raise Mistake("no_email", text=short(text))
    return addresses[0]


@cache
def _genders() -> dict[str, str]:
    """Words as written and, when longer than a letter, as search keys: ქ and კ have the same key."""
    words = [(word, gender) for gender, of_gender in GENDERS.items() for word in of_gender]
    return {key(word): gender for word, gender in words if len(word) > 1} | dict(words)


def read_gender(text: str) -> str | None:
    """ "female" or "male"; None where the text tells neither.

    >>> read_gender("Siev."), read_gender("ქ"), read_gender("კ"), read_gender("?")
    ('female', 'female', 'male', None)
    """
    written = plain(text).casefold().rstrip(".")
    return _genders().get(written) or (_genders().get(key(written)) if len(written) > 1 else None)


@cache
def _countries() -> dict[str, str]:
    names = {"lr": "LV", "lva": "LV", "geo": "GE", "ltu": "LT", "est": "EE", "pol": "PL", "deu": "DE", "ukr": "UA"}
    for language in ("en", "lv", "ka", "ru"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                names[key(name)] = names[code.casefold()] = code
    return names


def read_country(text: str) -> str | None:
    """ISO 3166 code from a code or a name, also in the Latvian genitive; None where the text names no country.

    >>> read_country("Latvijas"), read_country("საქართველო"), read_country("lv"), read_country("jā")
    ('LV', 'GE', 'LV', None)
    """
    words = key(text)
    return _countries().get(words) or _countries().get(words.removesuffix("s"))
