"""Daft: a folder of Parquet files with the columns url and html becomes a folder of articles."""

import sys

import daft
import pyarrow as pa

from newsmodel import batch

ARTICLE = daft.DataType.from_arrow_type(pa.struct(batch.ARTICLE_SCHEMA))


@daft.cls
class Extract:
    def __init__(self):
        self.guard = batch.Guard()

    @daft.method.batch(return_dtype=ARTICLE)
    def __call__(self, url, html):
        pages = pa.table({"url": url.to_arrow(), "html": html.to_arrow()})
        return batch.extract_batch(pages, guard=self.guard).to_struct_array().combine_chunks()


if __name__ == "__main__":
    pages = daft.read_parquet(sys.argv[1])
    articles = pages.select(Extract()(pages["url"], pages["html"]).alias("article"))
    articles.select(*(daft.col("article")[name].alias(name) for name in batch.ARTICLE_SCHEMA.names)).write_parquet(
        sys.argv[2]
    )
