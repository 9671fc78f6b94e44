"""Spark: a folder of Parquet files with the columns url and html becomes a folder of articles. Spark 4, Java 17."""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsmodel import batch


def extract(batches):
    with batch.Guard() as guard:
        for pages in batches:
            yield batch.extract_batch(pages, guard=guard)


if __name__ == "__main__":
    spark = SparkSession.builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    pages = spark.read.parquet(sys.argv[1])
    articles = pages.mapInArrow(extract, from_arrow_schema(batch.ARTICLE_SCHEMA, prefer_timestamp_ntz=False))
    articles.write.parquet(sys.argv[2])
