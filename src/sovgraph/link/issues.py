"""Doubts about a paper that show in its mentions or its letters: unresolved names, references without a number, OCR."""

import re
from collections.abc import Iterable, Iterator

from sovgraph.model import Document, Issue, Mention, MentionType, Severity, Status

_QUIET = frozenset((MentionType.ARTICLE, MentionType.ORGANISATION, MentionType.LAW))
"""Types whose names often lie outside every register: their doubt shows on the mention, not as an issue."""

_DAMAGE = re.compile(
    r"[\u25a1\ufffdA-ZÀ-Þ](?:(?<=[\u25a1\ufffd])"  # a sign that the scan didn't know: "Immigratie □ Asiel"
    r"|(?<![\w-].)[A-ZÀ-Þ]++[a-zà-ÿ]{1,3}[A-ZÀ-Þ]{3,}(?![\w-])"  # capitals with small letters inside: "VOorzITTERS"
    r"|(?<![\w-].)[A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ]{4,}(?![\w-]))"
)
"""It begins with one class of letters, because the next of those is found fast."""
_LIMIT = 50
"""A paper with more damage than this is said to be damaged often enough."""


def issues_of(document: Document, mentions: Iterable[Mention]) -> tuple[Issue, ...]:
    """All doubts, in text order within their kind."""
    found = tuple(mentions)
    named = (_unresolved(document, m) for m in found if _is_doubtful(document, m))
    partial = (_partial(document, m) for m in found if is_partial(m))
    parties = (_party(document, m) for m in found if m.type is MentionType.PERSON and m.part("party_register"))
    return (*named, *partial, *parties, *_damage(document))


def is_partial(mention: Mention) -> bool:
    """ "Kamerstukken II, 2025-2026, nr. 32 317": a dossier stands where the paper's number should."""
    return mention.type is MentionType.DOSSIER and mention.rule.startswith("dossier.led")


def _is_doubtful(document: Document, mention: Mention) -> bool:
    if mention.status is Status.AMBIGUOUS:
        return True
    if mention.status is not Status.UNRESOLVED or mention.type in _QUIET:
        return False
    return mention.type is not MentionType.MOTION or not _is_own_title(document, mention)


def _is_own_title(document: Document, mention: Mention) -> bool:
    """A motion's title names the motion itself."""
    title = document.motion.title if document.motion else None
    return title is not None and title.start <= mention.start < title.end


def _unresolved(document: Document, mention: Mention) -> Issue:
    ambiguous = mention.status is Status.AMBIGUOUS
    return Issue(
        code="LINK-AMBIGUOUS" if ambiguous else "LINK-UNRESOLVED",
        severity=Severity.WARNING if ambiguous else Severity.INFO,
        source=document.source,
        message=f"{mention.type.value} '{mention.text}': {mention.reason or 'not resolved'}",
        start=mention.start,
        end=mention.end,
        data=tuple(("candidate", c.iri or c.id) for c in mention.candidates),
    )


def _partial(document: Document, mention: Mention) -> Issue:
    return Issue(
        code="REF-PARTIAL",
        severity=Severity.WARNING,
        source=document.source,
        message=f"'{' '.join(mention.text.split())}': a dossier stands where the paper's number should",
        start=mention.start,
        end=mention.end,
        data=(("dossier", mention.id or ""),),
    )


def _party(document: Document, mention: Mention) -> Issue:
    return Issue(
        code="PARTY-DIFFERS",
        severity=Severity.WARNING,
        source=document.source,
        message=f"'{' '.join(mention.text.split())}': {mention.reason}",
        start=mention.start,
        end=mention.end,
        data=(("party", mention.part("party_register") or ""),),
    )


def _damage(document: Document) -> Iterator[Issue]:
    for count, match in enumerate(_DAMAGE.finditer(document.text), start=1):
        if count > _LIMIT:
            return
        yield Issue(
            code="OCR-SUSPECT",
            severity=Severity.INFO,
            source=document.source,
            message=f"'{match[0]}' looks misread by a scan",
            start=match.start(),
            end=match.end(),
        )
