"""The file of the weights, the runs of capitals, and the lists: what the name model is read from."""

from __future__ import annotations

import gzip
from collections import defaultdict

import pytest

from newsmodel._names._evidence import Evidence, bits, letters
from newsmodel._names._features import Features
from newsmodel._names._lexicon import flags
from newsmodel._names._near import is_unused
from newsmodel._names._runs import run_before, run_end
from newsmodel._names._tokens import lines
from newsmodel._names._weights import LABELS, ZERO, apart, read


def written(tables: dict[str, dict[str, list[int]]], moves: list[list[int]]) -> bytes:
    values = "".join(chr(ZERO + v) for table in tables.values() for row in table.values() for v in row)
    templates = ["\t".join((name, *table)) for name, table in tables.items()]
    return gzip.compress("\n".join((" ".join(str(m) for row in moves for m in row), values, *templates)).encode())


def test_the_sum_of_features_is_the_sum_of_each_label() -> None:
    first, second = [3, -7, 0, 0, 12, 0, 0, -20, 1], [-3, 5, 0, 9, -12, 0, 0, 17, 1]
    moves = [[k - j for k in range(len(LABELS))] for j in range(len(LABELS) + 1)]
    tables, read_moves = read(written({"word": {"Quill": first}, "shape": {"X2": [0] * 9, "Xx": second}}, moves))
    [total] = apart([tables["word"]["Quill"] + tables["shape"]["Xx"]])
    assert [t - 2 * ZERO for t in total] == [a + b for a, b in zip(first, second, strict=True)]
    assert read_moves == moves
    assert tables["a template without features"] == {}


def test_the_features_of_a_token_tell_its_place_in_a_name() -> None:
    cut = lines("They met Ann Maria Weir and the Tarn Water Board.\nWe saw Quill.")
    asked = [(line, first, last) for line in cut for first, last in line.stretches]
    tables = defaultdict[str, dict[str, int]](dict, {"place": {"s1": 4, "f3": 1, "m3": 2, "l3": 3}})
    assert Features(tables).totals(asked, Evidence(cut)) == [4, 1, 2, 3, 4, 4, 1, 2, 3, 4, 4]


def test_the_words_of_a_name_and_beside_it_are_seen_from_its_other_tokens() -> None:
    cut = lines("a man met Ann Maria Weir here")
    [(first, last)] = cut[0].stretches
    tables: dict[str, dict[str, int]] = defaultdict(dict)
    tables |= {
        "f last": {"weir": 1},
        "m last": {"weir": 10},
        "l first": {"ann": 100},
        "f before": {"met": 1000},
        "l before": {"met": 2000},
    }
    assert Features(tables).totals([(cut[0], first, last)], Evidence(cut)) == [1, 10, 2100]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("SOCCER - NORVIK HOLD HALLAN IN LATE DRAW.\nNorvik drew.\nNorvik 2 Hallan 1", "cms"),
        ("Norvik drew.\nHallan led at halftime. The wickets fell.", "mm"),
        ("Norvik drew.\nHallan led at halftime.", "nn"),
        ("Norvik 2 Hallan 1", "s"),
        ("NORVIK 17 4 .810 -", "s"),
        ("It began on 4 May 1990 and went on for many more years.", "n"),
    ],
)
def test_lines_of_match_reports_and_scores_are_told_from_others(text: str, kinds: str) -> None:
    assert "".join(line.kind for line in lines(text)) == kinds


def test_the_number_under_which_somebody_plays_is_no_part_of_the_name() -> None:
    assert lines("12-Ann Lee (Spain) beat 7-Eleven men 6-4")[0].words[2:10] == [
        *("12", "-", "Ann", "Lee", "(", "Spain", ")", "beat"),
    ]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Tarn Water Board met.", "Tarn Water Board"),
        ("University of Eastmere and more", "University of Eastmere"),
        ("al-Sadr's men", "al-Sadr"),
        ("weir", ""),
    ],
)
def test_a_run_of_capitals_ends_before_small_words_and_possessives(text: str, run: str) -> None:
    assert text[: run_end(text, 0)] == run


def test_the_longest_run_before_a_place_is_found() -> None:
    text = "Then the Tarn Water Board (TWB)"
    end = text.index(" (")
    assert text[run_before(text, 0, end) : end] == "Tarn Water Board"
    assert run_before("the weir (TWB)", 0, 8) == 8


def test_the_model_is_not_asked_of_words_that_the_text_uses_for_no_name() -> None:
    cut = lines("Police said so. They called the police, and I went.\nBush won. He beat Ann Bush.")
    evidence = Evidence(cut)
    idle = [line.words[a] for line in cut for a, b in line.stretches if is_unused(line, a, b, evidence)]
    assert idle == ["Police", "I"]


def test_facts_of_a_word_are_told_in_order() -> None:
    assert letters(bits("oca")) == "aco"


def test_a_word_has_the_flags_of_both_its_cases() -> None:
    assert "c" in flags("Will")
    assert "g" in flags("Will")
    assert "n" in flags("Iraqis")
