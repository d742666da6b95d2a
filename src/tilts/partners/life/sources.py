"""Who knows of something between the school and a partner: each subject says what it has, in `AppConfig.ready()`.

sources.register(moments_of_agreements, permission="agreements.view")
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tilts.partners.models import Partner
from tilts.partners.rules.life import Moment, line_of_life

#: What a subject knows of a partner; texts and facts in the reader's language where they are not kept in several.
Source = Callable[[Partner], Iterable[Moment]]

#: Whether somebody may what a permission names.
May = Callable[[str], bool]


@dataclass(frozen=True)
class _Registered:
    source: Source
    permission: str


_registered: list[_Registered] = []


def register(source: Source, *, permission: str) -> None:
    """Has the line of life of a partner tell what `source` knows to those who may `permission`; twice is once."""
    entry = _Registered(source, permission)
    if entry not in _registered:
        _registered.append(entry)


def line_with(partner: Partner, may: May) -> list[Moment]:
    """All that there was with a partner and is planned, in order, as far as somebody may see it."""
    return line_of_life(moment for each in _registered if may(each.permission) for moment in each.source(partner))
