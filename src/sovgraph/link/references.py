"""References back get the address of what they mean, and articles the act that a reference back names.

"artikel 4 van die richtlijn": the act is what "die richtlijn" means. "motie A/B (21 501-02)": only the dossier is
given, so that the motion stays open with its dossier.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from msgspec.structs import replace

from sovgraph.ids import Ids
from sovgraph.link.articles import OF_ACT, REACH, list_ends
from sovgraph.model import Candidate, Mention, MentionType, Status

_ACTS = (MentionType.LAW.value, MentionType.EU_ACT.value)
_OPENS = re.compile(r"\s?\(")


def link_references(text: str, mentions: Iterable[Mention], ids: Ids) -> tuple[Mention, ...]:
    """All mentions, in the order given, which is that of the text."""
    found = tuple(mentions)
    if not any(m.type is MentionType.REFERENCE for m in found):
        return tuple(_motions(text, found))
    addresses = {m.id: m.iri for m in found if m.id and m.iri and m.type is not MentionType.REFERENCE}
    named = [_addressed(m, addresses, ids) if m.type is MentionType.REFERENCE else m for m in found]
    references = [m for m in named if m.type is MentionType.REFERENCE]
    starts = [m.start for m in references]
    ends = list_ends(text, [m for m in named if m.type is MentionType.ARTICLE])
    named = [
        _article(text, m, ends[m.start], references, starts, ids) if m.type is MentionType.ARTICLE else m for m in named
    ]
    articles = {(m.start, m.end): m for m in named if m.type is MentionType.ARTICLE}
    return tuple(_motions(text, (_of_article(m, articles) for m in named)))


def _addressed(mention: Mention, addresses: dict[str, str], ids: Ids) -> Mention:
    iri = mention.iri
    if iri is None and mention.id is not None:
        iri = addresses.get(mention.id) or _own(mention.id, ids)
    candidates = tuple(replace(c, iri=c.iri or addresses.get(c.id) or _dossier(c.id, ids)) for c in mention.candidates)
    return replace(mention, iri=iri, candidates=candidates)


def _dossier(id: str, ids: Ids) -> str | None:
    return ids.dossier(id.removeprefix("dossier-")) if id.startswith("dossier-") else None


def _own(id: str, ids: Ids) -> str:
    """The address of a dossier that is only in the head, or of a number that no mention links."""
    return _dossier(id, ids) or ids.reference(id)


def _article(text: str, article: Mention, end: int, references: list[Mention], starts: list[int], ids: Ids) -> Mention:
    """The act of an article is what the reference right behind it, or behind its list, means."""
    index = bisect_left(starts, end)
    reference = references[index] if index < len(references) else None
    number = article.part("number")
    if reference is None or number is None or article.status is not Status.UNRESOLVED:
        return article
    if reference.start - end > REACH or not OF_ACT.fullmatch(text, end, reference.start):
        return article
    words = " ".join(reference.text.split())
    if reference.part("target") in _ACTS and reference.id is not None:
        return replace(
            article,
            iri=ids.article(reference.id, number),
            parts=(*article.parts, ("act", reference.id)),
            status=Status.INFERRED,
            confidence=min(article.confidence, reference.confidence),
            antecedent=reference.antecedent,
            reason=f"of '{words}': {reference.reason}",
        )
    if reference.status is not Status.AMBIGUOUS or reference.part("kind") == "article":
        return article
    candidates = tuple(Candidate(c.id, ids.article(c.id, number), c.reason) for c in reference.candidates)
    reason = f"of '{words}': {reference.reason}"
    return replace(article, status=Status.AMBIGUOUS, candidates=candidates, reason=reason)


def _of_article(mention: Mention, articles: dict[tuple[int, int], Mention]) -> Mention:
    """ "het eerste lid daarvan": the article before, where its own act is known."""
    if mention.type is not MentionType.REFERENCE or mention.part("kind") != "article":
        return mention
    if mention.antecedent is None:
        return mention
    article = articles.get((mention.antecedent.start, mention.antecedent.end))
    if article is not None and article.iri is not None:
        return replace(mention, iri=article.iri)
    reason = f"it means '{article.text}', whose act isn't named" if article is not None else mention.reason
    return replace(mention, status=Status.UNRESOLVED, reason=reason)


def _motions(text: str, mentions: Iterable[Mention]) -> Iterable[Mention]:
    """ "motie A/B (21 501-02)" without a number: the dossier is told, the motion isn't."""
    found = tuple(mentions)
    dossiers = {m.start: m for m in found if m.type is MentionType.DOSSIER and m.id}
    for mention in found:
        opens = _OPENS.match(text, mention.end) if mention.type is MentionType.MOTION and not mention.id else None
        dossier = dossiers.get(opens.end()) if opens is not None else None
        if dossier is None or mention.part("dossier"):
            yield mention
            continue
        parts = (*mention.parts, ("dossier", (dossier.id or "").removeprefix("dossier-")))
        yield replace(mention, parts=parts, reason=mention.reason or "only its dossier is given, not its number")
