"""Dask: each file of a folder of Parquet files with the columns url and html becomes a file of articles."""

import sys
from pathlib import Path

import pyarrow.parquet as pq
from dask.distributed import Client

from newsmodel import batch


def extract(path, out):
    with batch.Guard() as guard:
        pq.write_table(batch.extract_batch(pq.read_table(path), guard=guard), Path(out, path.name))


if __name__ == "__main__":
    Path(sys.argv[2]).mkdir(exist_ok=True)
    with Client(threads_per_worker=1) as client:
        client.gather(client.map(extract, sorted(Path(sys.argv[1]).glob("*.parquet")), out=sys.argv[2], retries=2))
