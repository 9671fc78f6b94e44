"""What type checkers see of `newsmodel.dumps` and its family. Never run."""

from typing import assert_type

import newsmodel
from newsmodel import Article, Format

article = Article()

assert_type(newsmodel.dumps(article), str)
assert_type(newsmodel.dumps(article, "html"), str)
assert_type(newsmodel.dumps(article, format="nitf"), str)
assert_type(newsmodel.dumps(article, "parquet"), bytes)
assert_type(newsmodel.loads(b"{}"), Article)
assert_type(newsmodel.load("a.json"), Article)
assert_type(newsmodel.formats(), tuple[Format, ...])
for one in newsmodel.load_all("many.jsonl"):
    assert_type(one, Article)
assert_type(newsmodel.dump_all([article], "many.jsonl"), int)


class Mine:
    """A format of a user's own needs no base class."""

    keeps = {"headline": "exactly"}  # noqa: RUF012

    def write(self, article: Article) -> str:
        return article.headline or ""

    def read(self, data: str | bytes) -> Article:
        return Article(headline=str(data))

    def project(self, article: Article) -> Article:
        return Article(headline=article.headline)


assert_type(newsmodel.register_format("mine", Mine(), media_type="text/plain"), Format)
newsmodel.register_format("mine", object(), media_type="text/plain")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
