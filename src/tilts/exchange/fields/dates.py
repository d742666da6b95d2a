"""Dates as people and programs write them."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

from tilts.exchange.fields.text import Mistake, plain, short
from tilts.exchange.heads import key

YOUNGEST, OLDEST = 10, 90  # whole years; who travels for a school is older and younger

# Day 0 of spreadsheets, moved by their 29 February 1900 that never was. ECMA-376 part 1, 18.17.4.1.
SERIAL_DAY_0 = date(1899, 12, 30)

# Beginnings of the names of months, enough to tell them apart in every case and form: English and Latvian (with
# Estonian, Polish and German where they differ), Russian, Georgian, Lithuanian.
MONTHS = (
    ("jan", "jaan", "sty", "янв", "იან", "saus"),
    ("feb", "veeb", "lut", "фев", "თებ", "vas"),
    ("mar", "mär", "мар", "მარ", "kov"),
    ("apr", "kwi", "апр", "აპრ", "bal"),
    ("mai", "may", "maj", "май", "мая", "მაი", "geg"),
    ("jūn", "jun", "juun", "cze", "июн", "ივნ", "birž"),
    ("jūl", "jul", "juul", "lip", "июл", "ივლ", "liep"),
    ("aug", "sie", "авг", "აგვ", "rugp"),
    ("sep", "wrz", "сен", "სექ", "rugs"),
    ("okt", "oct", "paź", "окт", "ოქტ", "spal"),
    ("nov", "lis", "ноя", "ნოე", "lapkr"),
    ("dec", "dez", "det", "gru", "дек", "დეკ"),
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# Letters that may touch a number of a date: "9th", "2004.g.", "9d."; any others are a slip, "l9.03.2004".
TOUCHING = frozenset({"st", "nd", "rd", "th", "g", "gada", "г", "год", "года", "წ", "წლის", "d", "m", "r", "a"})

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
    if re.fullmatch(r"\d{5,8}(\.0+)?|\d{5}\.\d+", text, re.ASCII):  # a serial number's fraction is the time of day
        return _from_digits(text.partition(".")[0], today)
    without_time = re.sub(r"[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", "", text)
    parts = re.findall(r"\d+|[^\W\d_]+", without_time)
    numbers = [part for part in parts if part.isascii() and part.isdigit()]
    months = [month for part in parts if not part[0].isdigit() and (month := _month(part))]
    if len(numbers) > 3 or any(len(number) > 4 for number in numbers) or len(months) > 1 or _has_slip(without_time):
        raise Mistake("no_date", text=short(text))
    if len(numbers) == 3 and not months:
        if not _belong_together(without_time):
            raise Mistake("no_date", text=short(text))
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


def order_told(text: str) -> Literal["day", "month", "either", ""]:
    """What a date of three numbers tells of its order, year last; "" where it is none.

    >>> [order_told(text) for text in ("31/12/2004", "12/31/2004", "12.11.2004", "2004-12-31")]
    ['day', 'month', 'either', '']
    """
    found = re.fullmatch(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\.?", plain(text), re.ASCII)
    if not found:
        return ""
    first, second = int(found[1]), int(found[2])
    if 1 <= first <= 12 and 1 <= second <= 12:
        return "either"
    if first <= 12 < second <= 31:
        return "month"
    return "day" if second <= 12 < first <= 31 else ""


def _has_slip(text: str) -> bool:
    """A letter typed for a digit: "1O.03.2004"."""
    touching = re.findall(r"(?<=\d)[^\W\d_]+|[^\W\d_]+(?=\d)", text)
    return any(word.casefold() not in TOUCHING and not _month(word) for word in touching)


def _belong_together(text: str) -> bool:
    """Nothing but the signs and small words of a date stands between its numbers."""
    between = re.split(r"\d+", text)[1:-1]
    return all(signs.strip(" .,/-–").casefold() in TOUCHING | {""} for signs in between)


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
    """The longest first, for "liep" is July in Lithuanian and "lip" in Polish."""
    found = ((key(name), number) for number, names in enumerate(MONTHS, start=1) for name in names)
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _month(word: str) -> int | None:
    if word in ROMAN:
        return ROMAN.index(word) + 1
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
    if re.fullmatch(r"\d{10}|\d{5}\s*[-–]\s*\d{5}", text, re.ASCII):
        text = f"0{text}"
    found = PERSONAL_CODE.fullmatch(text)
    if not found:
        return None
    digits, century = found.groups()
    try:
        return date(1800 + 100 * int(century) + int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None
