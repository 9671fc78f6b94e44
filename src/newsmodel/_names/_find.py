"""The recognizer that comes with newsmodel: text in, names out."""

from __future__ import annotations

from newsmodel._names import _tagger
from newsmodel._names._evidence import Evidence
from newsmodel._names._foreign import bare, told
from newsmodel._names._found import Found
from newsmodel._names._glosses import Glosses
from newsmodel._names._repair import repair
from newsmodel._names._tagger import Tagger
from newsmodel._names._tokens import lines
from newsmodel._names._trim import trim

__all__ = ["find"]


def find(
    text: str, glosses: Glosses | None = None, *, english: bool = True, tagger: Tagger | None = None
) -> list[Found]:
    """Return the people and organizations named in a text, in order; they do not overlap.

    In other languages than English fewer are found, so that fewer are wrong; ``glosses`` tell what the words of some of
    them mean. ``tagger`` stands in for the packaged one.
    """
    plain = text.replace("’", "'")  # one kind of apostrophe, or "Workers’ Union" would be two names
    cut = lines(glosses.parted(plain) if glosses else plain)
    names = glosses.names(cut) if glosses else ()
    if glosses:
        for line in cut:
            line.see(glosses.read(line.norms, names))
    evidence = Evidence(cut)
    tagger = tagger or (_tagger.load() if english else _tagger.careful(glossed=glosses is not None))
    found = []
    for line, first, last, kind in tagger.labels(cut, evidence):
        end = line.place(last - 1) + len(line.words[last - 1])
        if name := trim(plain, line.place(first), end, kind):
            found.append(name)
    found = repair(plain, cut, told(cut, found, glosses) if glosses else found)
    if glosses:
        return [Found(f.start, f.end, f.kind, text[f.start : f.end]) for f in bare(found, names, glosses)]
    if plain is text:
        return found
    return [Found(f.start, f.end, f.kind, text[f.start : f.end]) if "'" in f.text else f for f in found]
