"""Figures of two sides, taken in turns; what they say of a target."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Say = Callable[[str], None]

Side = Callable[[], float]  # does its work once and gives its figure


class PeerMissing(Exception):
    """What we would compare with can't be had here; the message says why and what helps."""


@dataclass(frozen=True)
class Target:
    """Bound of a ratio. at_least: how many times the peer's figure is ours; else how many times ours is the peer's."""

    bound: float
    at_least: bool

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}"

    def ratio(self, ours: float, peer: float) -> float:
        """
        >>> at_least(4).ratio(ours=5, peer=30), at_most(4).ratio(ours=30, peer=5)
        (6.0, 6.0)
        """
        return peer / ours if self.at_least else ours / peer

    def holds(self, ratio: float) -> bool:
        return ratio >= self.bound if self.at_least else ratio <= self.bound


def at_least(bound: float) -> Target:
    return Target(bound, at_least=True)


def at_most(bound: float) -> Target:
    return Target(bound, at_least=False)


@dataclass(frozen=True)
class Row:
    """One line of the table. Figures: one a round, both sides in the same order; both empty where there is no peer."""

    name: str  # "papers.weasyprint"
    what: str  # what is compared with what, in words
    unit: str
    target: Target
    ours: tuple[float, ...] = ()
    peer: tuple[float, ...] = ()
    note: str = ""

    @property
    def ratios(self) -> tuple[float, ...]:
        """Of each round: the two figures that were taken one right after the other."""
        return tuple(self.target.ratio(ours, peer) for ours, peer in zip(self.ours, self.peer, strict=True))

    @property
    def ratio(self) -> float | None:
        """The median of the rounds' ratios."""
        return median(self.ratios) if self.ratios else None

    @property
    def holds(self) -> bool | None:
        """None where it could not be measured."""
        return None if self.ratio is None else self.target.holds(self.ratio)

    def as_json(self) -> dict[str, Any]:
        """Medians, each with the least and the greatest of the rounds."""
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "ours": _median(self.ours),
            "ours_spread": _spread(self.ours),
            "peer": _median(self.peer),
            "peer_spread": _spread(self.peer),
            "ratio": _rounded(self.ratio),
            "ratio_spread": _spread(self.ratios),
            "target": str(self.target),
            "holds": self.holds,
            "rounds": len(self.ratios),
            "note": self.note,
        }


def in_turns(sides: Sequence[Side], rounds: int, *, warm_ups: int = 1) -> list[tuple[float, ...]]:
    """The figures of each side over the rounds, the first `warm_ups` left out.

    Every round asks every side once, each second round backwards: whatever slows the machine slows all of them.
    """
    figures: list[list[float]] = [[] for _ in sides]
    for number in range(-warm_ups, rounds):
        order = range(len(sides)) if number % 2 == 0 else range(len(sides) - 1, -1, -1)
        for place in order:
            figure = sides[place]()
            if number >= 0:
                figures[place].append(figure)
    return [tuple(each) for each in figures]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def percentile_95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed: the smallest such one among them.

    >>> percentile_95(range(1, 101)), percentile_95([7])
    (95, 7)
    """
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def _median(values: Sequence[float]) -> float | None:
    return _rounded(median(values)) if values else None


def _spread(values: Sequence[float]) -> tuple[float, float] | None:
    return (float(f"{min(values):.3g}"), float(f"{max(values):.3g}")) if values else None


def _rounded(value: float | None) -> float | None:
    """To three digits that count: more would pretend a precision that no measuring of time has."""
    return None if value is None else float(f"{value:.3g}")
