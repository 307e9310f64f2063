"""Values that no words of the paper hold: put together by a rule, so inferred, whatever its maker said."""

import re
from dataclasses import replace

from sovgraph import vocab as v
from sovgraph.model import Basis, Evidence, Literal, Statement

_CHECKED = frozenset(
    (
        v.RDFS_label,
        v.DCTERMS_identifier,
        v.DCTERMS_title,
        v.ELI_number,
        v.FOAF_familyName,
        v.kenmerk,
        v.dossierNumber,
        v.sessionYear,
    )
)
"""Properties whose value is meant to be read off the page. Texts are always slices; dates and codes are read."""

_REST = re.compile(r"[\W_]+")


def _fold(text: str) -> str:
    return _REST.sub("", text.lower())


def with_basis(statement: Statement, evidence: tuple[Evidence, ...], text: str) -> tuple[Evidence, ...]:
    """The evidence, as inferred where it is said to assert a value that its words don't have."""
    if statement.predicate not in _CHECKED or not isinstance(statement.object, Literal):
        return evidence
    if all(item.basis is not Basis.ASSERTED for item in evidence):
        return evidence
    value = _fold(statement.object.value)
    if any(value in _fold(item.span.of(text)) for item in evidence):
        return evidence
    return tuple(replace(e, basis=Basis.INFERRED) if e.basis is Basis.ASSERTED else e for e in evidence)
