"""The results as a picture: bars by the clock, written as SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LABELS, FIGURES, BAR, ROW, HEAD, GAP, EDGE = 792, 206, 90, 14, 20, 26, 14, 16
OURS, THEIRS, INK, FAINT, PAPER = "#0b5c8a", "#9aa3ab", "#1b1f23", "#5a636b", "#ffffff"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `ours` ones have another colour."""

    label: str
    seconds: float
    ours: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that are measured by one scale: the longest reaches across."""

    title: str
    bars: Sequence[Bar]


def chart(title: str, panels: Sequence[Panel]) -> str:
    """A whole file; every figure stands beside its bar, and in the description that is read aloud."""
    drawn, y = [], HEAD * 2
    for panel in panels:
        drawn.append(_panel(panel, y))
        y += HEAD + ROW * len(panel.bars) + GAP
    told = ". ".join(f"{panel.title}: {_told(panel)}" for panel in panels)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}" '
            'role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(told)}</desc>',
            f'<rect width="{WIDTH}" height="{y}" fill="{PAPER}"/>',
            f'<text x="{EDGE}" y="{HEAD + 6}" font-size="16" font-weight="600" fill="{INK}">{escape(title)}</text>',
            *drawn,
            "</svg>\n",
        ]
    )


def _panel(panel: Panel, y: int) -> str:
    longest = max((bar.seconds for bar in panel.bars), default=0.0) or 1.0
    lines = [f'<text x="{EDGE}" y="{y + ROW - 6}" font-weight="600" fill="{INK}">{escape(panel.title)}</text>']
    for place, bar in enumerate(panel.bars):
        top = y + HEAD + place * ROW
        length = max(bar.seconds / longest * (WIDTH - LABELS - FIGURES), 1.0)
        base = top + BAR - 3
        lines += [
            f'<text x="{LABELS - 8}" y="{base}" text-anchor="end" fill="{INK}">{escape(bar.label)}</text>',
            f'<rect x="{LABELS}" y="{top}" width="{length:.1f}" height="{BAR}" fill="{OURS if bar.ours else THEIRS}"/>',
            f'<text x="{LABELS + length + 6:.1f}" y="{base}" fill="{FAINT}">{seconds(bar.seconds)}</text>',
        ]
    return "\n".join(lines)


def _told(panel: Panel) -> str:
    return ", ".join(f"{bar.label} {seconds(bar.seconds)}" for bar in panel.bars)


def seconds(value: float) -> str:
    """Three figures are enough: 0.42 s, 7.31 s, 64.2 s, 312 s."""
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s" if value < 100 else f"{value:.0f} s"


def panels(rows: Mapping[tuple[int, str], Sequence[Bar]], titles: Mapping[str, str]) -> list[Panel]:
    """A panel for each size and scenario, in the order given."""
    return [Panel(f"{titles[scenario]}, {briefs:,} briefs", bars) for (briefs, scenario), bars in rows.items() if bars]
