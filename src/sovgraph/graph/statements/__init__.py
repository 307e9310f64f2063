"""Statement makers: one file per subject; each name below registers the makers of one file."""

from sovgraph.graph.statements import (
    citations,
    commitments,
    compositions,
    discrepancies,
    execution,
    inquiries,
    letters,
    measures,
    meetings,
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
    commitments,
    compositions,
    discrepancies,
    execution,
    inquiries,
    letters,
    measures,
    meetings,
    motions,
    paper,
    persons,
    programmes,
    questions,
    requests,
    things,
)
