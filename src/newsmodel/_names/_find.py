"""The recognizer that comes with newsmodel: text in, names out."""

from __future__ import annotations

from newsmodel._names import _tagger
from newsmodel._names._blanks import Spaced
from newsmodel._names._evidence import Evidence
from newsmodel._names._found import Found
from newsmodel._names._repair import repair
from newsmodel._names._tagger import Tagger
from newsmodel._names._tokens import lines
from newsmodel._names._trim import trim

__all__ = ["find"]


def find(text: str, *, english: bool = True, tagger: Tagger | None = None) -> list[Found]:
    """Return the people and organizations named in a text, in order; they do not overlap.

    In other languages than English fewer are found, so that fewer are wrong. ``tagger`` stands in for the packaged one.
    """
    spaced = Spaced(text)
    plain = spaced.text.replace("’", "'")  # one kind of apostrophe, or "Workers’ Union" would be two names
    cut = lines(plain)
    evidence = Evidence(cut)
    tagger = tagger or (_tagger.load() if english else _tagger.careful())
    found = []
    for line, first, last, kind in tagger.labels(cut, evidence):
        end = line.place(last - 1) + len(line.words[last - 1])
        if name := trim(plain, line.place(first), end, kind):
            found.append(name)
    found = repair(plain, cut, found)
    if plain is not spaced.text:
        written = spaced.text
        found = [Found(f.start, f.end, f.kind, written[f.start : f.end]) if "'" in f.text else f for f in found]
    return spaced.placed(found)
