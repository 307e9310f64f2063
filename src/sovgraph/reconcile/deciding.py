"""From scores to decisions. Scoring says how alike two things are; only here it is settled what follows from that.

The order: what a person decided, what a register says, what the scores say. Nothing is guessed: what isn't clear stays
unsure, with its candidates and what is missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sovgraph.errors import ConfigError
from sovgraph.reconcile.decisions import Ruling
from sovgraph.reconcile.model import Basis, Decision, Entity, Kind, Scored, Verdict

MATCH = 85
"""A full name that agrees (68) and one seat that overlaps (20) reach it; no name alone does, nor a surname with a
seat (60) or a first letter, a seat and no party (68)."""

NO_MATCH = 50
"""Below it even the name is in doubt, or something speaks against it that outweighs the name (68 - 60)."""

MARGIN = 20
"""As much as one more seat that overlaps: a second candidate within it could be meant as well."""

BY_SCORE, BY_REGISTER, BY_PERSON = "reconcile.score/1", "reconcile.register/1", "reconcile.decided/1"


def decide(
    entity: Entity, weighed: Iterable[Scored], rulings: Iterable[Ruling] = (), *, asked: bool = True
) -> Decision:
    """The decision about one entity. `asked`: the endpoint answered all questions about it."""
    ranked = tuple(sorted(weighed, key=lambda s: (s.excluded, -s.score, s.candidate.iri)))
    given = [r for r in rulings if r.entity == entity.iri]
    chosen = sorted({r.target for r in given if r.same})
    refused = tuple(sorted({r.target for r in given if not r.same}))
    if len(chosen) > 1:
        raise ConfigError(f"{entity.iri}: decided to be {chosen[0]} and {chosen[1]}; keep one of the two decisions")
    if chosen:
        ruling = next(r for r in given if r.same)
        reasons = (f"decided by '{ruling.by}' on {ruling.on}", *([f"'{ruling.note}'"] if ruling.note else []))
        return _settled(entity, ranked, Basis.DECIDED, BY_PERSON, ruling.target, reasons, refused, ruling)
    known = [iri for iri in entity.known if iri not in refused]
    decision = _by_register(entity, ranked, known) if known else _by_score(entity, ranked, refused)
    turned = tuple(f"decided by '{r.by}' on {r.on}: not {r.target}" for r in given if not r.same)
    if not asked and decision.basis is Basis.INFERRED:
        decision = replace(
            decision, verdict=Verdict.UNSURE, target="", reasons=("the endpoint didn't answer all questions about it",)
        )
    return replace(decision, reasons=(*decision.reasons, *turned), refused=refused)


def _settled(
    entity: Entity,
    weighed: tuple[Scored, ...],
    basis: Basis,
    rule: str,
    target: str,
    reasons: tuple[str, ...],
    refused: tuple[str, ...] = (),
    ruling: Ruling | None = None,
) -> Decision:
    return Decision(
        entity=entity,
        verdict=Verdict.MATCH,
        basis=basis,
        rule=rule,
        target=target,
        reasons=reasons,
        weighed=weighed,
        refused=refused,
        by=ruling.by if ruling else "",
        on=ruling.on if ruling else "",
    )


def _unsettled(entity: Entity, verdict: Verdict, weighed: tuple[Scored, ...], *reasons: str) -> Decision:
    return Decision(
        entity=entity, verdict=verdict, basis=Basis.INFERRED, rule=BY_SCORE, reasons=reasons, weighed=weighed
    )


def _by_register(entity: Entity, weighed: tuple[Scored, ...], known: list[str]) -> Decision:
    """A register already says which; only what excludes it makes that doubtful."""
    if len(known) > 1:
        return _unsettled(entity, Verdict.UNSURE, weighed, f"the register gives {known[0]} and {known[1]}")
    against = [f.said for s in weighed if s.candidate.iri == known[0] for f in s.features if f.excludes]
    if against:
        return _unsettled(entity, Verdict.UNSURE, weighed, f"the register gives {known[0]}, but:", *against)
    return _settled(entity, weighed, Basis.REGISTER, BY_REGISTER, known[0], ("the register gives this identifier",))


def _by_score(entity: Entity, weighed: tuple[Scored, ...], refused: tuple[str, ...]) -> Decision:
    """What was refused is weighed too, so that a decision that is taken back leaves the candidate as it was."""
    alive = [s for s in weighed if not s.excluded and s.candidate.iri not in refused]
    if not alive:
        return _unsettled(
            entity,
            Verdict.NO_MATCH,
            weighed,
            "nothing in the register bears this name" if not weighed else "all candidates are excluded",
        )
    best = alive[0]
    if best.score < NO_MATCH:
        return _unsettled(
            entity, Verdict.NO_MATCH, weighed, f"the best candidate has {best.score} points, less than {NO_MATCH}"
        )
    missing = _missing(entity, alive)
    if missing:
        return _unsettled(entity, Verdict.UNSURE, weighed, *missing)
    reasons = (f"{best.score} points, {MATCH} or more", *(f.said for f in best.features if f.points > 0))
    return _settled(entity, weighed, Basis.INFERRED, BY_SCORE, best.candidate.iri, reasons)


def _missing(entity: Entity, alive: list[Scored]) -> list[str]:
    """Why the best candidate isn't a match; nothing if it is one."""
    best = alive[0]
    told = [f"the best candidate has {best.score} points, less than {MATCH}"] if best.score < MATCH else []
    if not best.supported:
        told.append("nothing beside the name speaks for it")
    if entity.kind is Kind.PERSON and not _is_named(best):
        told.append("only the surname can be compared")
    if len(alive) > 1 and best.score - alive[1].score < MARGIN:
        second = alive[1]
        told.append(
            f"two candidates are alike: {best.candidate.iri} ({best.score}) and {second.candidate.iri} ({second.score})"
        )
    return told


def _is_named(scored: Scored) -> bool:
    """Whether more than the surname agrees: a given name or initials."""
    return any(f.points > 0 for f in scored.features if f.name == "given")


def one_to_one(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Two things of ours are not one thing of theirs: the less likely of the two becomes unsure, both if it is close.

    What a person or a register says stays.
    """
    made = tuple(decisions)
    rivals: dict[str, list[Decision]] = {}
    for decision in made:
        if decision.verdict is Verdict.MATCH:
            rivals.setdefault(decision.target, []).append(decision)
    losers = _losers(rivals)
    return tuple(_unless(decision, losers) for decision in made)


def _losers(rivals: Mapping[str, list[Decision]]) -> dict[str, str]:
    """Entity → the other that may be the same thing."""
    found: dict[str, str] = {}
    for group in rivals.values():
        ranked = sorted(group, key=lambda d: (d.basis is Basis.INFERRED, -_score(d), d.entity.iri))
        first = ranked[0]
        for other in ranked[1:]:
            if other.basis is not Basis.INFERRED:
                continue
            found[other.entity.iri] = first.entity.iri
            if first.basis is Basis.INFERRED and _score(first) - _score(other) < MARGIN:
                found[first.entity.iri] = other.entity.iri
    return found


def _score(decision: Decision) -> int:
    return decision.chosen.score if decision.chosen else 0


def _unless(decision: Decision, losers: Mapping[str, str]) -> Decision:
    rival = losers.get(decision.entity.iri)
    if rival is None:
        return decision
    told = f"{decision.target} may as well be {rival}"
    return replace(decision, verdict=Verdict.UNSURE, target="", reasons=(told,))
