"""Statement makers: one file per subject; each name below registers the makers of one file."""

from sovgraph.graph.statements import (
    citations,
    compositions,
    execution,
    letters,
    measures,
    motions,
    paper,
    persons,
    programmes,
    questions,
    requests,
    things,
)

MAKERS = (
    citations,
    compositions,
    execution,
    letters,
    measures,
    motions,
    paper,
    persons,
    programmes,
    questions,
    requests,
    things,
)
