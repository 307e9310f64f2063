"""Doubts about questions and answers: what was unclear, and where; they become issues of the paper."""

from dataclasses import dataclass
from typing import Final

from sovgraph.model import Issue, Severity, Span

SKIPPED: Final = "QUESTION-NUMBER-SKIPPED"
REPEATED: Final = "QUESTION-NUMBER-REPEATED"
DAMAGED: Final = "QUESTION-NUMBER-DAMAGED"
REWORDED: Final = "QUESTION-REWORDED"
NO_ANSWER: Final = "QUESTION-WITHOUT-ANSWER"
NO_QUESTION: Final = "ANSWER-WITHOUT-QUESTION"
NO_LABEL: Final = "ANSWER-WITHOUT-LABEL"
NO_END: Final = "ANSWER-END-UNSURE"

_MILD = (NO_ANSWER, REWORDED)


@dataclass(frozen=True, slots=True)
class Doubt:
    code: str
    message: str
    where: Span

    def issue(self, source: str) -> Issue:
        severity = Severity.INFO if self.code in _MILD else Severity.WARNING
        return Issue(self.code, severity, source, self.message, self.where.start, self.where.end)
