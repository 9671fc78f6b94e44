"""Walk, select, point at and edit the tree of an article."""

from newsmodel._query._edit import replace_at, transform
from newsmodel._query._select import Selection, by, of, select
from newsmodel._query._walk import At, at_pointer, walk, walk_at

__all__ = ["At", "Selection", "at_pointer", "by", "of", "replace_at", "select", "transform", "walk", "walk_at"]
