"""Which member or office holder a printed name means, on the day of the letter or paper it stands in.

Candidates share the folded surname. Each is scored by features that say why; the best wins only with a
clear lead, otherwise the mention stays ambiguous with its candidates.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from msgspec import structs

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Mandate, Party, Person
from sovgraph.find.surnames import INITIALS, TITLES
from sovgraph.model import Candidate, Mention, MentionType, Status

WEIGHTS = {
    "surname": 0.45,
    "other spelling": 0.40,
    "in office that day": 0.25,
    "in office, day unknown": 0.25,
    "in office in that session": 0.25,
    "in office before": 0.08,
    "expected body": 0.15,
    "party": 0.15,
    "initials": 0.15,
    "given name": 0.15,
    "initial of another given name": -0.15,
}
"""How much each agreement counts; the sum is capped at 1."""

THRESHOLD = 0.7
MARGIN = 0.1

_HEAD = re.compile(rf"(?P<titles>{TITLES}?)(?P<initials>{INITIALS}?)")
_MISREAD_EL = re.compile(r"\b[EA]I(?=\s[A-ZÀ-Þ][a-zà-ÿ])")
"""Scans print "EI" for the particle "El"."""
_CALLED = re.compile(r"\((?P<name>[^()\s]{2,20})\)\s+")
"""The given name in "A.B. (Anna) de Wit"."""
_POST_NOMINAL = re.compile(r"\s+(?:MA|MSc|LLM|MBA|MPA|BSc)$")


@dataclass(frozen=True, slots=True)
class PrintedName:
    titles: str
    initials: str
    given: str
    surname: str


@dataclass(frozen=True, slots=True)
class PersonContext:
    """What the text says around a name. `bodies`: where the person can sit ("ek", "tk", "kabinet"). `period`: the
    first and last day that it can be of, where `day` isn't known."""

    day: date | None
    bodies: frozenset[str] = frozenset()
    party: str | None = None
    post: str | None = None
    period: tuple[date, date] | None = None

    def covers(self, mandate: Mandate) -> bool:
        """Whether a mandate was held on the day, or in the period when the day isn't known."""
        if self.day is None and self.period is not None:
            return mandate.overlaps(*self.period)
        return mandate.covers(self.day)


@dataclass(frozen=True, slots=True)
class PersonLink:
    person: Person | None
    candidates: tuple[Candidate, ...]
    reason: str
    spelling: str = ""


@lru_cache(maxsize=4096)
def read_printed(text: str, names: Authority) -> PrintedName:
    """Takes titles, initials and a given name off a printed name; what remains is the surname."""
    flat = _POST_NOMINAL.sub("", " ".join(text.replace("–", "-").split()))
    flat = _MISREAD_EL.sub(lambda m: m[0][0].replace("E", "El").replace("A", "Al"), flat)
    head = _HEAD.match(flat)
    titles, initials = (head["titles"], head["initials"]) if head else ("", "")
    rest = flat[len(titles) + len(initials) :].strip()
    called = _CALLED.match(rest)
    if called is not None:
        return PrintedName(titles.strip(), initials.replace(" ", ""), called["name"], rest[called.end() :])
    words = rest.split()
    if fold(rest) in names.persons_by_surname or len(words) < 2:
        return PrintedName(titles.strip(), initials.replace(" ", ""), "", rest)
    for cut in (1, 2):
        surname = " ".join(words[cut:])
        if surname and fold(surname) in names.persons_by_surname:
            return PrintedName(titles.strip(), initials.replace(" ", ""), " ".join(words[:cut]), surname)
    return PrintedName(titles.strip(), initials.replace(" ", ""), "", rest)


@lru_cache(maxsize=4096)
def link_person(printed: PrintedName, context: PersonContext, names: Authority) -> PersonLink:
    """The person, or none with the candidates considered and the reason."""
    scored = sorted(_scored(printed, context, names), key=lambda item: (-item[0], item[1].id))
    candidates = tuple(
        Candidate(person.id, None, ", ".join(reasons), round(score, 2)) for score, person, reasons in scored[:5]
    )
    if not scored or scored[0][0] < THRESHOLD:
        return PersonLink(
            None,
            candidates,
            "no member or office holder of that name fits" if not scored else "too little agrees",
        )
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return PersonLink(None, candidates, "more than one person fits")
    best, reasons = scored[0][1], scored[0][2]
    spelling = best.surname if "other spelling" in reasons else ""
    return PersonLink(best, candidates, ", ".join(reasons), spelling)


def without_party(printed: PrintedName, context: PersonContext, names: Authority) -> tuple[PersonLink, Party] | None:
    """The only bearer of a listed name who sat in that Chamber on that day, though for another party than is printed,
    with that party: a list errs in a party sooner than it names someone whom no register knows."""
    if context.party is None or context.day is None:
        return None
    link = link_person(printed, replace(context, party=None), names)
    if link.person is None or "in office that day" not in link.reason:
        return None
    bearers = [c for c in link.candidates if "in office that day" in c.reason]
    held = [
        m.party
        for m in names.mandates_by_person.get(link.person.id, ())
        if m.party and m.body in context.bodies and m.covers(context.day)
    ]
    party = names.party_by_key.get(held[0]) if len(set(held)) == 1 else None
    if party is None or len(bearers) != 1:
        return None
    reason = f"{link.reason}; the register has the party {party.name}, the list {context.party}"
    return replace(link, reason=reason), party


def _scored(
    printed: PrintedName, context: PersonContext, names: Authority
) -> Iterator[tuple[float, Person, tuple[str, ...]]]:
    seen: dict[str, tuple[float, Person, tuple[str, ...]]] = {}
    for person, hidden in names.persons_by_surname.get(fold(printed.surname), ()):
        reasons = _reasons(person, hidden, printed, context, names)
        if reasons is None:
            continue
        score = min(1.0, sum(WEIGHTS[reason] for reason in reasons))
        if person.id not in seen or seen[person.id][0] < score:
            seen[person.id] = (score, person, reasons)
    yield from seen.values()


def _reasons(
    person: Person, hidden: bool, printed: PrintedName, context: PersonContext, names: Authority
) -> tuple[str, ...] | None:
    """The features that agree; None when one contradicts."""
    reasons = ["other spelling" if hidden else "surname"]
    if printed.initials and person.initials:
        if not _initials_agree(printed.initials, person.initials):
            return None
        reasons.append("initials")
    if printed.given:
        if not _given_agrees(printed.given, person):
            return None
        reasons.append("given name")
    elif (
        printed.initials
        and person.given
        and not person.initials
        and fold(person.given[:1]) != fold(printed.initials[:1])
    ):
        reasons.append("initial of another given name")
    mandates = names.mandates_by_person.get(person.id, ())
    if context.party is not None and _never_of(mandates, context.party, names):
        return None
    fitting = [m for m in mandates if not context.bodies or m.body in context.bodies]
    in_office = [m for m in fitting if context.covers(m)]
    if in_office and context.day is None and context.period is not None:
        reasons.append("in office in that session")
    elif in_office and context.day is None:
        reasons.append("in office, day unknown")
    elif in_office:
        reasons.append("in office that day")
    elif any(_began_before(m, context.day or (context.period[1] if context.period else None)) for m in fitting):
        reasons.append("in office before")
    elif context.bodies:
        return None
    if context.bodies and fitting:
        reasons.append("expected body")
    if context.party is not None and any(_same_party(m, context.party, names) for m in in_office):
        reasons.append("party")
    if context.post is not None and any(m.post == context.post for m in in_office):
        reasons.append("party")
    return tuple(reasons)


def _began_before(mandate: Mandate, day: date | None) -> bool:
    return day is None or mandate.since is None or mandate.since <= day


def _same_party(mandate: Mandate, printed: str, names: Authority) -> bool:
    party = names.party_by_name.get(fold(printed))
    return party is not None and mandate.party == party.key


def _never_of(mandates: tuple[Mandate, ...], printed: str, names: Authority) -> bool:
    """Whether the party printed with a name is foreign to all seats of a person: none is of it, nor of a party that
    joined it, holds it or split from it. Without any seat nothing is said."""
    party = names.party_by_name.get(fold(printed))
    held = {m.party for m in mandates if m.party}
    if party is None or not held:
        return False
    return not any(_akin(party, names.party_by_key.get(key)) for key in held)


def _akin(one: Party, other: Party | None) -> bool:
    if other is None:
        return True
    ours, theirs = {one.key, *one.alliance_of, one.split_from}, {other.key, *other.alliance_of, other.split_from}
    return bool((ours & theirs) - {""})


def settle_by_paper(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """A name that fits several persons means the one whom the same paper names with more beside it ("Jansen (VVD)"),
    if that is one person; the candidates stay with it."""
    found = tuple(mentions)
    if not any(map(_is_open, found)):
        return found
    sure: dict[str, set[str]] = {}
    for mention in found:
        if mention.type is MentionType.PERSON and mention.iri is not None and mention.status is Status.EXACT:
            sure.setdefault(_family(mention), set()).add(mention.iri)
    return tuple(_settled(m, sure.get(_family(m), set())) if _is_open(m) else m for m in found)


def _is_open(mention: Mention) -> bool:
    return mention.type is MentionType.PERSON and mention.status is Status.AMBIGUOUS


def _family(mention: Mention) -> str:
    return fold(mention.part("family") or "")


def _settled(mention: Mention, sure: set[str]) -> Mention:
    if len(sure) != 1:
        return mention
    iri = next(iter(sure))
    if all(candidate.iri != iri for candidate in mention.candidates):
        return mention
    reason = "the only one of that name whom the paper names clearly elsewhere"
    return structs.replace(mention, iri=iri, status=Status.INFERRED, reason=reason)


def _initials_agree(printed: str, known: str) -> bool:
    """Initials agree when one list begins the other: papers often print the first only."""
    a, b = (re.findall(r"[A-ZÀ-Þ]", text) for text in (printed, known))
    shorter = min(len(a), len(b))
    return shorter > 0 and a[:shorter] == b[:shorter]


def _given_agrees(printed: str, person: Person) -> bool:
    given = fold(person.given.split()[0]) if person.given else ""
    full = fold(person.full_name)
    return (bool(given) and (given == fold(printed))) or full.startswith(fold(printed))
