"""datatrove: web archives become Parquet files of articles; on one machine here, on Slurm with its other executor."""

import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep

from newsmodel import batch


class Articles(PipelineStep):
    name = "newsmodel"

    def __init__(self, source, out):
        super().__init__()
        self.source, self.out = source, out

    def run(self, data, rank=0, world_size=1):
        files = sorted(self.source.glob("*.warc.gz"))[rank::world_size]
        summary = batch.run(files, self.out / f"{rank:05d}", jobs=1)
        self.stat_update("articles", value=summary.articles)
        yield from ()


if __name__ == "__main__":
    from pathlib import Path

    step = Articles(Path(sys.argv[1]), Path(sys.argv[2]))
    LocalPipelineExecutor(pipeline=[step], tasks=4, workers=2, logging_dir=sys.argv[2] + ".logs").run()
