"""Which countries the school puts first. Who plans says so, in `AppConfig.ready()`."""

from collections.abc import Callable

Source = Callable[[], frozenset[str]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Has `source` tell the codes of countries that the school puts first; twice is once."""
    if source not in _sources:
        _sources.append(source)


def priority_countries() -> frozenset[str]:
    """The codes of all of them."""
    return frozenset().union(*(source() for source in _sources))
