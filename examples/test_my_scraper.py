"""For a developer: property tests of your own scraper, with newsmodel's articles as test data.

Run it with ``pytest examples/test_my_scraper.py``. It needs the extra ``hypothesis`` and pytest.
"""

# %% The code under test: a tiny scraper that keeps the headline and the paragraphs of an article as a row.
from hypothesis import given, settings

import newsmodel
from newsmodel import Article, strategies


def to_row(article: Article) -> dict[str, str]:
    """Return an article as a row for a spreadsheet."""
    return {"title": article.headline or "", "body": "\n\n".join(p.text for p in article.paragraphs)}


# %% A law: what is in the row is in the article. Hypothesis looks for an article that breaks it.
@settings(max_examples=50, deadline=None)
@given(strategies.articles())
def test_a_row_holds_every_paragraph(article: Article) -> None:
    row = to_row(article)
    assert all(p.text in row["body"] for p in article.paragraphs)


# %% Another: a page that holds an article gives back its row, whatever stands around it.
@settings(max_examples=25, deadline=None)
@given(strategies.html_pages())
def test_a_page_gives_back_its_row(pair: tuple[str, Article]) -> None:
    page, article = pair
    assert to_row(newsmodel.parse_html(page, annotate=False))["title"] == to_row(article)["title"]


# %% And a round trip: an archived row can be made again from the archive.
@settings(max_examples=50, deadline=None)
@given(strategies.articles())
def test_an_archived_article_gives_the_same_row(article: Article) -> None:
    assert to_row(newsmodel.loads(newsmodel.dumps(article))) == to_row(article)
