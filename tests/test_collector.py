"""The garbage collector rests while one article is read, and is afterwards as it was before."""

from __future__ import annotations

import gc

import pytest

from newsmodel import parse_html
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


def test_what_is_read_is_given_back_without_the_collector(collecting):
    text = "<p>The ferry to Harrow was late again on Monday, the harbour office said in a short note to passengers.</p>"
    page = (
        "<html><body><nav><a href='/'>Home</a></nav><main><h1>Ferry late again</h1><p class='byline'>By Ida Moe</p>"
        + 9 * text
        + "<ul><li>One boat is in the yard.</li><li>The other is full.</li></ul><table><tr><td>Monday</td><td>9</td>"
        "</tr><tr><td>Tuesday</td><td>8</td></tr></table><blockquote><p>It will sail.</p></blockquote></main>"
        "<aside><p class='share'>Share this</p></aside></body></html>"
    )
    assert parse_html(page, annotate=False).sections
    gc.collect()
    gc.disable()
    parse_html(page, annotate=False)
    assert gc.collect() == 0
