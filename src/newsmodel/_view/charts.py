"""Two small SVG drawings: who is quoted how much, and who appears with whom."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newsmodel._view.cast import Cast, Role
from newsmodel._view.prose import style_of

__all__ = ["bars", "company"]

_ROW = 34  # pixels for a name and its bar
_WIDTH = 320
_MOST = 12  # rows and pairs drawn; the lists below hold all


def bars(cast: Cast) -> Iterator[str]:
    """Yield a bar for every speaker, as long as the words quoted."""
    speakers = cast.speakers()[:_MOST]
    if not speakers:
        return
    most = speakers[0].words
    total = sum(r.words for r in cast.roles.values())
    label = f"Words quoted: {', '.join(f'{r.entity.name} {r.words}' for r in speakers)}"
    yield f'<svg class="bars" viewBox="0 0 {_WIDTH} {_ROW * len(speakers)}" role="img" aria-label="{escape(label)}">'
    for i, role in enumerate(speakers):
        y = i * _ROW
        width = max(2, round((_WIDTH - 4) * role.words / most))
        share = f"{role.words} words, {round(100 * role.words / total)} %"
        yield f'<text x="0" y="{y + 13}">{escape(f"{role.letter}  {_cut(role, 26)}")}</text>'
        yield f'<text x="{_WIDTH}" y="{y + 13}" text-anchor="end" class="dim">{share}</text>'
        yield f'<rect class="{style_of(role)}" x="0" y="{y + 18}" width="{width}" height="9" rx="2"/>'
    yield "</svg>"


def company(cast: Cast) -> Iterator[str]:
    """Yield arcs between those who stand in one paragraph, thicker the more often."""
    pairs = cast.together[:_MOST]
    if not pairs:
        return
    names = list(dict.fromkeys(r.entity.id for a, b, _ in pairs for r in (a, b)))
    row = {who: 14 + 22 * i for i, who in enumerate(names)}
    label = "; ".join(f"{a.entity.name} with {b.entity.name}: {n} paragraphs" for a, b, n in pairs)
    yield f'<svg class="arcs" viewBox="0 0 {_WIDTH} {22 * len(names) + 8}" role="img" aria-label="{escape(label)}">'
    for who, y in row.items():
        yield f'<text x="0" y="{y + 4}">{escape(_cut(cast.roles[who], 28))}</text><circle cx="206" cy="{y}" r="3"/>'
    for a, b, n in pairs:
        top, bottom = sorted((row[a.entity.id], row[b.entity.id]))
        reach = 206 + min(105, 14 + (bottom - top) // 2)
        width = min(6, 1 + 0.8 * (n - 1))
        tip = f"{a.entity.name} with {b.entity.name}: {n} paragraph{'s' * (n > 1)}"
        yield (
            f'<path d="M208 {top} C{reach} {top} {reach} {bottom} 208 {bottom}" stroke-width="{width:.1f}">'
            f"<title>{escape(tip)}</title></path>"
        )
    yield "</svg>"


def _cut(role: Role, length: int) -> str:
    name = role.entity.name
    return name if len(name) <= length else name[: length - 1] + "…"
