"""What a piece of a byline is: a person, an organization, an agency, or nobody."""

from __future__ import annotations

import re
from enum import Enum

from newsmodel._byline.east import is_eastern_name
from newsmodel._byline.words import LONG_POST, World, world
from newsmodel._given import given_names

__all__ = [
    "Kind", "classify", "is_agency", "is_given", "is_plain", "is_post", "may_be_name", "may_be_unmarked",
    "told_of",
]  # fmt: skip

_MAX_WORDS = 7
_FEW = 4  # words that a name without any mark of one has fewer than
_MAX_LETTERS = 70
_NOUNS_IN_CAPITALS = ("de", "lb")
_TOLD = 4  # words at most of a name that a sentence begins with
_MAX_UNCASED = 30
_MAX_UNSPACED = 12
_SHORT_AGENCY = 5  # letters: "dpa" is an author beside others, "The Associated Press" says where one works
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia
_DOMAINS = (".com", ".de", ".org", ".net", ".fr", ".it", ".es", ".nl", ".pl", ".ru", ".info")
_NOT_IN_NAMES = re.compile(r"[<>{}=_?!%$€:：\\\d]")
# Two to four words with capitals in a Western alphabet; from U+0100 on small and capital letters take turns.
_PLAIN = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ſ][a-zß-öø-ÿĀ-ſ]+(?:[ -][A-ZÀ-ÖØ-ÞĀ-ſ][a-zß-öø-ÿĀ-ſ]+){0,2} "
    r"(?:(?:Ma?c|Fitz|[OD]['’])(?=[A-Z]))?[A-ZÀ-ÖØ-ÞĀ-ſ][a-zß-öø-ÿĀ-ſ]+(?:-[A-ZÀ-ÖØ-ÞĀ-ſ][a-zß-öø-ÿĀ-ſ]+)?"
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.[ -]?){1,2}(?=[^\W\d_]{3,}$)")
_CAPITALS = 4  # letters at least of a surname that alone is in capitals: fewer may be an acronym
_GREEK, _AFTER_CYRILLIC = "\u0370", "\u0530"  # scripts with capitals besides the Western
_EDGE = " ,:：;-–—*\"'“”„«»"


class Kind(Enum):
    """What a piece of a byline is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    AGENCY = "agency"
    """A news agency known by its short name, which is an author beside others."""
    NOBODY = "nobody"


def classify(piece: str, site: str | None, is_organization: bool | None, *, after_name: bool) -> tuple[Kind, str]:
    """Return what a piece of a byline is, with its name; `after_name` when a name stands before it."""
    if is_plain(piece) and not is_organization and (site is None or not _same(piece.lower(), site.lower())):
        return Kind.PERSON, piece
    known = world()
    piece = _bare(piece)
    lower = piece.lower()
    if len(lower) < 2 or len(piece) > _MAX_LETTERS or lower in known.staff:
        return Kind.NOBODY, piece
    if lower in known.agencies:
        short = " " not in piece and len(piece) <= _SHORT_AGENCY
        return (Kind.AGENCY if short or not after_name else Kind.ORGANIZATION), piece
    if site is not None and _same(lower, site.lower()):
        return Kind.ORGANIZATION, piece
    if _is_staff(lower, known):
        return Kind.ORGANIZATION, piece
    if after_name and is_post(lower):
        return Kind.NOBODY, piece
    name = _without_roles(piece, known)
    if name is None:
        return Kind.NOBODY, piece
    if is_organization or _is_organization(name, known):
        # "Breaking News Intern" is what somebody does.
        is_task = not is_organization and len(name) < len(piece) and piece.startswith(name)
        return (Kind.NOBODY if is_task else Kind.ORGANIZATION), name
    if after_name and len(name.split()) == 1 and name[0] < _UNSPACED:
        return Kind.NOBODY, name  # a place
    return (Kind.PERSON if _is_name(name) else Kind.NOBODY), name


def is_plain(text: str) -> bool:
    """Tell whether a text is a name of a person that needs no thought: no word of it means anything in a byline."""
    return _PLAIN.fullmatch(text) is not None and world().telling.isdisjoint(text.lower().split())


def is_post(lower: str) -> bool:
    """Tell whether a word of a text in lower case says what somebody does."""
    known = world()
    bare = [word.strip(".,:") for word in lower.split()]
    return any(word in known.roles or word.endswith(known.posts) for word in bare)


def is_given(text: str) -> bool:
    """Tell whether a text can be nothing but a name: it begins with a known given name, or an initial."""
    if is_plain(text):
        return re.split("[ -]", text, maxsplit=1)[0] in given_names()
    return _is_marked(text) and _says_nothing(text)


def may_be_name(text: str) -> bool:
    """Tell whether a text looks like the name of a person, by its capitals and by what its words mean in a byline."""
    if is_plain(text):
        return True
    words = text.split(" ")
    other = _GREEK <= text[:1] < _AFTER_CYRILLIC and len(words) in (2, 3) and all(map(_is_title, words))
    return (other or _is_marked(text)) and _says_nothing(text)


def may_be_unmarked(text: str) -> bool:
    """Tell whether a text in a script without capitals, or all in capitals, has the shape of a name of a person."""
    if text[:1] >= _UNSPACED:
        return is_eastern_name(text)
    words = text.replace("-", "").split(" ")
    if not 1 < len(words) < _FEW or any(map(str.islower, text)):
        return False
    # Vowels are no letters in the scripts of India, and yet parts of words.
    return all(len(word) > 1 and word.isidentifier() and "_" not in word for word in words) and _says_nothing(text)


def _is_marked(text: str) -> bool:
    """Tell whether a text has the marks of a name: "J. Moe", or "Ida MOE", whose surname alone is in capitals."""
    if initial := _INITIAL.match(text):
        return text[0].isupper() and _is_title(text[initial.end() :])
    first, _, last = text.rpartition(" ")
    capitals = len(last) >= _CAPITALS and last.isalpha() and last.isupper()
    words = first.split(" ")
    return capitals and len(words) < 3 and all(len(word) > 1 and _is_title(word) for word in words)


def _is_title(word: str) -> bool:
    return word.istitle() and word.replace("-", "").isalpha()


def _says_nothing(text: str) -> bool:
    return world().telling.isdisjoint(text.lower().split())


def told_of(text: str, language: str | None = None) -> str | None:
    """Return the person whom a sentence begins to tell of: "Ida Moe teaches at Skovby", "*Bo Lund, 51, is a baker"."""
    is_name = is_plain if language and not language.startswith(_NOUNS_IN_CAPITALS) else is_given
    head = text.lstrip("* ")
    words = head.split(" ", _TOLD + 1)[: _TOLD + 1]
    for size in range(2, len(words)):
        name, word = " ".join(words[:size]), words[size]
        if name[-1] == ",":
            name = name[:-1]
            word = head[len(name) + 1 :].partition(",")[2].lstrip().partition(" ")[0]
        if word in world().lives and is_name(name):
            return name
    return None


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of a news agency."""
    return text.lower() in world().agencies


def _is_staff(lower: str, known: World) -> bool:
    """Tell whether a piece is a name followed by a word for nobody in particular: "Beacon staff", "IN-Redaktion"."""
    head, _, tail = lower.replace("-", " ").partition(" ")
    while tail:
        if tail in known.staff and tail not in known.roles:
            return head not in known.roles
        head, _, tail = tail.partition(" ")
    return False


def _bare(piece: str) -> str:
    """Return a piece without marks around it; the dot of an initial stays ("Nelson C.J.")."""
    piece = piece.strip(_EDGE)
    bare = piece.rstrip(".")
    return bare if len(bare.rsplit(" ", 1)[-1]) > 3 else piece


def _same(name: str, site: str) -> bool:
    return "".join(filter(str.isalnum, name)) == "".join(filter(str.isalnum, site))


def _without_roles(piece: str, known: World) -> str | None:
    """Return a name without the roles and the agency around it; None when it is a role that names nobody."""
    words = piece.split()
    roles = [_is_role(word.strip(".,:").lower(), known) for word in words]
    while len(words) > 2 and roles[0]:
        words, roles = words[1:], roles[1:]
    while len(words) > 2 and roles[-1]:
        words, roles = words[:-1], roles[:-1]
    if len(words) == 2 and roles[1] and words[0][0] >= _UNSPACED:
        return words[0]  # a name without blanks, and its title
    if len(words) > 1 and any(roles) and words[0][0] < _UNSPACED and (len(words) > 2 or roles[0]):
        return None
    for size in (3, 2):
        if len(words) - size > 1 and " ".join(words[-size:]).lower() in known.agencies:
            words = words[:-size]
            break
    return " ".join(words) or None


def _is_role(word: str, known: World) -> bool:
    """Tell whether a word in lower case says what somebody does; the long ones end compounds, too."""
    return word in known.roles or (len(word) > LONG_POST and word.endswith(known.posts))


def _is_organization(name: str, known: World) -> bool:
    """Tell whether a word of a name is one that names of organizations have."""
    words = [word.strip(".,").lower() for word in name.split()]
    telling = [word for word in words if word in known.organizations]
    if telling:
        # "Emily Post", "Charlotte Church": some of these words are surnames too.
        surname = len(words) == 2 and telling == [words[1]] and words[1] in known.surnames
        return not surname
    if len(words) == 1 and name.isupper() and name.isascii() and len(name) <= _SHORT_AGENCY:
        return True  # an acronym
    if name[0] >= _UNSPACED and len(name) > 2:
        return any(name.endswith(w) and len(name) > len(w) + 1 for w in known.organizations if w[0] >= _UNSPACED)
    return words[-1].endswith(_DOMAINS)


def _is_name(name: str) -> bool:
    """Tell whether a text looks like the name of a person: few words, capitals where the script has them."""
    parts = name.split()
    if len(parts) > _MAX_WORDS or _NOT_IN_NAMES.search(name) or not any(map(str.isalpha, name)):
        return False
    cased = [part for part in parts if part[0].lower() != part[0].upper()]
    if not cased:
        return len(name) <= (_MAX_UNSPACED if name[0] >= _UNSPACED else _MAX_UNCASED)
    if all(part.islower() for part in cased) and len(cased) == len(parts):
        meant = world().telling | world().particles
        return len(parts) in (2, 3) and all(len(part) > 2 and part not in meant for part in parts)
    return all(_is_name_word(part) for part in cased) and any(len(part.strip(".")) > 1 for part in parts)


def _is_name_word(word: str) -> bool:
    bare = word.lstrip("'‘’\"“(").lower()
    return (
        word.lstrip("'‘’\"“(")[:1].isupper()
        or bare in world().particles
        or bare[:2] in ("d'", "d’", "l'", "al", "el", "o'")
    )
