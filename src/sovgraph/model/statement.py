"""Facts with their evidence."""

from dataclasses import dataclass
from enum import StrEnum

from sovgraph.model.base import Issue, Span
from sovgraph.model.document import Document
from sovgraph.model.mention import Mention


class Basis(StrEnum):
    """Who says so: the paper's words, a register, a computation over other facts, or a person who corrected."""

    ASSERTED = "asserted"
    REGISTER = "register"
    INFERRED = "inferred"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Iri:
    value: str


@dataclass(frozen=True, slots=True)
class Literal:
    """`datatype` is a full IRI or None for a plain string; `lang` a lower-case tag or None."""

    value: str
    datatype: str | None = None
    lang: str | None = None


Node = Iri | Literal


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement comes from: the span of the paper, the rule with its version, how sure, on whose word."""

    span: Span
    rule: str
    confidence: float = 1.0
    basis: Basis = Basis.ASSERTED


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact about `subject` (an IRI), with at least one piece of evidence."""

    subject: str
    predicate: str
    object: Node
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its mentions, statements and issues: all that one paper gives."""

    document: Document
    iri: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
