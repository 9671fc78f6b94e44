"""What fields hold: texts, names, addresses, moments."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from functools import cache
from typing import Generic, Literal, TypeAlias, TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel._model import Moment
from newsmodel.strategies import _samples as sample

T = TypeVar("T")

Mode: TypeAlias = Literal["realistic", "adversarial", "mixed"]
"""Whether texts look like news, like what breaks programs, or either."""

# Code points that XML 1.0 cannot hold, surrogates aside (the model refuses those itself).
_NOT_XML = "".join(map(chr, {*range(32), 0xFFFE, 0xFFFF} - {9, 10, 13}))


@frozen(repr=False)
class _Choice(Generic[T]):
    options: tuple[T, ...]

    def __call__(self, index: int) -> T:
        return self.options[index]

    def __repr__(self) -> str:
        return f"<one of {len(self.options)}>"


def pick(options: tuple[T, ...]) -> SearchStrategy[T]:
    """Return `sampled_from` with a short repr: Hypothesis writes reprs of strategies, and warns of long ones."""
    return st.integers(0, len(options) - 1).map(_Choice(options))


def veiled(strategy: SearchStrategy[T]) -> SearchStrategy[T]:
    """Return the same strategy with a short repr."""

    @st.composite
    def veil(draw: st.DrawFn) -> T:
        return draw(strategy)

    return veil()


def _filled(text: str) -> str:
    """Keep a text that is not blank; the model has no blank ones."""
    return text if text and not text.isspace() else text + "a"


@cache
def _wild(*, xml: bool) -> SearchStrategy[str]:
    letters = st.characters(codec="utf-8", exclude_characters=_NOT_XML if xml else "")
    tricky = sample.TRICKY if xml else sample.TRICKY + sample.NOT_XML
    pieces = st.lists(pick(tricky + sample.PHRASES[:4]), min_size=1, max_size=8).map("".join)
    return (pieces | st.text(letters, min_size=1, max_size=12)).map(_filled)


@cache
def _of(mode: Mode, realistic: SearchStrategy[str], *, xml: bool) -> SearchStrategy[str]:
    if mode == "realistic":
        return realistic
    return _wild(xml=xml) if mode == "adversarial" else realistic | realistic | _wild(xml=xml)


_PHRASE = pick(sample.PHRASES)
_PHRASES = _PHRASE | _PHRASE | st.lists(_PHRASE, min_size=1, max_size=4).map(" ".join)
_NAMES = pick(sample.NAMES)
_URLS = pick(sample.URLS)


def texts(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[str]:
    """Return a strategy for texts that a field of the model takes: never blank, no lone surrogates."""
    return _of(mode, _PHRASES, xml=xml)


def names(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[str]:
    """Return a strategy for names of people: particles, initials, apostrophes, one word, other scripts."""
    return _of(mode, _NAMES, xml=xml)


def urls(mode: Mode, *, xml: bool) -> SearchStrategy[str]:
    """Return a strategy for addresses; the model takes any text for one."""
    return _of(mode, _URLS, xml=xml)


def chosen(options: tuple[str, ...], mode: Mode, *, xml: bool) -> SearchStrategy[str]:
    """Return a strategy for a field whose values are usually of a short list."""
    return _chosen(options, mode, xml=xml)


@cache
def _chosen(options: tuple[str, ...], mode: Mode, *, xml: bool) -> SearchStrategy[str]:
    return _of(mode, pick(options), xml=xml)


_ZONES = (
    st.just(UTC)
    | st.sampled_from((60, -300, 330, 345, -570, 765, -1439, 1439)).map(lambda m: timezone(timedelta(minutes=m)))
    | st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))
)  # fmt: skip
_DATETIMES = st.datetimes(timezones=_ZONES, allow_imaginary=False)


def moments(*, days: bool = True) -> SearchStrategy[Moment]:
    """Return a strategy for moments: aware datetimes at any UTC offset of whole minutes and, with ``days``, dates."""
    return st.dates(min_value=date.min) | _DATETIMES if days else _DATETIMES
