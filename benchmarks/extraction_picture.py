"""One picture: how well page readers find paragraphs against what they cost, as SVG."""

from __future__ import annotations

import math
from html import escape

WIDTH, HEIGHT, MARGIN = 720, 420, 60


def draw(points: dict[str, tuple[float, float]]) -> str:
    """Return the picture of readers: CPU time in parses of the page (logarithmic) and F1 of paragraphs in per cent."""
    most = max(10.0, *(x for x, _ in points.values()))
    least = min(80.0, *(math.floor(y / 10) * 10 for _, y in points.values()))
    ticks = [x for x in (0.5, 1, 2, 5, 10, 20, 50, 100) if x <= most * 2]

    def across(x: float) -> float:
        low, high = math.log(0.4), math.log(ticks[-1] * 1.3)
        return MARGIN + (math.log(max(x, 0.4)) - low) / (high - low) * (WIDTH - 2 * MARGIN)

    def down(y: float) -> float:
        return HEIGHT - MARGIN - (y - least) / (100 - least) * (HEIGHT - 2 * MARGIN)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        ' font-family="sans-serif" font-size="13">',
        "<title>Accuracy of page readers against what they cost</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for x in ticks:
        at = across(x)
        out.append(f'<path d="M{at:.0f} {MARGIN}V{HEIGHT - MARGIN}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{at:.0f}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle" fill="#555">{x:g}</text>')
    for y in range(int(least), 101, 10):
        at = down(y)
        out.append(f'<path d="M{MARGIN} {at:.0f}H{WIDTH - MARGIN}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{MARGIN - 8}" y="{at + 4:.0f}" text-anchor="end" fill="#555">{y}</text>')
    for name, (x, y) in points.items():
        own = name == "newsmodel"
        colour = "#b3261e" if own else "#3b6ea5"
        out.append(f'<circle cx="{across(x):.1f}" cy="{down(y):.1f}" r="{7 if own else 5}" fill="{colour}"/>')
        out.append(f'<text x="{across(x) + 10:.1f}" y="{down(y) + 4:.1f}" fill="{colour}">{escape(name)}</text>')
    out.append(
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">CPU time, in parses of the page by lxml</text>'
    )
    out.append(f'<text x="{MARGIN}" y="{MARGIN - 20}">paragraphs found, F1 in per cent</text>')
    return "\n".join([*out, "</svg>\n"])
