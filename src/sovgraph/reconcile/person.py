"""What is compared between a person of ours and a candidate, each comparison with its points and its words."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from sovgraph.authority.names import fold
from sovgraph.reconcile.model import Candidate, Entity, Feature, Role
from sovgraph.reconcile.names import (
    GivenLevel,
    Level,
    PersonName,
    Surname,
    compare_names,
    folded,
    letters_of,
    readings,
    surname_of,
)
from sovgraph.resources import folder, read_tsv

SURNAME_POINTS = {Level.SAME: 40, Level.VARIANT: 34, Level.PART: 16, Level.NEAR: 10, Level.OTHER: -100}
"""A name alone stays below the threshold of a match. Half a name asks for the same first or last day too, an error for
the same period and party, as Jansen and Janssen both live."""

GIVEN_POINTS = {
    GivenLevel.SAME: 28,
    GivenLevel.NEAR: 18,
    GivenLevel.PARTLY: 18,
    GivenLevel.INITIALS: 20,
    GivenLevel.CALLED: 14,
    GivenLevel.LETTER: 8,
    GivenLevel.UNKNOWN: 0,
    GivenLevel.UNLIKE: -15,
    GivenLevel.CONFLICT: -45,
}
SAME_TERM, SAME_START, OVERLAP, UNDATED, NO_SEAT, APART = 35, 26, 20, 8, -15, -60
"""Many begin on one day of elections, so a start says little more than an overlap; start and end together do."""

SAME_PARTY, ONCE_PARTY, OTHER_PARTY, NOW_OTHER = 18, 12, -30, -12
"""A party on the day counts; a party without dates may be one of before or after a switch."""

BORN, BORN_NEAR, IMPOSSIBLE = 16, -10, -100
"""In a year some two hundred thousand are born here: name and year alone (84) stay below the threshold of a match."""

ADULT = 18
CLOSE = timedelta(days=45)
"""Registers differ by weeks on when a seat begins: the election, the oath, the first sitting."""

BODIES = {"tk": "Tweede Kamer", "ek": "Eerste Kamer", "kabinet": "kabinet"}

Words = tuple[str, str]


def features_of(entity: Entity, candidate: Candidate) -> tuple[Feature, ...]:
    made = (_names, _seats, _parties, _years)
    return tuple(feature for make in made for feature in make(entity, candidate))


def _names(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    """Surname and given name, of the two names that agree best."""
    pairs = [
        (*_compared(one, other), left, right, one, other)
        for one, left in _ours(entity)
        for right in candidate.names
        for other in readings(right)
    ]
    if not pairs:
        yield Feature(
            "surname", SURNAME_POINTS[Level.OTHER], f"no name to compare '{entity.names[0]}' with", excludes=True
        )
        return
    level, given, left, right, _, _ = max(
        pairs, key=lambda p: (SURNAME_POINTS[p[0]] + GIVEN_POINTS[p[1]], p[2], p[3], p[4].given, p[5].given)
    )
    yield _surname(level, left, right)
    if level is not Level.OTHER:
        yield _given_feature(given, left, right)


def _ours(entity: Entity) -> Iterator[tuple[PersonName, str]]:
    """Readings of our names; what the register says of surname and initials goes before what is read."""
    initials = letters_of(entity.initials)
    known = surname_of(entity.surname) if entity.surname else None
    for name in entity.names:
        for read in readings(name):
            if known is None or not _ends_in(name, known):
                yield PersonName(read.surname, read.given, read.initials or initials, read.guessed), name
                continue
            given = _before(name, known)
            letters = read.initials or initials
            yield PersonName(known, given, letters), name
    if known is not None and entity.initials and not any(read.given for n in entity.names for read in readings(n)):
        yield PersonName(known, (), initials), f"{entity.initials} {entity.surname}"


def _ends_in(name: str, surname: Surname) -> bool:
    return folded(name).endswith(surname.whole)


def _before(name: str, surname: Surname) -> tuple[str, ...]:
    """The given names that stand before a surname that is known."""
    left = len(folded(name)) - len(surname.whole)
    given: list[str] = []
    for word in name.split():
        if left <= 0:
            break
        part = folded(word)
        left -= len(part)
        if part and "." not in word:
            given.append(part)
    return tuple(given)


def _compared(one: PersonName, other: PersonName) -> tuple[Level, GivenLevel]:
    level, given = compare_names(one, other)
    if given in (GivenLevel.CONFLICT, GivenLevel.LETTER) and one.given and other.given:
        pair = (one.given[0], other.given[0])
        if pair in _called() or pair[::-1] in _called():
            return level, GivenLevel.CALLED
    return level, given


@cache
def _called() -> frozenset[Words]:
    rows = read_tsv(folder("queries") / "reconcile" / "given_names.tsv")
    return frozenset((folded(row["short"]), folded(row["formal"])) for row in rows)


def _surname(level: Level, left: str, right: str) -> Feature:
    points = SURNAME_POINTS[level]
    if level is Level.SAME:
        return Feature("surname", points, f"the surname of '{left}' is that of '{right}'")
    if level is Level.VARIANT:
        return Feature("surname", points, f"the surname of '{left}' is a form of that of '{right}'")
    if level is Level.PART:
        return Feature("surname", points, f"the surname of '{left}' shares one half with '{right}'")
    if level is Level.NEAR:
        return Feature("surname", points, f"the surname of '{left}' looks like that of '{right}' with an error")
    return Feature("surname", points, f"the surname of '{left}' is not that of '{right}'", excludes=True)


def _given_feature(level: GivenLevel, left: str, right: str) -> Feature:
    said = {
        GivenLevel.SAME: f"the given name of '{left}' is that of '{right}'",
        GivenLevel.NEAR: f"the given name of '{left}' looks like that of '{right}' with an error",
        GivenLevel.PARTLY: f"the first given name of '{left}' is that of '{right}'",
        GivenLevel.INITIALS: f"the initials of '{left}' are those of '{right}'",
        GivenLevel.CALLED: f"the given name of '{left}' is a short form of that of '{right}'",
        GivenLevel.LETTER: f"the first letter of '{left}' is that of '{right}'",
        GivenLevel.UNKNOWN: f"no given name or initials to compare '{left}' and '{right}' by",
        GivenLevel.UNLIKE: f"the initials of '{left}' don't begin as '{right}'; a name someone is called by may differ",
        GivenLevel.CONFLICT: f"the given name of '{left}' is not that of '{right}'",
    }
    return Feature("given", GIVEN_POINTS[level], said[level])


def _seats(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    ours = _spans(role for role in entity.roles if role.body)
    bodies = {role.body for role in ours}
    theirs = _spans(role for role in candidate.roles if role.body in bodies)
    shown = ", ".join(BODIES.get(body, body) for body in sorted(bodies))
    if not ours:
        yield Feature("seat", 0, "we know of no seat or post")
    elif not candidate.roles:
        yield Feature("seat", 0, "the register knows of no seat or post")
    elif not theirs:
        yield Feature("seat", NO_SEAT, f"the register gives no seat or post in: {shown}")
    else:
        yield max(
            (_seat(one, other) for one in ours for other in theirs if one.body == other.body),
            key=lambda feature: (feature.points, feature.said),
        )


def _spans(roles: Iterable[Role]) -> list[Role]:
    """The roles, and those of one body that follow each other as one: registers cut at elections or at a change of
    party, and not the same ones."""
    ordered = sorted(roles, key=lambda r: (r.body, r.since or date.min, last_day(r.until)))
    found = list(ordered)
    for one in ordered:
        last = found[-1] if len(found) > len(ordered) else None
        if last and last.body == one.body and one.since and last.until and one.since - last.until <= CLOSE:
            until = None if one.until is None else max(one.until, last.until)
            found[-1] = Role(one.body, (), last.since, until)
        elif last is None or last.body != one.body or last.until is not None:
            found.append(Role(one.body, (), one.since, one.until))
    return found


def _seat(one: Role, other: Role) -> Feature:
    where = f"{BODIES.get(one.body, one.body)}: ours {_period(one)}, theirs {_period(other)}"
    if not (one.since or one.until) or not (other.since or other.until):
        return Feature("seat", UNDATED, f"a seat or post in both, without dates to compare; {where}")
    if not overlap(one, other):
        return Feature("seat", APART, f"the periods exclude each other; {where}")
    start = _is_close(one.since, other.since)
    if start and (_is_close(one.until, other.until) or (one.until is None and other.until is None)):
        return Feature("seat", SAME_TERM, f"the same period; {where}", supports=True)
    if start or _is_close(one.until, other.until):
        return Feature("seat", SAME_START, f"the same first or last day; {where}", supports=True)
    return Feature("seat", OVERLAP, f"the periods overlap; {where}", supports=True)


def _period(role: Role) -> str:
    return f"{role.since or '?'}–{role.until or ''}"


def last_day(day: date | None) -> date:
    """The last day of a period. The register writes a year alone as its first of January."""
    if day is None:
        return date.max
    return day.replace(month=12, day=31) if (day.month, day.day) == (1, 1) else day


def overlap(one: Role, other: Role) -> bool:
    first = max(one.since or date.min, other.since or date.min)
    return first <= min(last_day(one.until), last_day(other.until))


def _is_close(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= CLOSE


def _parties(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    ours = [role for role in entity.roles if role.parties]
    theirs = [role for role in (*candidate.roles, *candidate.parties) if role.parties]
    if not ours or not theirs:
        yield Feature("party", 0, "no party to compare on one of the sides")
        return
    same = [(a, b) for a in ours for b in theirs if is_same_party(a.parties, b.parties)]
    dated = [pair for pair in same if overlap(*pair) and (pair[1].since or pair[1].until)]
    for pairs, points, words in (
        (dated, SAME_PARTY, "the same party on the same days"),
        ([p for p in same if not (p[1].since or p[1].until)], ONCE_PARTY, "the same party, the register without dates"),
    ):
        if pairs:
            one, other = pairs[0]
            yield Feature("party", points, f"{words}: '{one.parties[0]}', '{other.parties[0]}'", supports=True)
            return
    if same:
        yield Feature("party", 0, f"the same party, but in other years: '{same[0][0].parties[0]}'")
        return
    clash = [(a, b) for a in ours for b in theirs if overlap(a, b) and (b.since or b.until)]
    one, other = (clash or [(ours[0], theirs[0])])[0]
    if clash:
        yield Feature("party", OTHER_PARTY, f"another party on the same days: '{one.parties[0]}', '{other.parties[0]}'")
    else:
        yield Feature("party", NOW_OTHER, f"another party: '{one.parties[0]}', '{other.parties[0]}'")


def is_same_party(one: Iterable[str], other: Iterable[str]) -> bool:
    return not {fold(name) for name in one}.isdisjoint(fold(name) for name in other)


def _years(entity: Entity, candidate: Candidate) -> Iterator[Feature]:
    """Year of birth, and offices held as a child or after death."""
    if entity.born and candidate.born:
        apart = abs(entity.born - candidate.born)
        said = f"born in {entity.born} and in {candidate.born}"
        points = BORN if apart == 0 else BORN_NEAR if apart == 1 else IMPOSSIBLE
        yield Feature("born", points, said, excludes=apart > 1, supports=apart == 0)
    starts = [role.since.year for role in entity.roles if role.since]
    if starts and candidate.born and min(starts) - candidate.born < ADULT:
        yield Feature("life", IMPOSSIBLE, f"in office in {min(starts)}, but born in {candidate.born}", excludes=True)
    if starts and candidate.died and max(starts) > candidate.died:
        yield Feature("life", IMPOSSIBLE, f"in office in {max(starts)}, but died in {candidate.died}", excludes=True)
