"""The outcome of a check: findings that lead to the words they are about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One result. `severity`: violation, warning, info. `shape` is the IRI of the constraint that was broken.

    `quote`, `start` and `end` come from the evidence of the fact; None where the finding is about no words.
    """

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message_nl: str
    message_en: str
    paper: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None

    def message(self, lang: str) -> str:
        return self.message_en if lang == "en" else self.message_nl


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two papers of one day that contradict each other: `focus` has `value` in `paper`, another value in another.

    `shape` is the IRI of the constraint; the notes say in which papers. The words are those of `paper`.
    """

    shape: str
    focus: str
    value: str
    note_nl: str
    note_en: str
    paper: str
    quote: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`conforms` is false only when there is a violation; warnings and infos explain."""

    findings: tuple[Finding, ...] = ()
    turtle: str = ""

    @property
    def conforms(self) -> bool:
        return not any(finding.severity == "violation" for finding in self.findings)
