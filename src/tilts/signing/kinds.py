"""What can be signed. An envelope knows papers and who signs; the subject that opens it registers its kind.

kinds.register(Kind(
    "agreements.agreement", _("Cooperation agreement"), ways=(Way.CLICK, Way.HAND), page=page_of,
    view="agreements.view", send="agreements.change", completed=come_into_force,
))
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from tilts.signing.models import Envelope, Way

#: What a subject does when its envelope closes; called inside the transaction that closes it.
Closed = Callable[["Envelope"], None]


def _nothing(_envelope: "Envelope") -> None:
    """For a subject that need not know."""


@dataclass(frozen=True)
class Kind:
    """One kind of paper that is signed."""

    name: str  # such as "agreements.agreement"; kept with the envelope
    label: str | Promise
    ways: tuple["Way", ...]  # each suffices for this kind of paper
    page: Callable[[int], str]  # the address of the subject's page, by its number
    view: str  # the permission to see the envelope and its papers
    send: str  # the permission to send it to sign, to remind, to withdraw
    needs_trusted: bool = False  # an own signature counts only where its issuer is on a trust list here
    needs_authority: bool = False  # who signs in another's place says by what authority, and shows a power of attorney
    completed: Closed = field(default=_nothing)
    refused: Closed = field(default=_nothing)
    withdrawn: Closed = field(default=_nothing)
    expired: Closed = field(default=_nothing)
    public_names: bool = False  # whoever has the number of a sealed paper reads on the check page what and who signed
    title: Callable[[int], str] | None = None  # what the subject is called in the reader's language, by its number


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known; called in `AppConfig.ready()`."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> Kind:
    """The kind of this name. Raises KeyError for one that nobody registered."""
    return _kinds[name]


def kinds() -> list[Kind]:
    """All of them, in the order in which they were registered."""
    return list(_kinds.values())
