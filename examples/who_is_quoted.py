"""For a data journalist: who is quoted in a folder of articles, how much, and in which words?

Run it from the repository: ``python examples/who_is_quoted.py examples/articles``.
"""

# %% Read every article of a folder. Pages and plain texts may stand side by side.
import sys
from collections import Counter, defaultdict
from pathlib import Path

import newsmodel
from newsmodel import Quote

folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "articles")
articles = {path.name: newsmodel.parse(path) for path in sorted(folder.iterdir())}
print(f"{len(articles)} articles, {sum(len(a.quotes) for a in articles.values())} quotes")

# %% Count the words of direct speech by speaker, over all articles.
words: Counter[str] = Counter()
heard: defaultdict[str, set[str]] = defaultdict(set)
longest: dict[str, Quote] = {}
for name, article in articles.items():
    for quote in article.select(Quote, lambda q: q.kind != "indirect" and q.speaker is not None):
        who = quote.speaker.name
        words[who] += len(quote.text.split())
        heard[who].add(name)
        if who not in longest or len(quote.text) > len(longest[who].text):
            longest[who] = quote

# %% The ten who are quoted most, and their longest words.
print(f"\n{'words':>6} {'articles':>8}  speaker")
for who, count in words.most_common(10):
    print(f"{count:6} {len(heard[who]):8}  {who}")
    print(f"{'':17}“{longest[who].text[:80]}…”")

# %% How much of what is quoted has no name beside it? A question of quality for any newsroom.
quotes = [q for a in articles.values() for q in a.quotes if q.kind != "indirect"]
nameless = [q for q in quotes if q.speaker is None]
print(f"\n{len(nameless)} of {len(quotes)} quotes name nobody")
