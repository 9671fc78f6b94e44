"""For a researcher: a folder of articles to Parquet, and who is mentioned together with whom.

Run it from the repository: ``python examples/corpus_to_parquet.py examples/articles corpus.parquet``.
It needs the extra ``arrow``.
"""

# %% Read the articles, and keep them whole: JSON lines to archive, Parquet to compute with.
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import newsmodel
from newsmodel import Paragraph

folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "articles")
out = Path(sys.argv[2] if len(sys.argv) > 2 else "corpus.parquet")
articles = [newsmodel.parse(path) for path in sorted(folder.iterdir())]
newsmodel.dump_all(articles, out.with_suffix(".jsonl"))
newsmodel.dump_all(articles, out)

# %% What was written reads back equal: nothing was lost on the way.
assert list(newsmodel.load_all(out)) == articles
assert list(newsmodel.load_all(out.with_suffix(".jsonl"))) == articles
print(f"{len(articles)} articles in {out} and {out.with_suffix('.jsonl')}")

# %% Who stands in one paragraph with whom?
together: Counter[tuple[str, str]] = Counter()
for article in articles:
    for paragraph in article.select(Paragraph):
        names = sorted({mention.entity.name for mention in paragraph.mentions})
        together.update(combinations(names, 2))
for (one, other), count in together.most_common(10):
    print(f"{count:3}  {one} + {other}")
