"""The choice of a language, in the reader's order of letters."""

from tilts.core.languages import locale_of
from tilts.core.names import sort_key


def language_choices(language: str) -> list[tuple[str, str]]:
    """Every language with a code of two letters, by its name in `language`."""
    named = [(code, str(name)) for code, name in locale_of(language).languages.items() if len(code) == 2]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))
