"""Names read with the registers at hand: where a name ends, and the names of a list."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Person
from sovgraph.find.surnames import (
    CALLED,
    CAPITALISED,
    GIVEN,
    INITIALS,
    LOW,
    NOT_NAMES,
    PARTICLES,
    SMALL_PARTICLES,
    SURNAME,
    TITLES,
    WITH_PARTICLES,
)

Where = tuple[int, int]

WORD_BORDER = re.compile(r"[\s-]+")
_LEAD = r"(?:(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|collega|[Mm]inister|staatssecretaris)\s+)"
_JOINT = re.compile(rf"\s*(?P<joint>,\s*(?:en\s+)?|(?<=\s)en(?:\s+|(?=[A-Z]))|\s?/\s?|(?<=\s)&\s+)(?P<lead>{_LEAD}?)")
_PARTY_BEHIND = re.compile(r"\s*\((?:allen\s|beiden\s|beide\s)?[A-Z0-9][\w/ -]{1,28}\)")
_WITH_INITIALS = rf"{TITLES}?{INITIALS}{CALLED}?{WITH_PARTICLES}"
_WITH_GIVEN = rf"(?P<given>{GIVEN})\s+(?P<rest>{LOW}\s+(?:{LOW}\s+){{0,2}}{CAPITALISED})"
_ONE = re.compile(rf"(?:{_WITH_INITIALS}|{_WITH_GIVEN}|{SURNAME}|{SMALL_PARTICLES})")
_PARTICLES_ONLY = re.compile(rf"(?:{LOW}\s+)+")
_MORE = re.compile(rf"[^\S\n]+(?:{LOW}\s+){{0,3}}{CAPITALISED}")
_FURTHER = re.compile(rf"[^\S\n]+(?:van\s+de[nr]?|de|den|ter|ten)\s+(?P<core>{CAPITALISED})")
"""What goes on behind two given names: "Anna Maria van der Wit"; "van" alone may lead to an employer."""
_MORE_OVER_LINE = re.compile(rf"\s+(?:{LOW}\s+){{0,3}}{CAPITALISED}")
_CLOSES = re.compile(r"\s*(?:[,/.:;)]|\(|\n|c\.\s?s\.|en\s|$)")
_OTHER_WORDS = re.compile(r"(?:fractie|partij|Partij|commissie|Commissie|ministerie|Ministerie)")


folded = lru_cache(maxsize=4096)(fold)
"""`fold` for the names of persons, which come again and again."""


@lru_cache(maxsize=4)
def _full_names(names: Authority) -> frozenset[str]:
    return frozenset(fold(p.full_name) for p in names.persons if " " in p.full_name)


@lru_cache(maxsize=4)
def _parties(names: Authority) -> dict[str, re.Pattern[str]]:
    """First letter → any printed name with it of a party that is no person's group ("Groep X", "Lid X")."""
    printed = {n for p in names.parties for n in (p.name, p.full_name, *p.variants) if n}
    known = sorted((n for n in printed if not re.match(r"(?:Groep|Lid|Fractie)\b", n)), key=lambda n: (-len(n), n))
    by_first: dict[str, list[str]] = {}
    for name in known:
        by_first.setdefault(name.strip()[0], []).append(r"\s+".join(map(re.escape, name.split())))
    return {first: re.compile(f"(?:{'|'.join(same)})(?![^\\W\\d_])") for first, same in by_first.items()}


@lru_cache(maxsize=4)
def not_persons(names: Authority) -> frozenset[str]:
    """Capitalised words of posts, committees and countries that are nobody's surname: "Digitalisering"."""
    printed = [n for p in names.posts for n in (p.label, *p.variants)]
    printed += [n for c in names.committees for n in (c.name, *c.variants)]
    printed += [n for c in names.countries for n in (c.name, *c.variants, *c.adjectives)]
    printed += [r.name for r in names.regions]
    words = {w for n in printed for w in re.findall(r"[A-ZÀ-Þ][^\W\d_]+(?:-[A-Z][^\W\d_]+)?", n)}
    return frozenset(w for w in words if fold(w) not in names.persons_by_surname)


@lru_cache(maxsize=4096)
def _is_known(name: str, names: Authority) -> bool:
    """Whether a person of the register bears this surname or whole name."""
    key = fold(name.replace("EI ", "El ").replace("AI ", "Al "))
    return key in names.persons_by_surname or key in _full_names(names)


@lru_cache(maxsize=4096)
def _looks_like_name(name: str, names: Authority) -> bool:
    """Whether a name by its words can be one, if it is no party."""
    words = WORD_BORDER.split(name)
    ordinary = words[-1] in NOT_NAMES or (words[0] in NOT_NAMES and words[0] not in PARTICLES)
    if name in ("Den Haag", "Den Bosch") or (ordinary and not _is_known(name, names)):
        return False
    if name.isupper() and len(name) <= 4:
        return _is_known(name, names)
    return name[0].isupper() or not name[0].isalpha() or _small_is_name(name, names)


def _small_is_name(name: str, names: Authority) -> bool:
    """ "van Rompuy" may be a name, "van Financiën" is none."""
    return name.split()[-1] not in not_persons(names)


@dataclass(slots=True)
class NameReader:
    """Reads names at places of one text."""

    text: str
    names: Authority

    def known(self, start: int, end: int) -> bool:
        """Whether a person of the register bears this surname or whole name."""
        return _is_known(self.text[start:end], self.names)

    def bearers(self, start: int, end: int) -> tuple[Person, ...]:
        """The persons of the register with this surname."""
        return tuple(p for p, _ in self.names.persons_by_surname.get(folded(self.text[start:end]), ()))

    def party_at(self, at: int) -> bool:
        return self._party(at) is not None or _OTHER_WORDS.match(self.text, at) is not None

    def _party(self, at: int) -> re.Match[str] | None:
        pattern = _parties(self.names).get(self.text[at : at + 1])
        return pattern.match(self.text, at) if pattern else None

    def one(self, at: int, *, loose: bool = False) -> Where | None:
        """The one name that begins at `at`, or None. `loose`: behind "mevrouw" and the like a second word with a
        capital is part of a name that the register doesn't know."""
        match = _ONE.match(self.text, at)
        if match is None:
            return None
        if match["given"] is not None and not self._given_belongs(match):
            end = match.end("given")
            return (at, end) if self._can_be_name(at, end) else None
        end = match.end()
        return (at, self.longer(at, end, loose=loose)) if self._can_be_name(at, end) else None

    def many(self, at: int, *, limit: int = 12, plural: bool = True, loose: bool = False) -> list[Where]:
        """The names of a list that begins at `at`: "A, B (PVV) en C". Stops at the first thing that is no name.
        Without `plural` ("het lid A") a further name must be known, bear a party or have a lead of its own."""
        found: list[Where] = []
        sure = True
        while len(found) < limit:
            name = self.one(at, loose=loose)
            if name is None:
                break
            party = _PARTY_BEHIND.match(self.text, name[1])
            if not (sure or party is not None or self.known(*name)):
                break
            found.append(name)
            joint = _JOINT.match(self.text, party.end() if party else name[1])
            if joint is None:
                break
            sure = plural or bool(joint["lead"]) or "/" in joint["joint"]
            at = joint.end()
        return found

    def _given_belongs(self, match: re.Match[str]) -> bool:
        """False for "Klaver van GroenLinks", "Bakker van de Partij ...": a surname and where its bearer belongs."""
        particles = _PARTICLES_ONLY.match(self.text, match.start("rest"))
        after = particles.end() if particles else match.start("rest")
        if self.party_at(after) or (self.text[after : match.end()].isupper() and not match["given"].isupper()):
            return False
        if self.known(*match.span()) or self.known(*match.span("rest")):
            return True
        return not self.known(*match.span("given"))

    def _can_be_name(self, start: int, end: int) -> bool:
        return _looks_like_name(self.text[start:end], self.names) and not self.is_party(start, end)

    def is_party(self, start: int, end: int) -> bool:
        particles = None if self.text[start].isupper() else _PARTICLES_ONLY.match(self.text, start)
        match = self._party(particles.end() if particles else start)
        return match is not None and match.end() >= end

    def longer(self, start: int, end: int, *, loose: bool) -> int:
        """ "Van Haersma Buma", "Rinnooy Kan": a second capitalised word belongs to a name that the register knows;
        otherwise only when the first is no surname by itself and the second ends the name."""
        more = _MORE_OVER_LINE.match(self.text, end) if self.text[end : end + 1].isspace() else None
        if more is None:
            return end
        ends: list[int] = []
        while more is not None and len(ends) < 3 and "\n\n" not in more[0]:
            ends.append(more.end())
            more = _MORE_OVER_LINE.match(self.text, ends[-1])
        for longer in reversed(ends):
            if self.known(start, longer):
                return longer
        if not loose or self.known(start, end):
            return end
        more = _MORE.match(self.text, end)
        if more is None or (
            _CLOSES.match(self.text, more.end()) is None and self.text[more.end() : more.end() + 1] != " "
        ):
            return end
        word = more.end() - len(more[0].lstrip())
        last = WORD_BORDER.split(more[0].strip())[-1]
        ordinary = (
            last in NOT_NAMES
            or last == self.text[start:end]
            or last in not_persons(self.names)
            or more[0].strip().isupper()
        )
        if ordinary or self.party_at(word):
            return end
        rest = _FURTHER.match(self.text, more.end())
        return rest.end() if rest is not None and not self.party_at(rest.start("core")) else more.end()


_LONGEST_LIST = 6_000
_LIST_END = re.compile(r"\n\s*\n|;")
_WORD = rf"(?:{LOW}|{CAPITALISED}|{INITIALS})"
_ITEM = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}(?:\s+(?P<party>\([^()\n]{{2,30}}\)))?")
_BETWEEN = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")


def read_attendance(text: str, at: int) -> list[Where]:
    """The members of "Aanwezig zijn vijf leden, te weten: A, B en C": every item of the paragraph that consists of
    names and particles only, until one that doesn't."""
    furthest = min(len(text), at + _LONGEST_LIST)
    stop = _LIST_END.search(text, at, furthest)
    end = stop.start() if stop else furthest
    found: list[Where] = []
    position = at
    for joint in (*_BETWEEN.finditer(text, at, end), None):
        last = joint.start() if joint else end
        words = text[position:last].rstrip(" \n.")
        begin = position + len(words) - len(words.lstrip())
        if words.strip():
            item = _whole_name(words.strip())
            if item is None:
                break
            found.append((begin, begin + item))
        position = joint.end() if joint else end
    return found


def _whole_name(item: str) -> int | None:
    """The length of the name that the whole item is; None when a word of it can't be in a name."""
    match = _ITEM.fullmatch(item) if len(item) <= 60 else None
    if match is None or not any(c.isupper() for c in item):
        return None
    name = item[: match.start("party")].rstrip() if match["party"] else item
    words = name.split()
    return None if (len(words) == 1 and name in NOT_NAMES) or words[-1].islower() else len(name)
