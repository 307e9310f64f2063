"""Declarations that the store has all papers of a dossier over a period: only then is silence an answer.

A declaration names the papers that it counts on. It holds while all of them are held, so that a paper that is taken
out makes what was "open" "onbekend" again, never wrong.
"""

import hashlib
from datetime import date

from sovgraph import vocab as v
from sovgraph.build.inferring import is_current, refresh_inferences
from sovgraph.errors import QueryError
from sovgraph.graph.writer import term
from sovgraph.identifiers import normalise_id
from sovgraph.infer import Inference
from sovgraph.model import Iri, Literal, Node
from sovgraph.pipeline import Environment
from sovgraph.query.running import run_internal
from sovgraph.store import DECLARATION, LedgerEntry, QuadStore


def declare_complete(
    store: QuadStore, env: Environment, dossier: str, period: tuple[date, date], by: str = ""
) -> tuple[str, ...]:
    """Declares the store complete for a dossier over `period`; an earlier declaration for it goes.

    The papers that it counts on: those of the dossier that are held now. Raises QueryError when there are none.
    """
    start, end = period
    if end < start:
        raise QueryError(f"period {start} to {end}: ends before it begins; swap the days")
    number = _number(dossier)
    iri = env.ids.dossier(number)
    papers = tuple(
        sorted(row["paper"] or "" for row in run_internal(store, "dossier-papers", {"dossier": iri}).values())
    )
    if not papers:
        raise QueryError(f"dossier {dossier}: the store has no paper of it; build its papers first")
    graph, declaration = _graph(env, number), env.ids.completeness(number)
    facts: list[tuple[str, Node]] = [
        (v.RDF_type, Iri(v.CompletenessDeclaration)),
        (v.about, Iri(iri)),
        (v.startDate, Literal(start.isoformat(), v.XSD_date)),
        (v.endDate, Literal(end.isoformat(), v.XSD_date)),
        *([(v.DCTERMS_creator, Literal(by))] if by else []),
        *((v.counts, Iri(paper)) for paper in papers),
    ]
    lines = sorted(f"<{declaration}> <{predicate}> {term(value)} <{graph}> .\n" for predicate, value in facts)
    _swap(store, env, graph, "".join(lines).encode())
    return papers


def withdraw_declaration(store: QuadStore, env: Environment, dossier: str) -> bool:
    """Takes the declaration for a dossier out; False when there is none."""
    graph = _graph(env, _number(dossier))
    if graph not in store.ledger():
        return False
    _swap(store, env, graph, b"")
    return True


def _swap(store: QuadStore, env: Environment, graph: str, nquads: bytes) -> None:
    inference = Inference(store, env.ids, everything=not is_current(store, env))
    inference.change(graph, nquads)
    if nquads:
        store.replace_graph(
            graph, nquads, LedgerEntry(graph, DECLARATION, hashlib.sha256(nquads).hexdigest(), env.version)
        )
    else:
        store.remove_graph(graph)
    inference.after()
    refresh_inferences(store, env, inference)


def _graph(env: Environment, number: str) -> str:
    return env.ids.graph(f"complete/{number}")


def _number(dossier: str) -> str:
    """ "32 317" → "32317". Raises QueryError for what is no number of a dossier."""
    found = normalise_id(f"dossier-{dossier}")
    if found is None:
        raise QueryError(f"{dossier!r}: not the number of a dossier; give it as 32317 or 36800-VI")
    return found.removeprefix("dossier-")
