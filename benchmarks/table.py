"""Which benchmarks there are, and their table. `tilts bench` calls `run`."""

import json
from collections.abc import Iterable, Iterator, Sequence

from benchmarks import directory, funding, lists, matching, modules, papers, rosters, seals
from benchmarks.measuring import Row, Say

GROUPS = {
    "papers": papers,
    "roster": rosters,
    "module": modules,
    "lists": lists,
    "funding": funding,
    "matching": matching,
    "directory": directory,
    "seals": seals,
}
NAMES = tuple(name for group in GROUPS.values() for name in group.NAMES)


def chosen(names: Sequence[str]) -> frozenset[str]:
    """The rows that are asked for, by their name or their group's; none: all. Raises ValueError.

    >>> sorted(chosen(["papers"])), sorted(chosen(["roster.copy"]))
    (['papers.typst', 'papers.weasyprint', 'papers.word'], ['roster.copy'])
    """
    found = {each for name in names for each in NAMES if each == name or each.startswith(f"{name}.")}
    unknown = [name for name in names if not any(each == name or each.startswith(f"{name}.") for each in NAMES)]
    if unknown:
        raise ValueError(f"There is no benchmark {', '.join(unknown)}; there are {', '.join([*GROUPS, *NAMES])}.")
    return frozenset(found or NAMES)


def measured(names: frozenset[str], say: Say) -> Iterator[Row]:
    """The rows, group by group; Django must be set up and the database running."""
    for group in GROUPS.values():
        if wanted := names & set(group.NAMES):
            yield from (row for row in group.measure(wanted, say) if row.name in wanted)


def run(names: Sequence[str], say: Say, *, as_json: bool = False) -> str:
    """Measure, and give the table as text or as JSON."""
    rows = list(measured(chosen(names), say))
    return json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1) if as_json else as_text(rows)


HEADS = ("benchmark", "ours", "peer", "ratio", "target", "holds")


def as_text(rows: Iterable[Row]) -> str:
    """The table, and below it what each row compares."""
    rows = list(rows)
    lines = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    told = [f"{row.name}: {row.what}{f' {row.note}' if row.note else ''}" for row in rows]
    return "\n".join([*table, "", "Medians of the rounds, in brackets the least and the greatest.", "", *told])


def _cells(row: Row) -> tuple[str, ...]:
    found = row.as_json()
    holds = {True: "yes", False: "NO", None: "not measured"}[row.holds]
    figures = (_figure(found[key], found[f"{key}_spread"]) for key in ("ours", "peer", "ratio"))
    ours, peer, ratio = figures
    unit = f" {row.unit}" if row.ours else ""
    return row.name, ours + unit, peer + unit, ratio, str(row.target), holds


def _figure(value: float | None, spread: tuple[float, float] | None) -> str:
    if value is None or spread is None:
        return "–"
    least, greatest = spread
    return f"{value:g}" if least == greatest else f"{value:g} ({least:g}–{greatest:g})"
