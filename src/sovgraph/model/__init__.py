"""The frozen types that travel down the path: bytes → Source → Document → Mention → Statement.

Offsets everywhere are Unicode code points into `Document.text`; `text[start:end]` is the printed form.
This package imports nothing of ours but itself.
"""

from sovgraph.model.base import QUESTIONS, SPOKEN, Chamber, Genre, Issue, Origin, Place, Severity, Source, Span
from sovgraph.model.document import (
    Composition,
    CompositionRow,
    Dated,
    Document,
    DossierHead,
    Exchange,
    Letter,
    ListedLetter,
    Meta,
    MotionParts,
    Note,
    Signer,
)
from sovgraph.model.inquiry import Asker, Inquiry, Responder
from sovgraph.model.meeting import AgendaItem, Capacity, Decision, Meeting, Method, MotionMoved, Outcome, Turn, Vote
from sovgraph.model.mention import REFERENCES, Candidate, Mention, MentionType, Status
from sovgraph.model.parts import AmendmentParts, BillParts, Instruction, Replaced, Section
from sovgraph.model.statement import Basis, Evidence, Iri, Literal, Node, Paper, Statement

__all__ = [
    "QUESTIONS",
    "REFERENCES",
    "SPOKEN",
    "AgendaItem",
    "AmendmentParts",
    "Asker",
    "Basis",
    "BillParts",
    "Candidate",
    "Capacity",
    "Chamber",
    "Composition",
    "CompositionRow",
    "Dated",
    "Decision",
    "Document",
    "DossierHead",
    "Evidence",
    "Exchange",
    "Genre",
    "Inquiry",
    "Instruction",
    "Iri",
    "Issue",
    "Letter",
    "ListedLetter",
    "Literal",
    "Meeting",
    "Mention",
    "MentionType",
    "Meta",
    "Method",
    "MotionMoved",
    "MotionParts",
    "Node",
    "Note",
    "Origin",
    "Outcome",
    "Paper",
    "Place",
    "Replaced",
    "Responder",
    "Section",
    "Severity",
    "Signer",
    "Source",
    "Span",
    "Statement",
    "Status",
    "Turn",
    "Vote",
]
