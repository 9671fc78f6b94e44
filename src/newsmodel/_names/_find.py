"""The recognizer that comes with newsmodel: text in, names out."""

from __future__ import annotations

from newsmodel._names import _tagger
from newsmodel._names._blanks import Spaced
from newsmodel._names._evidence import Evidence
from newsmodel._names._foreign import bare, told
from newsmodel._names._found import Found
from newsmodel._names._glosses import Glosses
from newsmodel._names._repair import repair
from newsmodel._names._tagger import Tagger
from newsmodel._names._tokens import Lines, lines
from newsmodel._names._trim import trim

__all__ = ["find"]


def find(
    text: str, glosses: Glosses | None = None, *, english: bool = True, tagger: Tagger | None = None
) -> list[Found]:
    """Return the people and organizations named in a text, in order; they do not overlap.

    In other languages than English fewer are found, so that fewer are wrong; ``glosses`` tell what the words of some of
    them mean. ``tagger`` stands in for the packaged one.
    """
    spaced = Spaced(text)
    plain = spaced.text.replace("’", "'")  # one kind of apostrophe, or "Workers’ Union" would be two names
    tagger = tagger or (_tagger.load() if english else _tagger.careful(glossed=glosses is not None))
    if glosses:
        found = _foreign(plain, glosses, tagger)
    else:
        cut = lines(plain)
        found = repair(plain, cut, _tagged(plain, cut, tagger))
    written = spaced.text
    if plain is not written or glosses:
        found = [
            f if written.startswith(f.text, f.start) else Found(f.start, f.end, f.kind, written[f.start : f.end])
            for f in found
        ]
    return spaced.placed(found)


def _tagged(text: str, cut: Lines, tagger: Tagger) -> list[Found]:
    """Return the names of all kinds that the model finds in the lines of a text."""
    found = []
    for line, first, last, kind in tagger.labels(cut, Evidence(cut)):
        start = line.place(first)
        end = (line.place(last - 1) if last - first > 1 else start) + len(line.words[last - 1])
        if name := trim(text, start, end, kind):
            found.append(name)
    return found


def _foreign(text: str, glosses: Glosses, tagger: Tagger) -> list[Found]:
    """Return the people and organizations of a text in a language with glosses."""
    cut = lines(glosses.parted(text))
    names = glosses.see(cut)
    found = told(cut, _tagged(text, cut, tagger), glosses)
    return bare(repair(text, cut, found), names, glosses)
