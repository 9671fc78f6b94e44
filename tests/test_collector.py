"""The garbage collector rests while one article is read, and is afterwards as it was before."""

from __future__ import annotations

import gc

import pytest

from newsmodel._collector import paused


@pytest.fixture
def collecting():
    was = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was else gc.disable)()


def test_the_collector_rests_during_the_call_and_goes_on_after_it(collecting):
    assert paused(gc.isenabled)() is False
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error(collecting):
    with pytest.raises(ZeroDivisionError):
        paused(lambda: 1 / 0)()
    assert gc.isenabled()


def test_a_collector_that_somebody_else_has_paused_stays_paused(collecting):
    gc.disable()
    assert paused(gc.isenabled)() is False
    assert not gc.isenabled()
