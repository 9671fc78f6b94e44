"""Ray Data: a folder of Parquet files with the columns url and html becomes a folder of articles."""

import sys

import ray

from newsmodel import batch


class Extract:
    def __init__(self):
        self.guard = batch.Guard()

    def __call__(self, pages):
        return batch.extract_batch(pages, guard=self.guard)


if __name__ == "__main__":
    # Tries are finite on purpose: the guard keeps deadly pages from Ray, so they are for machines that go away.
    pages = ray.data.read_parquet(sys.argv[1])
    tries = {"max_restarts": 3, "max_task_retries": 3}
    articles = pages.map_batches(Extract, batch_format="pyarrow", batch_size=256, concurrency=(1, 2), **tries)
    articles.write_parquet(sys.argv[2])
