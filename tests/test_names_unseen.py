"""How well names are found in texts of many kinds that no model is trained on."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNSEEN = ROOT / "tests" / "names" / "unseen"
FLOORS = {
    folder + pair.partition("=")[0]: int(pair.partition("=")[2])
    for folder, pairs in {
        "": "agency=88 politics=88 web=76 world=86",
        "languages/": "da=85 de=83 es=85 fr=83 it=77 nb=82 nl=77 pt=75 sv=79",
        "read/": "affairs=89 courts=91 culture=86 newswire=88 parties=79 postings=73 sport=90 tables=92 "
        "translated=92 world=91",
        "unread/": "affairs=84 courts=88 culture=82 newswire=87 parties=89 postings=76 sport=85 tables=80 "
        "translated=85 world=88",
        "read/languages/": "da=86 de=87 es=89 fr=89 it=81 nl=82 pl=47 pt=81 sv=91",
        "unread/languages/": "da=77 de=82 es=73 fr=73 it=83 nl=76 pl=48 pt=94 sv=75",
    }.items()
    for pair in pairs.split()
}
"""F1 of exact span and kind, people and organizations together: some points under what is measured now."""


@pytest.mark.parametrize("name", FLOORS)
def test_most_names_of_texts_never_trained_on_are_found(name, monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "training")
    measure = import_module("measure")
    assert measure.scores(measure.measured(UNSEEN / f"{name}.txt"), ("PER", "ORG"))[2] >= FLOORS[name]


def test_no_unseen_text_is_trained_on(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "training")
    corpus = import_module("corpus")
    trained = {record["text"] for record in corpus.own()}
    unseen = {record["text"] for path in UNSEEN.rglob("*.txt") for record in corpus.texts(path)}
    assert len(unseen) == 331
    assert not trained & unseen


def test_the_weights_were_learned_from_the_features_that_the_model_is_shown(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "training")
    digest = import_module("shown").digest_of_own()
    card = (ROOT / "docs" / "explanation" / "names.md").read_text("utf-8")
    assert digest in card, "what the model sees has changed: run training/train.py, then mend its card"
