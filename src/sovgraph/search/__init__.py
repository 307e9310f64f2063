"""Full-text search over a store: words of papers, questions, answers and promises, and names of things."""

from sovgraph.search.index import Index, memory_index, open_index
from sovgraph.search.kinds import kind_names, kind_word
from sovgraph.search.model import Facet, Hit, Hits, Suggestion

__all__ = [
    "Facet",
    "Hit",
    "Hits",
    "Index",
    "Suggestion",
    "kind_names",
    "kind_word",
    "memory_index",
    "open_index",
]
