"""Mentions → linked mentions: names to the registers, numbers to the IRIs of what they name."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec.structs import replace

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Committee
from sovgraph.ids import Ids
from sovgraph.link.articles import link_articles
from sovgraph.link.context import LinkContext, make_context
from sovgraph.link.corrections import Correction, apply_corrections
from sovgraph.link.issues import issues_of
from sovgraph.link.person import PersonLink, link_person, read_printed, settle_by_paper, without_party
from sovgraph.link.references import link_references
from sovgraph.model import Candidate, Chamber, Document, Issue, Mention, MentionType, Status

__all__ = ["link_mentions"]

_Linker = Callable[[Mention, LinkContext, Ids], Mention]


def _person(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    printed = read_printed(mention.text, ctx.names)
    context = ctx.person_context(mention)
    link, own_party = link_person(printed, context, ctx.names), None
    if link.person is None and (mention.start in ctx.rows or mention.start in ctx.spoken):
        link, own_party = without_party(printed, context, ctx.names) or (link, None)
    stated = ctx.stated_person(mention)
    if stated is not None and link.person is not stated:
        link = PersonLink(stated, link.candidates, "the source states the person by a key of the register")
    parts = [("family", printed.surname)]
    parts += [(k, v) for k, v in (("initials", printed.initials), ("given", printed.given)) if v]
    parts += [("title", printed.titles)] if printed.titles else []
    if link.person is not None and ctx.is_guest(mention):
        reason = "speaks without party or post, as guests do"
        known = _persons(link, ids)
        return replace(mention, parts=tuple(parts), candidates=known, status=Status.UNRESOLVED, reason=reason)
    if link.person is not None:
        if link.spelling:
            parts.append(("spelling", link.spelling))
        if own_party is not None:
            parts += [("party_printed", context.party or ""), ("party_register", own_party.key)]
        return replace(
            mention,
            iri=ids.person(link.person.id),
            status=Status.INFERRED if link.spelling or own_party else Status.EXACT,
            parts=tuple(parts),
            candidates=_persons(link, ids) if len(link.candidates) > 1 else (),
            reason=f"spelling: register has {link.spelling}; {link.reason}" if link.spelling else link.reason,
        )
    official = (
        mention.start in ctx.rows
        or (mention.start in ctx.spoken and not ctx.is_guest(mention))
        or (mention.start in ctx.signers and _signs_officially(mention, ctx))
    )
    if official and not link.candidates:
        body = "ek" if ctx.document.meta.chamber is Chamber.EK else "tk" if ctx.document.meta.chamber else "x"
        return replace(
            mention,
            iri=ids.person_by_name(body, printed.surname),
            parts=tuple(parts),
            status=Status.INFERRED,
            reason="signs or is listed officially; not in the register",
        )
    status = Status.AMBIGUOUS if len(link.candidates) > 1 else Status.UNRESOLVED
    return replace(mention, parts=tuple(parts), candidates=_persons(link, ids), status=status, reason=link.reason)


def _persons(link: PersonLink, ids: Ids) -> tuple[Candidate, ...]:
    return tuple(Candidate(c.id, ids.person(c.id), c.reason, c.score) for c in link.candidates)


def _signs_officially(mention: Mention, ctx: LinkContext) -> bool:
    role = (ctx.signers.get(mention.start) or "").lower()
    return any(word in role for word in ("griffier", "voorzitter", "minister", "staatssecretaris"))


def _party(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    key = mention.part("key")
    if key is None:
        party = ctx.names.party_by_name.get(fold(mention.text))
        if party is None:
            return replace(mention, iri=ids.party_by_name(mention.id or mention.text), status=Status.INFERRED)
        return replace(mention, id=party.name, iri=ids.party(party.key), parts=(("key", party.key),))
    return replace(mention, iri=ids.party(key))


def _minister(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    printed = mention.part("post") or mention.text
    post = ctx.names.posts_by_name.get(fold(printed)) or ctx.names.posts_by_name.get(
        fold(printed.replace(" van ", " voor ", 1))
    )
    if post is None:
        return replace(mention, status=Status.UNRESOLVED, reason="no such post in the register")
    return replace(mention, iri=ids.post(post.key), status=Status.EXACT, parts=(*mention.parts, ("key", post.key)))


_NAME_OF_COMMITTEE = re.compile(r"(?i)^[^,;]{0,60}?commissies?\s+(?:(?:voor|inzake|van)\s+)?(?:de\s+|het\s+)?")
_OF_CHAMBER = re.compile(r"(?:\d{1,2})?(?:\s*\([^()]{1,12}\))?\s+(?:van|uit|in)\s+de\s+(Eerste|Tweede)\s+Kamer(?!\w)")


@lru_cache(maxsize=4)
def _committees_by_name(names: Authority) -> dict[str, list[Committee]]:
    found: dict[str, list[Committee]] = {}
    for committee in names.committees:
        for name in {fold(n) for n in (committee.name, *committee.variants)}:
            found.setdefault(name, []).append(committee)
    return found


def _committees(name: str, ctx: LinkContext) -> list[Committee]:
    return _committees_by_name(ctx.names).get(fold(name), [])


def _committee(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    """A committee's name is its own in each Chamber: the Chamber of the paper decides between two."""
    printed = " ".join(mention.text.split())
    fitting = _committees(printed, ctx) or _committees(_NAME_OF_COMMITTEE.sub("", printed), ctx)
    if not fitting and (key := mention.part("key")):  # an abbreviation that the text itself gives
        fitting = [c for c in ctx.names.committees if c.key == key]
    named = _OF_CHAMBER.match(ctx.document.text, mention.end)
    house = {"Eerste": "I", "Tweede": "II"}[named[1]] if named else getattr(ctx.document.meta.chamber, "value", None)
    own = [c for c in fitting if house is None or c.chamber == house]
    if len(own) == 1:
        return replace(mention, iri=ids.committee(own[0].key), status=Status.EXACT, parts=(("key", own[0].key),))
    if not fitting:
        return replace(mention, status=Status.UNRESOLVED, reason="no such committee in the register")
    candidates = tuple(Candidate(c.key, ids.committee(c.key), f"committee of Chamber {c.chamber}") for c in fitting)
    return replace(mention, status=Status.AMBIGUOUS, candidates=candidates, reason="the Chamber isn't clear")


def _by_id(make: Callable[[Ids, str], str]) -> _Linker:
    def link(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
        if mention.id is None or mention.iri is not None:
            return mention
        candidates = tuple(replace(c, iri=make(ids, c.id)) for c in mention.candidates)
        return replace(mention, iri=make(ids, mention.id), candidates=candidates)

    return link


def _organisation(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    key = mention.part("key")
    return replace(mention, iri=ids.organisation(key)) if mention.iri is None and key else mention


def _region(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    return replace(mention, iri=ids.region(mention.id)) if mention.id else mention


_BY_ID: dict[MentionType, Callable[[Ids, str], str]] = {
    MentionType.KAMERSTUK: Ids.paper,
    MentionType.MOTION: Ids.paper,
    MentionType.HANDELINGEN: Ids.paper,
    MentionType.AANHANGSEL: Ids.paper,
    MentionType.DOSSIER: lambda ids, id: ids.dossier(id.removeprefix("dossier-")),
    MentionType.LAW: Ids.act,
    MentionType.KENMERK: Ids.letter_by_kenmerk,
}

_LINKERS: dict[MentionType, _Linker] = {
    MentionType.PERSON: _person,
    MentionType.PARTY: _party,
    MentionType.MINISTER: _minister,
    MentionType.COMMITTEE: _committee,
    MentionType.ORGANISATION: _organisation,
    MentionType.REGION: _region,
    **{kind: _by_id(make) for kind, make in _BY_ID.items()},
}


def link_mentions(
    document: Document,
    mentions: Iterable[Mention],
    names: Authority,
    ids: Ids,
    corrections: tuple[Correction, ...] = (),
) -> tuple[tuple[Mention, ...], tuple[Issue, ...]]:
    """Linked mentions in text order, and an issue for each that stays unresolved or ambiguous."""
    found = tuple(mentions)
    ctx = make_context(document, names, found)
    linked = settle_by_paper(_LINKERS[m.type](m, ctx, ids) if m.type in _LINKERS else m for m in found)
    linked = link_articles(document.text, linked, names, ids)
    linked = link_references(document.text, linked, ids)
    if corrections:
        papers = frozenset(p for p in (document.meta.paper_id, document.sha256) if p)
        linked = tuple(_named_anew(m, ctx, ids) for m in apply_corrections(linked, corrections, papers))
    return linked, issues_of(document, linked)


def _named_anew(mention: Mention, ctx: LinkContext, ids: Ids) -> Mention:
    """A target that a correction gives as an identifier gets the IRI that the identifier has."""
    if not mention.rule.startswith("correction.other") or mention.iri is not None or mention.id is None:
        return mention
    if mention.type is MentionType.COUNTRY:
        country = ctx.names.country_by_alpha3.get(mention.id)
        return replace(mention, iri=country.iri if country else None)
    if mention.type is MentionType.EU_ACT:
        act = ctx.names.eu_act_by_celex.get(mention.id)
        return replace(mention, iri=act.eli if act and act.eli else ids.eu_act(mention.id))
    make = _BY_ID.get(mention.type)
    return replace(mention, iri=make(ids, mention.id)) if make else mention
