"""Questions and answers: who is asked next, who asks back, who answers whom."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsmodel._model import Entity
from newsmodel._quotes import _flags as f
from newsmodel._quotes._said import Past, Said, Voice, name_words
from newsmodel._quotes._tokens import Tokens

__all__ = ["answer", "asked_back", "is_asked", "leaves_word"]

_EXCHANGE: Final = 8  # quotes back among which questions were answered
_SHORT: Final = 8  # words of a question that is asked back


def answer(t: Tokens, here: list[Said], past: Past) -> None:
    """Note where a pronoun answers whose question: "asked Lee. He answered ..."."""
    before = past.said[-1] if past.said else None
    for said in here:
        voice, cue = said.voice, said.cue
        if voice is not None and cue is not None and said.own and t.has(voice.words[0], f.PRON):
            reply = t.among(t.find(cue[0]), "replies")
            if reply and before is not None and before.voice is not voice and _is_question(before):
                voice.answered = before.voice
        before = said


def leaves_word(t: Tokens, last: Said, past: Past) -> bool:
    """Return whether a paragraph ends in a question to who spoke before, and has answered others before it."""
    if last.voice is not None and _asks(last.voice):
        return True
    if t.text[last.pieces[-1][1] - 1] != "?" or last.voice is None or past.carried is None:
        return False
    if not last.own and last.voice is not past.carried:
        return True  # "Not once?"
    asked, named = past.carried.entity, name_words(last.voice)
    if asked is None or not named or named & name_words(past.carried):
        return False
    exchange = pairwise(past.said[-_EXCHANGE:])
    return any(_is_question(a) and _entity(a) is not asked and _entity(b) is asked for a, b in exchange)


def asked_back(t: Tokens, q: int, past: Past) -> Voice | None:
    """Return who asks a short question that is a paragraph: who asked what was just answered; else None."""
    stretch = t.stretches[q]
    back = t.text[stretch.last - 1] == "?" and t.text.count(" ", stretch.first, stretch.last) < _SHORT
    if not back or len(past.said) < 2:
        return None
    question, answer = past.said[-2:]
    if not _is_question(question) or answer.voice is None or answer.voice is not past.carried:
        return None
    return None if _entity(question) in (None, _entity(answer)) else question.voice


def is_asked(t: Tokens) -> bool:
    """Return whether a paragraph is a question, which the next one answers: "Did it hurt?"."""
    return bool(t.lows) and t.lows[-1] == "?"


def _is_question(said: Said) -> bool:
    """Return whether a quote is a question, by its mark or its cue, and names its own speaker."""
    if said.voice is None or not said.own:
        return False
    t = said.voice.tokens
    asks = said.cue is not None and t.among(t.find(said.cue[0]), "queries")
    return asks or t.text[said.pieces[-1][1] - 1] == "?"


def _asks(voice: Voice) -> bool:
    """Return whether it is the author who speaks, and who leaves the next word to others: "I asked"."""
    return voice.words[1] - voice.words[0] == 1 and voice.tokens.among(voice.words[0], "author")


def _entity(said: Said) -> Entity | None:
    return said.voice.entity if said.voice is not None else None
