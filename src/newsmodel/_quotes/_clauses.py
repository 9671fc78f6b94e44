"""Reported speech by a parser: the clauses that hang on a cue, read from dependency trees.

The parser is any function from a text to tokens in the manner of spaCy: each with ``idx``, ``text``, ``i``, ``dep_``,
``head`` and ``children``. It is asked only about sentences that hold a cue, and tells nothing but where clauses begin
and end: which words in marks are speech, and whose, is left to the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._content import Piece
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._said import Report
from newsmodel._quotes._tokens import Tokens

__all__ = ["Parser", "around", "parsed", "remembering"]

Parser: TypeAlias = Callable[[str], Iterable[Any]]
"""What reads a sentence: yields its tokens with their dependencies, labelled as spaCy's English models do."""

_CLAUSES: Final = frozenset(("ccomp", "xcomp", "parataxis"))
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_UPWARDS: Final = frozenset(("conj", "xcomp", "advcl", "acl", "pcomp"))
_SENTENCES: Final = 64  # that a parser's answers are kept for: those of a long paragraph


def remembering(parser: Parser) -> Parser:
    """Return a parser that is asked once about a sentence: its clauses and its words in marks are looked at apart."""
    return lru_cache(_SENTENCES)(lambda sentence: list(parser(sentence)))


def parsed(t: Tokens, lo: int, hi: int, parser: Parser) -> Iterator[Report]:
    """Yield the reported clauses of the sentence from token lo to token hi."""
    start, end = t.starts[lo], t.end(hi - 1)
    words = parser(t.text[start:end])
    taken = -1
    for verb in words:
        c = t.find(start + verb.idx)
        if c >= hi or not t.has(c, f.CUE) or not is_cue(t, c) or verb.i <= taken:
            continue
        content = _content(verb)
        speaker = _speaker(verb)
        if content is None or speaker is None:
            continue
        pieces = _pieces(t, start, content)
        named = _range(t, start, _subtree(speaker))
        if pieces and named:
            taken = max(w.i for w in content)
            yield Report(pieces, named, (t.starts[c], t.end(c)))


def around(t: Tokens, q: int, found: Attribution | None, parser: Parser) -> Attribution | None:
    """Return what governs a stretch, with the clause that its cue governs, where the parser finds one around it."""
    if found is None or found.cue is None or found.content is not None or found.how != "before":
        return found
    if t.lows[q - 1] in (":", ",") and t.text[t.stretches[q].first].isupper():
        return found
    lo, hi = t.sentence(q)
    start = t.starts[lo]
    verb = next((w for w in parser(t.text[start : t.end(hi - 1)]) if start + w.idx == t.starts[found.cue[0]]), None)
    content = _content(verb) if verb is not None else None
    clause = _range(t, start, content) if content else None
    if clause is None or not clause[0] <= q < clause[1] or clause == (q, q + 1):
        return found
    return found._replace(content=clause)


def _content(verb: Any) -> list[Any] | None:
    """Return the words of the clause that a cue governs; a cue that stands aside governs the clause around it."""
    for child in verb.children:
        if child.dep_ in _CLAUSES:
            return _subtree(child)
    if verb.dep_ == "parataxis":
        aside = {w.i for w in _subtree(verb)}
        return [w for w in _subtree(verb.head) if w.i not in aside]
    return None


def _speaker(verb: Any) -> Any | None:
    """Return the head of the subject, of the verb itself or of the one that it is joined to."""
    for _ in range(_STEPS):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in _UPWARDS:
            return None
        verb = verb.head
    return None


_STEPS: Final = 4  # verbs between a cue and its subject


def _subtree(head: Any) -> list[Any]:
    """Return a word and all that hangs on it, in order; without a stack of calls, for trees of any depth."""
    found, rest = [], [head]
    while rest:
        word = rest.pop()
        found.append(word)
        rest.extend(word.children)
    return sorted(found, key=lambda w: w.i)


def _pieces(t: Tokens, start: int, words: list[Any]) -> list[Piece]:
    """Return the stretches of text that words make up; words that follow each other are one."""
    out: list[Piece] = []
    last = None
    for word in words:
        a, b = start + word.idx, start + word.idx + len(word.text)
        if last is not None and word.i == last + 1:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
        last = word.i
    trimmed = [_trimmed(t, *p) for p in out]
    return [p for p in trimmed if p is not None]


def _trimmed(t: Tokens, a: int, b: int) -> Piece | None:
    while b > a and not t.text[b - 1].isalnum():
        b -= 1
    while a < b and not t.text[a].isalnum():
        a += 1
    return (a, b) if a < b else None


def _range(t: Tokens, start: int, words: list[Any]) -> Range | None:
    first = t.find(start + words[0].idx)
    last = t.find(start + words[-1].idx)
    return (first, last + 1) if first <= last < len(t) else None
