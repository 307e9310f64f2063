"""Facts that rest on a mention that a person corrected: told as corrected, not as what the paper or a rule says."""

from collections.abc import Iterable
from dataclasses import replace

from sovgraph.model import Basis, Evidence, Iri, Mention, Statement

RULE = "correction."
"""Begin of the name of the rule of a corrected mention."""


def is_corrected(mention: Mention) -> bool:
    """Whether a person judged this mention."""
    return mention.rule.startswith(RULE)


def by_target(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Corrected mentions by the thing that they mean."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.iri and is_corrected(mention):
            found.setdefault(mention.iri, []).append(mention)
    return found


def with_correction(
    statement: Statement, evidence: tuple[Evidence, ...], corrected: dict[str, list[Mention]]
) -> tuple[Evidence, ...]:
    """The evidence, that of the corrected words with the rule of the correction and as sure as the person was."""
    things = {statement.subject}
    if isinstance(statement.object, Iri):
        things.add(statement.object.value)
    mentions = [m for thing in sorted(things) for m in corrected.get(thing, ())]
    return tuple(_marked(item, mentions) for item in evidence) if mentions else evidence


def _marked(item: Evidence, mentions: list[Mention]) -> Evidence:
    if item.basis is Basis.REGISTER:
        return item
    for mention in mentions:
        if item.span.start < mention.end and mention.start < item.span.end:
            return replace(item, rule=mention.rule, confidence=mention.confidence, basis=Basis.CORRECTED)
    return item
