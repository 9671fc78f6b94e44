"""What is not the article: words and shapes that both parsers know furniture by.

The phrases stand in ``_data/furniture/*.txt``, one file a language, each in sections named by the kind of furniture::

    [related]
    {related|similar} articles      the whole line, whatever its case, punctuation, arrows and counts
    continue reading …              how the line begins
    … all rights reserved           how the line ends
    … subscribe to our newsletter … anywhere in the line
    read more:                      a label before a colon, bar or dash; also the whole line
    ~newsletter                     a weak word: counts only where furniture is expected (``near=True``)

``{a|b|}`` stands for one of its words, or none. All languages are looked up together, so the language of a line need
not be known. Phrases are indexed by their first word (by two characters in scripts without spaces), so that a lookup is
a dictionary probe a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

__all__ = ["MAX_CHARS", "is_date", "kind_of", "normalize"]

_FOLDER: Final = Path(__file__).with_name("_data") / "furniture"

MAX_CHARS: Final = 240
"""Longer lines are hardly ever furniture by their words: what is said at that length is a text of its own."""
_MOST_CHARS: Final = 600
_LEGAL: Final = frozenset({"cookie", "advertisement", "copyright"})
"""Kinds that longer lines, up to so many characters, may be of by how they begin."""
_MAX_WORDS = 32

# Letters, digits and the marks that sit on them (Python's \w leaves out combining marks) make words. The space, which
# is no word either, is not looked for: there are many.
_NOT_WORD = re.compile(r"[^ \w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0981-\u0d63\u0e31-\u0e4e]+")
# The same for ASCII, in lower case, by a table of bytes: twenty times as fast.
_ASCII_WORDS = bytes(ord(c.lower()) if c.isalnum() else 32 for c in map(chr, range(128))) + bytes(128)
# The same for a line of a data file, where braces and the signs of the notation stay.
_NOT_PHRASE = re.compile(_NOT_WORD.pattern.replace("[^", "[^ {}|…~", 1))
# It begins with a digit, so that the search skips to one; before that no word has begun.
_COUNT = re.compile(r"\d(?<!\w\d)\d*(?:k|m|st|nd|rd|th)?\b")
_DIGIT = re.compile(r"\d")
# A mark, or a dash between blanks; it begins with a class of characters so that the search can skip to one of them.
_LABEL_END = re.compile(r"[:：|»›▶►→–—-](?:(?<![–—-])|(?<=\s[–—-])\s)")
# First bytes of UTF-16 that are those of no character that `_is_unspaced` knows.
_SPACED = bytes(i for i in range(256) if not (i in (0x0E, 0x30) or 0x34 <= i < 0xA0 or 0xAC <= i < 0xD8))
_FIRST_UNSPACED = "\u0e00"
_MANY = 100  # ways to begin, above which a phrase is looked at in full
_LINE_END, _WORD_END = "$", " "  # what a phrase must end at
_QUOTED = frozenset("\"“„«»‘'「『")

# Shapes that need no language.
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|℗|\(c\)\s*(?:19|20)\d\d|copyright\b)", re.IGNORECASE)
_COPYRIGHT_YEAR = re.compile(r"©\s*(?:19|20)\d\d|\b(?:19|20)\d\d\s*©")
_ADDRESS = re.compile(r"^\W*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)\W*$")
_HASHTAGS = re.compile(r"^[#@][\w.]+(?:[\s,|·]+[#@][\w.]+)*\W*$")
_AGENCY_CREDIT = re.compile(
    r"\b(?:AP|AFP|EPA|EFE|dpa|APA|REUTERS|Reuters|Getty|Imago|IMAGO|ANSA|PAP|TASS)(?: ?(?:Photo|Images|Foto))? ?/ ?\w"
    r"|\w ?/ ?(?:AP|AFP|EPA|EFE|dpa|APA|REUTERS|Reuters|Getty|Imago|IMAGO|ANSA|PAP|TASS)\b"
)
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{2}){1,2}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\b")
_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d{2}\W*")
_CJK_DATE = re.compile(
    r"(?:[\d\s:./,()（）【】\[\]：|-]|年|月|日|時|时|点|點|分|秒|前|更新|公開|発表|配信|投稿|発行|掲載|发布|發布|发表|時間|时间|于"
    r"|星期.|周.|[月火水木金土日]曜日?|上午|下午|午前|午後|년|월|일|시|분|초|전|[월화수목금토일]요일|오전|오후|입력|수정|등록|승인|송고|게재|최종|작성)+"
)

_Phrase = tuple[str, tuple[str, ...], str, str]
"""A phrase as the data file has it: its first words spelled out; the rest, still in braces; how it ends; its kind."""

_Entry = tuple[str, str, str]
"""A line of a data file in one case: its phrases in braces, how they end, their kind.

A plain tuple: there are thousands, and all are made before the first line is looked up.
"""


class _Table:
    """Phrases by their first word; those of a word are spelled out when the word is first met."""

    __slots__ = ("begun", "entries", "phrases")

    def __init__(self) -> None:
        self.entries: dict[str, list[_Entry]] = defaultdict(list)
        # By first word: its phrases, and their heads without spaces.
        self.phrases: dict[str, tuple[tuple[str, ...], tuple[_Phrase, ...]]] = {}
        # By first word, where a head has stood in a text: how its phrases may begin, all together and one by one.
        self.begun: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {}

    def match(self, text: str, at: int, first: str) -> str | None:
        """Return the kind of a phrase that begins with this word at this place of a normalized text."""
        if first not in self.entries:
            return None
        known = self.phrases.get(first)
        if known is None:
            spelled = tuple(_spelled(self.entries[first], first))
            known = self.phrases[first] = tuple(head.replace(" ", "") for head, *_ in spelled), spelled
        heads, phrases = known
        # Few phrases go on where their first word stands here, and to see that none does takes one step, or two.
        bare = text[at : at + MAX_CHARS].replace(" ", "")
        if not bare.startswith(heads):
            return None
        begun = self.begun.get(first)
        if begun is None:
            each = tuple(map(_beginnings, phrases))
            begun = self.begun[first] = tuple(x for beginnings in each for x in beginnings), each
        if not bare.startswith(begun[0]):
            return None
        for beginnings, (head, rest, end, kind) in zip(begun[1], phrases, strict=True):
            if not bare.startswith(beginnings):
                continue
            if rest or not text.startswith(head, at):
                matches = _stands(text, at, head, rest, end)
            else:
                after = text[at + len(head) : at + len(head) + 1]
                matches = not (end and after) or (after == " " and end == _WORD_END)
            if matches:
                return kind
        return None


class _Phrases:
    """The phrases of all languages."""

    def __init__(self) -> None:
        self.whole = _Table()
        self.labels = _Table()
        self.begin = _Table()
        self.inside = _Table()
        self.weak = _Table()
        self.dates: set[str] = set()

    def add(self, kind: str, line: str) -> None:
        """Add one line of a data file, in one case."""
        begins_line = line[-1] == "…"
        table, end = self.begin if begins_line else self.whole, _WORD_END if begins_line else _LINE_END
        if line[0] == "~":
            table, end = self.weak, _WORD_END
        elif line[0] == "…":
            table = self.inside
        phrases = line.strip("~… ")
        entry = (phrases, end, kind)
        entries, labels = table.entries, self.labels.entries if line[-1] == ":" and table is self.whole else None
        for first in _firsts(phrases):
            entries[first].append(entry)
            if labels is not None:
                labels[first].append(entry)


def _is_unspaced(char: str) -> bool:
    """Tell whether a character is of a script without spaces between words, or with endings joined on.

    In Han, kana, hangul and Thai phrases go by characters.
    """
    return (
        "\u3400" <= char <= "\u9fff"
        or "\u3040" <= char <= "\u30ff"
        or "\uac00" <= char <= "\ud7af"
        or "\u0e00" <= char <= "\u0e7f"
    )


def _has_unspaced(text: str) -> bool:
    """Tell whether a text has a character of such a script; a regular expression of these takes long to compile."""
    if text.isascii() or not text.encode("utf-16-be", "surrogatepass")[::2].translate(None, _SPACED):
        return False
    return any(map(_is_unspaced, text))


def _beginnings(phrase: _Phrase) -> tuple[str, ...]:
    """Return how a phrase may begin, without spaces: its head with the first words of the rest that must follow it."""
    begun = [phrase[0]]
    for part in phrase[1]:
        choices = part.split("|")
        if len(begun) * len(choices) > _MANY:
            break
        begun = [words + choice for words in begun for choice in choices]
        if all(map(str.strip, choices)):
            break
    return tuple(dict.fromkeys(words.replace(" ", "") for words in begun))


def _stands(text: str, at: int, head: str, rest: tuple[str, ...], end: str) -> bool:
    """Tell whether a phrase stands at a place of a normalized text, each of its braces one of the words in them.

    Where the phrase may end is followed for all choices at once: thousands of compiled patterns would be dear.
    """
    places = set(_after(text, at, tuple(head.split(" "))))
    for part in rest:
        if not places:
            return False
        choices = _choices(part)
        places = {
            end
            for place in places
            for choice in (*choices.get(text[place : place + 1], ()), *choices.get("", ()))
            for end in _after(text, place, choice)
        }
    return any(place == len(text) or not end or (end == _WORD_END and text[place] == " ") for place in places)


@cache
def _choices(part: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each choice of a part by its first letter; of those that may begin with a space, by none."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for choice in part.split("|"):
        found.setdefault(choice[:1].strip(), []).append(tuple(choice.split(" ")))
    return found


def _after(text: str, at: int, words: tuple[str, ...]) -> Iterable[int]:
    """Return where words end that begin at a place: nowhere, when they do not stand there.

    A space between them is optional, because a choice beside it may be empty.
    """
    if not text.startswith(words[0], at):
        return ()
    ends = {at + len(words[0])}
    for word in words[1:]:
        ends |= {place + 1 for place in ends if text.startswith(" ", place)}
        ends = {place + len(word) for place in ends if text.startswith(word, place)}
    return ends


def _words(line: str) -> list[str]:
    if line.isascii():
        return line.encode().translate(_ASCII_WORDS).decode().split()
    return _NOT_WORD.sub(" ", _folded(line).replace("_", " ")).split()


def _folded(text: str) -> str:
    """Return a text in one case; the two letters i of Turkish, of which capitals tell only some apart, become one."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def normalize(line: str) -> str:
    """Return the words of a line in lower case, one space between them, without its counts."""
    text = " ".join(_words(line))
    return _uncounted(text) if _DIGIT.search(text) else text


def _uncounted(text: str) -> str:
    """Return a normalized text without its counts, if it has other words."""
    return " ".join(_COUNT.sub(" ", text).split()) or text


@lru_cache(maxsize=1024)  # a parser asks for a line more than once, and pages repeat their lines
def kind_of(line: str, *, near: bool = False, whole: bool = False) -> str | None:
    """Return the kind of furniture that a line is, or None when its words and shape do not say.

    With ``near`` the caller knows that furniture is to be expected (after the last paragraph, beside other furniture),
    and one weak word is enough. With ``whole`` only phrases that make up the whole line count, for places such as the
    top of an article where "Watch: ..." may begin a headline.
    """
    if len(line) > MAX_CHARS:
        return None if whole or len(line) > _MOST_CHARS else _legal(line[:MAX_CHARS])
    text = " ".join(_words(line))
    if not text:
        return None
    has_digits = _DIGIT.search(line) is not None
    if has_digits:
        text = _uncounted(text)
    phrases, first = _phrases(), _first(text)
    kind = phrases.whole.match(text, 0, first)
    if kind is None and has_digits and _begins_date(first, phrases) and is_date(line):
        kind = "date"
    if kind is None and not whole:
        kind = _shape(line) or _label(line, phrases) or _by_words(line, text, phrases)
        if kind is None and near:
            kind = _inside(text, phrases.weak)
    return kind


def _legal(beginning: str) -> str | None:
    """Return the kind of a long line that says what the law wants said: of cookies, payment or copyright."""
    kind = _by_words(beginning, normalize(beginning), _phrases())
    return kind if kind in _LEGAL else None


def _begins_date(first: str, phrases: _Phrases) -> bool:
    """Tell whether the first word of a line is a number or a word of the calendar, as far as words are parted."""
    return first in phrases.dates or first[0].isdigit() or first >= _FIRST_UNSPACED


def is_date(line: str) -> bool:
    """Return whether a line is nothing but a date or time: numbers and words of the calendar in any language."""
    if len(line) > 120 or not _DIGIT.search(line):
        return False
    if _has_unspaced(line):
        return _CJK_DATE.fullmatch(line) is not None
    words = _words(line)
    named = [w for w in words if not w[0].isdigit()]
    dates = _phrases().dates
    if any(w not in dates for w in named):
        return False
    if named:
        return len(words) > 2
    return _NUMERIC_DATE.search(line) is not None or _CLOCK.fullmatch(line) is not None


def _first(text: str) -> str:
    return text[:2] if text >= _FIRST_UNSPACED and _is_unspaced(text[0]) else text.partition(" ")[0]


def _shape(line: str) -> str | None:
    if _COPYRIGHT.match(line) or ("©" in line and _COPYRIGHT_YEAR.search(line)):
        return "copyright"
    if ("." in line or "@" in line) and _ADDRESS.match(line):
        return "contact"
    if line[0] in "#@" and _HASHTAGS.match(line):
        return "tags"
    if "/" in line and len(line) < 120 and _AGENCY_CREDIT.search(line):
        return "credit"
    return None


def _label(line: str, phrases: _Phrases) -> str | None:
    """Return the kind of the words before the first colon, bar or dash, when they are a label."""
    found = _LABEL_END.search(line, 0, 60)
    if found is None:
        return None
    label = normalize(line[: found.start()])
    return phrases.labels.match(label, 0, _first(label)) if label else None


def _by_words(line: str, text: str, phrases: _Phrases) -> str | None:
    kind = phrases.begin.match(text, 0, _first(text))
    if kind is None and line.lstrip()[:1] not in _QUOTED:
        kind = _inside(text, phrases.inside)
    return kind


def _inside(text: str, table: _Table) -> str | None:
    """Return the kind of the first phrase of a table that stands anywhere in a normalized text."""
    entries = table.entries
    words = text.split(" ", _MAX_WORDS)[:_MAX_WORDS]
    if not entries.keys().isdisjoint(words):
        at = 0
        for word in words:
            if word in entries and (kind := table.match(text, at, word)):
                return kind
            at += len(word) + 1
    if _has_unspaced(text):
        for at in range(len(text) - 1):
            first = text[at : at + 2]
            if first in table.entries and (kind := table.match(text, at, first)):
                return kind
    return None


@cache
def _phrases() -> _Phrases:
    """Read the phrases of all languages; on the first call only."""
    phrases = _Phrases()
    for file in sorted(_FOLDER.iterdir()):
        kind = "other"
        for line in _folded(file.read_bytes().decode()).split("\n"):
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                kind = line.strip("[] ")
            elif kind == "date-words":
                phrases.dates.update(line.split())
            else:
                phrases.add(kind, line.rstrip())
    return phrases


def _firsts(line: str) -> Iterable[str]:
    """Return the first words of the phrases of a line, each once; thousands of phrases need not be spelled out."""
    first = line.partition(" ")[0]
    if first.isalnum() and not _has_unspaced(first):
        return (first,)
    if line[0] == "{":
        head, _, rest = line[1:].partition("}")
        is_whole = rest[:1] in ("", " ", ":")
    else:
        head = line.partition("{")[0]
        is_whole = head == line or " " in head
    if is_whole:
        words = {choice.partition(" ")[0] for choice in head.split("|")}
        letters = "".join(words)
        if "" not in words and letters.isalnum() and not _has_unspaced(letters):
            return words
        heads = [choice.strip() for choice in _NOT_PHRASE.sub(" ", head).split("|")]
        if min(map(len, heads)) > 1:
            return {_first(words) for words in heads}
    return {_first(words) for words, _ in _heads(_cleaned(line), "")}


@cache
def _cleaned(line: str) -> str:
    """Return the phrases of a line without their punctuation."""
    return " ".join(_NOT_PHRASE.sub(" ", line).split())


def _is_whole(words: str) -> bool:
    """Tell whether the first word of a phrase is known when these are the first letters of the phrase."""
    return " " in words or (words >= _FIRST_UNSPACED and len(words) > 1 and _is_unspaced(words[0]))


def _spelled(entries: Iterable[_Entry], first: str) -> Iterator[_Phrase]:
    """Yield the phrases of entries that begin with a word."""
    unspaced = first >= _FIRST_UNSPACED and _is_unspaced(first[0])
    for entry, end, kind in entries:
        for head, rest in _heads(_cleaned(entry), first):
            if _first(head) == first:
                yield head, rest, "" if unspaced and end == _WORD_END else end, kind


def _heads(entry: str, first: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (first words, rest) for an entry: one for each of the alternatives that its first word may be.

    Only for those that begin with a word, if one is given, so that of a hundred alternatives few are looked at twice.
    """
    # Parts stand in turn outside and inside braces.
    parts = entry.replace("}", "{").split("{")
    begun = [""]
    for i, part in enumerate(parts):
        choices = part.split("|") if i % 2 else (part,)
        if begun == [""]:
            longer = list(map(str.lstrip, choices))
        else:
            longer = [(head + choice).lstrip() for head in begun for choice in choices]
        begun = []
        for words in longer:
            if not (words.startswith(first) or first.startswith(words)):
                continue
            if _is_whole(words):
                yield words, tuple(parts[i + 1 :])
            else:
                begun.append(words)
    for words in begun:
        if words:
            yield words, ()
