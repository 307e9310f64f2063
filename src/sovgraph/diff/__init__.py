"""What changed since a day or between two stores: for people, as a patch, as a feed."""

from sovgraph.diff.changes import Asked, Change, Changes, changes_between, changes_since
from sovgraph.diff.comparing import compare_stores, has_differences
from sovgraph.diff.feeds import write_atom, write_json_feed
from sovgraph.diff.graphs import GraphChange, changed_graphs
from sovgraph.diff.patch import write_patch

__all__ = [
    "Asked",
    "Change",
    "Changes",
    "GraphChange",
    "changed_graphs",
    "changes_between",
    "changes_since",
    "compare_stores",
    "has_differences",
    "write_atom",
    "write_json_feed",
    "write_patch",
]
