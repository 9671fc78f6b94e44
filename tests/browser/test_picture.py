"""The picture in a real browser: what can be seen, in light and dark, wide and narrow, on paper and by axe."""

import json
import os
from pathlib import Path

import pytest

import newsmodel
from tests.view_articles import HOSTILE, STRIKE


def open_page(browser, tmp_path, article, width=1200, scheme="light"):
    """Write the picture of an article and open it."""
    page = tmp_path / "picture.html"
    page.write_text(newsmodel.view(article), encoding="utf-8")
    browser.set_window_size(width, 1400)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": features})
    browser.get(page.as_uri())


CONTRAST = """
const linear = x => x <= 10 ? x / 3294 : ((x / 255 + .055) / 1.055) ** 2.4;
const luminance = c => { const v = c.map(linear);
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2] };
const rgb = s => (s.match(/[\\d.]+/g) || []).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const b = rgb(getComputedStyle(e).backgroundColor);
  if (b.length === 3 || b[3] > 0) return b.slice(0, 3) } return [255, 255, 255] };
return [...document.querySelectorAll('h1,h2,p,q,li,dd,dt,a,td,th,caption,summary,.chip,.dim,.figure,.embed')]
  .filter(e => e.textContent.trim() && !e.closest('svg')).map(e => {
    const a = luminance(rgb(getComputedStyle(e).color).slice(0, 3)), b = luminance(behind(e));
    return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.tagName + '.' + e.className] })
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_against_what_is_behind_it(browser, tmp_path, scheme):
    open_page(browser, tmp_path, STRIKE, scheme=scheme)
    poor = [x for x in browser.execute_script(CONTRAST) if x[0] < 4.5]
    assert poor == []


def test_dark_is_dark(browser, tmp_path):
    open_page(browser, tmp_path, STRIKE, scheme="dark")
    colour = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(22, 24, 27)"


@pytest.mark.parametrize("width", [1200, 500])
def test_nothing_runs_out_of_the_window(browser, tmp_path, width):
    open_page(browser, tmp_path, STRIKE, width=width)
    wide, window = browser.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= window


def test_on_a_wide_screen_the_cast_stands_beside_the_text_and_on_a_phone_below(browser, tmp_path):
    places = (
        "const r = s => document.querySelector(s).getBoundingClientRect();"
        "return [r('main').right, r('aside').left, r('main').bottom, r('aside').top]"
    )
    open_page(browser, tmp_path, STRIKE)
    right, left, _, _ = browser.execute_script(places)
    assert left >= right
    open_page(browser, tmp_path, STRIKE, width=500)
    _, _, bottom, top = browser.execute_script(places)
    assert top >= bottom


def test_furniture_is_folded_and_opens(browser, tmp_path):
    open_page(browser, tmp_path, STRIKE)
    item = "return document.querySelector('.furniture li').checkVisibility()"
    assert not browser.execute_script(item)
    browser.execute_script("document.querySelector('.furniture summary').click()")
    assert browser.execute_script(item)


def test_two_speakers_differ_by_more_than_colour(browser, tmp_path):
    open_page(browser, tmp_path, STRIKE)
    styles = browser.execute_script(
        "return [...document.querySelectorAll('q.direct, q.mixed')].map(e => getComputedStyle(e).textDecorationStyle)"
    )
    assert set(styles) == {"solid", "dashed", "dotted"}


def test_a_hostile_article_runs_nothing_and_loads_nothing(browser, tmp_path):
    open_page(browser, tmp_path, HOSTILE)
    assert browser.title != "owned"
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.execute_script("return document.querySelectorAll('script, img, [onerror]').length") == 0


def test_it_prints_on_paper(browser, tmp_path):
    open_page(browser, tmp_path, STRIKE)
    pdf = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
    assert len(pdf) > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("article", [STRIKE, HOSTILE], ids=["strike", "hostile"])
def test_axe_finds_no_violation(browser, tmp_path, article, scheme):
    axe = os.environ.get("NEWSMODEL_AXE")
    if not axe:
        if os.environ.get("NEWSMODEL_REQUIRE_BROWSER"):
            pytest.fail("NEWSMODEL_AXE does not name axe.min.js")
        pytest.skip("needs axe-core (npm install axe-core) at NEWSMODEL_AXE")
    open_page(browser, tmp_path, article, scheme=scheme)
    browser.execute_script(Path(axe).read_text(encoding="utf-8"))
    found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")["violations"]
    assert [(v["id"], v["impact"], json.dumps(v["nodes"][0]["html"])) for v in found] == []
