"""Bars with their figures. Widths are shares of the page's width, so that words keep their size on a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_ROW: Final = 44  # pixels
_BAR_AT: Final = 22
_BAR: Final = 14


@dataclass(frozen=True)
class Bar:
    """A line of a chart: what it is, its figure in words, and the lengths of its parts in the chart's order."""

    label: str
    figure: str
    parts: tuple[int, ...]


def draw_bars(bars: Sequence[Bar], *, id: str, title: str, description: str) -> SafeString:
    """Lying bars, one below the other; part n of each has the class `bar-n`. The longest is as wide as the picture."""
    longest = max((sum(bar.parts) for bar in bars), default=0) or 1
    return format_html(
        '<svg class="chart" width="100%" height="{}" role="img" aria-labelledby="{}-title {}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}</svg>',
        _ROW * len(bars),
        id,
        id,
        id,
        title,
        id,
        description,
        format_html_join("", "{}", ((_bar(bar, _ROW * number, longest),) for number, bar in enumerate(bars))),
    )


def _bar(bar: Bar, top: int, longest: int) -> SafeString:
    rects, left = [], 0.0
    for number, part in enumerate(bar.parts, start=1):
        width = 100 * part / longest
        if part:
            rects.append((number, f"{left:.2f}%", top + _BAR_AT, f"{width:.2f}%", _BAR))
        left += width
    return format_html(
        '<text class="chart-label" x="0" y="{}">{}</text><text class="chart-figure" x="100%" y="{}">{}</text>{}',
        top + 15,
        bar.label,
        top + 15,
        bar.figure,
        format_html_join("", '<rect class="bar-{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>', rects),
    )
