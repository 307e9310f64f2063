"""What is compared between a party, committee, ministry or organisation of ours and a candidate."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from sovgraph.authority.names import fold
from sovgraph.reconcile.model import Candidate, Entity, Feature, Kind, Role
from sovgraph.reconcile.names import folded
from sovgraph.reconcile.person import overlap
from sovgraph.reconcile.target import Target

FULL_NAME, WORDS, NEAR_NAME, ABBREVIATION, SECOND_NAME, OTHER_NAME = 55, 40, 25, 30, 20, -100
RIGHT_TYPE, OTHER_TYPE, HERE, ELSEWHERE = 15, -40, 15, -60
RIGHT_WHOLE, OTHER_WHOLE, SAME_YEAR, OTHER_YEAR, APART = 20, -60, 20, -15, -60
SHORT_NAME = 6
"""A name of at most so many letters is an abbreviation: half the world has an SP and a PvdA."""

LONG_NAME = 12
_GENERIC = frozenset("de het een der van voor vaste algemene bijzondere kamercommissie commissie en".split())


def features_of(entity: Entity, candidate: Candidate, target: Target) -> tuple[Feature, ...]:
    made = (_name(entity, candidate), _type(entity, candidate, target), _country(candidate, target))
    rest = (_whole(entity, candidate), _years(entity, candidate))
    return tuple(feature for group in (*made, *rest) for feature in group)


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in re.split(r"[\s/-]+", name)) - _GENERIC - {""}


def _name(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    theirs = {key: name for name in reversed(candidate.names) if (key := fold(name))}
    same = [name for name in entity.names if fold(name) in theirs]
    full = [name for name in same if len(fold(name)) > SHORT_NAME]
    if full:
        yield Feature("name", FULL_NAME, f"the name '{full[0]}' is '{theirs[fold(full[0])]}'")
    elif same:
        yield Feature("name", ABBREVIATION, f"the short name '{same[0]}' is '{theirs[fold(same[0])]}'")
    else:
        yield _unlike(entity, candidate)
    if full and len({fold(name) for name in same}) > 1:
        other = next(name for name in same if fold(name) != fold(full[0]))
        yield Feature("second name", SECOND_NAME, f"the other name '{other}' is '{theirs[fold(other)]}'")


def _unlike(entity: Entity, candidate: Candidate) -> Feature:
    for name in entity.names:
        for other in candidate.names:
            if len(_words(name)) > 0 and _words(name) == _words(other) and entity.kind is Kind.COMMITTEE:
                return Feature("name", WORDS, f"the words of '{name}' are those of '{other}'")
            if min(len(name), len(other)) >= LONG_NAME and OSA.distance(fold(name), fold(other)) <= 2:
                return Feature("name", NEAR_NAME, f"the name '{name}' looks like '{other}' with an error")
    return Feature("name", OTHER_NAME, f"the name '{entity.names[0]}' is not '{candidate.names[0]}'", excludes=True)


def _type(entity: Entity, candidate: Candidate, target: Target) -> Iterator[Feature]:
    if not candidate.types:
        return
    shown = candidate.types[0]
    if target.fits(entity.kind, candidate.types):
        yield Feature("type", RIGHT_TYPE, f"the type '{shown}' fits", supports=True)
    elif entity.kind is not Kind.ORGANISATION:
        yield Feature("type", OTHER_TYPE, f"the type '{shown}' doesn't fit")


def _country(candidate: Candidate, target: Target) -> Iterator[Feature]:
    if not candidate.countries:
        return
    if set(candidate.countries) & set(target.values("country")):
        yield Feature("country", HERE, "it is of the Netherlands", supports=True)
    else:
        yield Feature("country", ELSEWHERE, f"it is of another country: '{candidate.countries[0]}'", excludes=True)


def _whole(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    if not entity.part_of:
        return
    said = [text for text in (*candidate.part_of, *candidate.names) if fold(entity.part_of) in fold(text)]
    if said:
        yield Feature("whole", RIGHT_WHOLE, f"part of '{entity.part_of}': '{said[0]}'", supports=True)
    elif candidate.part_of:
        yield Feature(
            "whole", OTHER_WHOLE, f"part of '{candidate.part_of[0]}', not of '{entity.part_of}'", excludes=True
        )


def _years(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    ours, theirs = (Role("", (), x.since, x.until) for x in (entity, candidate))
    if not (ours.since or ours.until) or not (theirs.since or theirs.until):
        return
    if not overlap(ours, theirs):
        said = f"it existed in other years: ours {ours.since or '?'}–{ours.until or ''}, theirs"
        yield Feature("years", APART, f"{said} {theirs.since or '?'}–{theirs.until or ''}", excludes=True)
    elif ours.since and theirs.since:
        same = ours.since.year == theirs.since.year
        said = f"founded in {ours.since.year} and in {theirs.since.year}"
        yield Feature("years", SAME_YEAR if same else OTHER_YEAR, said, supports=same)
