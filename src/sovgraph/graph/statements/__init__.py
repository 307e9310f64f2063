"""Statement makers: one file per subject; each name below registers the makers of one file."""

from sovgraph.graph.statements import (
    citations,
    compositions,
    letters,
    motions,
    paper,
    persons,
    questions,
)

MAKERS = (
    citations,
    compositions,
    letters,
    motions,
    paper,
    persons,
    questions,
)
