"""Each rule on what the tagger found, alone: a text, names with their kinds, and what is left of them."""

from __future__ import annotations

import pytest

from newsmodel._names._doubt import no_demonyms
from newsmodel._names._firms import and_more, apart, by_head, listed, shops, spelled_out
from newsmodel._names._found import Found
from newsmodel._names._repair import same_kind
from newsmodel._names._widen import known_as, widen

CASES = [
    (by_head, "The Spanish Partido Unido lost.", "MISC Spanish Partido Unido", "ORG Partido Unido"),
    (by_head, "The Tahrir Front lost.", "LOC Tahrir Front", "ORG Tahrir Front"),
    (by_head, "Quorvane's board met.", "LOC Quorvane", "ORG Quorvane"),
    (by_head, "Quorvane is wet.", "LOC Quorvane", "LOC Quorvane"),
    (apart, "The Alphabet Inc's Google unit.", "ORG Alphabet Inc's Google", "ORG Alphabet Inc; ORG Google"),
    (apart, "Hamas and Fatah met.", "ORG Hamas and Fatah", "ORG Hamas; ORG Fatah"),
    (apart, "Trade and Industry Bank", "ORG Trade and Industry Bank", "ORG Trade and Industry Bank"),
    (and_more, "The Ministry of Trade and Ports met.", "ORG Ministry of Trade", "ORG Ministry of Trade and Ports"),
    (and_more, "Ministry of Trade and Hamas", "ORG Ministry of Trade; ORG Hamas", "ORG Ministry of Trade; ORG Hamas"),
    (and_more, "Ministry of Trade and Ports", "ORG Ministry of Trade; LOC Ports", "ORG Ministry of Trade and Ports"),
    (listed, "Ambrevia, Quorvane and Orlux rose.", "LOC Ambrevia; ORG Quorvane", "ORG Ambrevia; ORG Quorvane"),
    (shops, "He runs Gilligan's Bakery.", "PER Gilligan", "ORG Gilligan's Bakery"),
    (shops, "Gilligan's Bakery", "PER Gilligan; ORG Bakery", "ORG Gilligan's Bakery"),
    (spelled_out, "The Alianza Verde (AV) lost.", "ORG AV", "ORG Alianza Verde; ORG AV"),
    (spelled_out, "The Grand Alianza Verde (XQ) lost.", "ORG XQ", "ORG XQ"),
    (same_kind, "The Road Board, or Darb Hurr, met.", "ORG Road Board; PER Darb Hurr", "ORG Road Board; ORG Darb Hurr"),
    (known_as, "Ramiro Paz, known as Mirito, won.", "PER Ramiro Paz", "PER Ramiro Paz; PER Mirito"),
    (known_as, "The Road Board, or Darb Hurr, met.", "ORG Road Board", "ORG Road Board; ORG Darb Hurr"),
    (widen, "María Ortega y Ruiz left.", "PER María Ortega; PER Ruiz", "PER María Ortega y Ruiz"),
    (widen, "María Ortega y Ruiz left.", "PER María Ortega", "PER María Ortega y Ruiz"),
    (widen, "From Hobbs, Trent & Co. came.", "PER Hobbs; ORG Trent & Co.", "ORG Hobbs, Trent & Co."),
    (widen, "From Hobbs, Trent & Co. came.", "ORG Trent & Co.", "ORG Hobbs, Trent & Co."),
    (widen, "The U.S. Bureau of Roads met.", "ORG Bureau of Roads", "ORG U.S. Bureau of Roads"),
    (widen, "Then Abu Hamid spoke.", "PER Hamid", "PER Abu Hamid"),
    (no_demonyms, "Rep. Lee (R-Utah)", "ORG R-Utah", ""),
    (no_demonyms, "The Middle East", "ORG Middle East", ""),
    (no_demonyms, "FLINT, Mich.", "ORG FLINT", ""),
]  # fmt: skip


def names(text: str, told: str) -> list[Found]:
    found, at = [], 0
    for one in filter(None, told.split("; ")):
        kind, _, name = one.partition(" ")
        at = text.index(name, at)
        found.append(Found(at, at + len(name), kind, name))
    return found


@pytest.mark.parametrize(("rule", "text", "before", "after"), CASES, ids=[f"{c[0].__name__}: {c[2]}" for c in CASES])
def test_a_rule_gives(rule, text, before, after):
    left = rule(text, [], names(text, before))
    assert "; ".join(f"{f.kind} {f.text}" for f in left) == after
    assert [text[f.start : f.end] for f in left] == [f.text for f in left]
