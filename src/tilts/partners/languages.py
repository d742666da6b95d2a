"""Languages by name, in the reader's language (Unicode CLDR by way of Babel)."""

from tilts.core.languages import locale_of
from tilts.core.names import sort_key


def language_name(code: str, language: str) -> str:
    """The name of the language `code` in `language`; the code itself where CLDR has none.

    >>> language_name("ka", "en")
    'Georgian'
    """
    return str(locale_of(language).languages.get(code, code))


def language_choices(language: str) -> list[tuple[str, str]]:
    """Every language with a code of two letters, by its name in `language`."""
    named = [(code, str(name)) for code, name in locale_of(language).languages.items() if len(code) == 2]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))
