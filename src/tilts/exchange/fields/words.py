"""Words for what has few values: gender and country."""

from functools import cache

from babel import Locale

from tilts.exchange.fields.text import plain
from tilts.exchange.heads import key

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
    names |= {"latvian": "LV", "georgian": "GE", "lithuanian": "LT", "estonian": "EE", "polish": "PL", "german": "DE"}
    names |= {"ukrainian": "UA", "russian": "RU", "belarusian": "BY"}
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
