"""Names of countries as files of the Beneficiary Module may write them."""

from functools import cache

from tilts.core.places import country_codes, country_name
from tilts.exchange.module.rules.heads import word_key
from tilts.exchange.module.rules.values import EU_CODES

_LANGUAGES = ("en", "lv", "ka", "et", "lt", "pl", "de", "fi", "fr", "es", "it", "ru", "uk")


@cache
def country_names(code: str) -> tuple[str, ...]:
    """A country in every language of the house."""
    return tuple(country_name(code, language) for language in _LANGUAGES)


@cache
def countries_by_word() -> dict[str, str]:
    """Folded code or name → code, as a file of the module may write a country."""
    found: dict[str, str] = {}
    for code in country_codes():
        for text in (code, EU_CODES.get(code, code), *country_names(code)):
            found.setdefault(word_key(text), code)
    return found
