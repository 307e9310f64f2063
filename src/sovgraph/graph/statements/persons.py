"""Persons, parties and posts that the paper names: what they are and how they are written."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.authority.names import fold
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.model import Basis, Literal, Mention, MentionType, Statement


@statements("persons")
def persons(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.iri is None:
            continue
        if mention.type is MentionType.PERSON:
            yield from person_facts(ctx, mention, mention.iri)
        elif mention.type is MentionType.PARTY:
            where = ctx.evidence(mention, "party/1")
            yield fact(mention.iri, v.RDF_type, v.Fractie, where)
            yield fact(mention.iri, v.RDFS_label, Literal(mention.id or mention.text), where)
        elif mention.type is MentionType.MINISTER:
            where = ctx.evidence(mention, "post/1")
            yield fact(mention.iri, v.RDF_type, v.ORG_Post, where)
            post = ctx.names.post_by_key.get(mention.part("key") or "")
            label = post.label if post else " ".join(mention.text.split())
            yield fact(mention.iri, v.RDFS_label, Literal(label, lang="nl"), where)


def person_facts(ctx: GraphContext, mention: Mention, iri: str) -> Iterator[Statement]:
    """Who a person is: by the register, else by the name as printed."""
    where = ctx.evidence(mention, "person/1", mention.confidence)
    known = next((ctx.names.person_by_id[k] for k in [iri.rsplit("/", 1)[-1]] if k in ctx.names.person_by_id), None)
    yield fact(iri, v.RDF_type, v.FOAF_Person, where)
    name = known.full_name if known else " ".join(mention.text.split())
    family = known.surname if known else (mention.part("family") or name)
    yield fact(iri, v.RDFS_label, Literal(name), where)
    from_register = known is not None and fold(family) not in fold(mention.text)
    basis = Basis.REGISTER if from_register else Basis.ASSERTED
    proof = ctx.evidence(mention, "person/1", mention.confidence, basis)
    yield fact(iri, v.FOAF_familyName, Literal(family), proof)
    yield fact(iri, v.nameAsWritten, Literal(" ".join(mention.text.split())), where)
