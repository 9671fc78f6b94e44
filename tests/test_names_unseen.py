"""How well names are found in texts of many kinds that no model is trained on."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNSEEN = ROOT / "tests" / "names" / "unseen"
FLOORS = {"agency": 88, "politics": 88, "web": 76, "world": 86}
FLOORS |= {f"languages/{code}": floor for code, floor in {"da": 78, "de": 74, "es": 84, "fr": 82, "it": 73}.items()}
FLOORS |= {"read/newswire": 88, "read/parties": 79, "read/postings": 73, "read/tables": 92, "read/translated": 90}
FLOORS |= {"unread/newswire": 87, "unread/parties": 89, "unread/postings": 76, "unread/tables": 80}
FLOORS |= {"unread/translated": 84}
FLOORS |= {f"languages/{code}": floor for code, floor in {"nb": 75, "nl": 73, "pt": 71, "sv": 76}.items()}
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
    assert len(unseen) == 271
    assert not trained & unseen


def test_the_weights_were_learned_from_the_features_that_the_model_is_shown(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "training")
    digest = import_module("shown").digest_of_own()
    card = (ROOT / "docs" / "explanation" / "names.md").read_text("utf-8")
    assert digest in card, "what the model sees has changed: run training/train.py, then mend its card"
