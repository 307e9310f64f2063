"""From what a register calls a thing to the IRI that papers know it by."""

import re
from dataclasses import dataclass
from datetime import date

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Person
from sovgraph.identifiers import dossier_id, is_roman, kst_id, parse_id
from sovgraph.ids import Ids

_COMMITTEE = re.compile(
    r"(?i)^(?:(?:vaste|algemene|tijdelijke|bijzondere)\s+)?(?:kamer)?commissie\s+(?:voor\s+)?(?:de\s+|het\s+)?"
)
_YEARS = re.compile(r"\s*\(\d{4}\s*[-–]\s*(?:\d{4})?\)\s*$")
_DOSSIER = re.compile(r"(\d{2}\s?\d{3}|[IVXLC]+)(?:[\s-]*\(?R\s?\d{3,4}\)?)?((?<=\d)[A-Z]{1,6}|[\s-]+[0-9A-Z]{1,6})?")
_LISTED = re.compile(r"(?P<family>[^,]+?)(?:\s+(?P<particle>[a-z][a-z' ]*))?,\s*(?P<initials>\S.*)")
_INITIALS = re.compile(
    r"(?P<initials>(?:[A-ZÀ-Þ][a-zà-þ]{0,2}\.\s*)+)(?:\((?P<given>[^()]{1,40})\)\s*)?(?P<surname>[^\s(].*)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a register writes it."""

    surname: str
    initials: str
    given: str = ""


def read_name(text: str) -> Named:
    """ "M.G.F. Rikkers-Oosterkamp", "I. (Inge) van Dijk", "Roon de, R." or a surname alone."""
    flat = " ".join(text.split())
    listed = _LISTED.fullmatch(flat)
    if listed is not None and "." in listed["initials"]:
        return Named(f"{listed['particle'] or ''} {listed['family']}".strip(), listed["initials"])
    initials = _INITIALS.fullmatch(flat)
    return Named(initials["surname"], initials["initials"], initials["given"] or "") if initials else Named(flat, "")


@dataclass(frozen=True, slots=True)
class PersonLink:
    """`iri` is None when several persons fit, or the name is none. `known`: the register of persons has it."""

    iri: str | None
    known: Person | None = None
    why: str = ""


class Joins:
    """Looks names, keys and numbers up in the registers of persons, parties, committees and posts."""

    def __init__(self, names: Authority, ids: Ids) -> None:
        self.names = names
        self.ids = ids
        self._by_guid = {p.tk_person_id.lower(): p for p in names.persons if p.tk_person_id}
        self._committees = {
            fold(_plain_committee(n)): c for c in names.committees if c.chamber == "II" for n in (*c.variants, c.name)
        }

    def person_by_guid(self, guid: str) -> PersonLink:
        known = self._by_guid.get(guid.lower())
        if known is not None:
            return PersonLink(self.ids.person(known.id), known)
        return PersonLink(self.ids.person(f"tk-{guid.lower()}"), None, f"no person with the key {guid} in the register")

    def person_by_name(self, text: str, day: date | None, bodies: tuple[str, ...] = ("tk", "ek")) -> PersonLink:
        """The one person of that surname whose initials don't differ and who held a seat that day."""
        named = read_name(text)
        found = {
            person.id: person
            for person, _ in self.names.persons_by_surname.get(fold(named.surname), ())
            if _initials_agree(named.initials, person.initials)
            and any(m.body in bodies and m.covers(day) for m in self.names.mandates_by_person.get(person.id, ()))
        }
        for tells in (_told_by_given, _told_by_initials):
            told = {key: person for key, person in found.items() if tells(named, person)}
            found = told if len(told) == 1 else found
        if len(found) == 1:
            person = next(iter(found.values()))
            return PersonLink(self.ids.person(person.id), person)
        if found:
            return PersonLink(None, None, f"several persons fit '{text}'")
        return PersonLink(self.ids.person_by_name("tk", named.surname), None, f"nobody in the register fits '{text}'")

    def party(self, *printed: str) -> tuple[str, bool]:
        """The IRI, and whether the register of parties has one of these names."""
        for name in printed:
            known = self.names.party_by_name.get(fold(name)) if name else None
            if known is not None:
                return self.ids.party(known.key), True
        return self.ids.party_by_name(next(name for name in printed if name)), False

    def committee(self, printed: str) -> tuple[str, bool]:
        known = self._committees.get(fold(_plain_committee(printed)))
        if known is not None:
            return self.ids.committee(known.key), True
        return self.ids.committee(f"tk-{_plain_committee(printed)}"), False

    def post(self, printed: str) -> str | None:
        known = self.names.posts_by_name.get(fold(printed))
        return self.ids.post(known.key) if known else None


def _plain_committee(name: str) -> str:
    """ "vaste commissie voor Economische Zaken (2012-2017)" → "Economische Zaken"."""
    return _COMMITTEE.sub("", _YEARS.sub("", " ".join(name.split())))


def _letters(initials: str) -> str:
    return "".join(re.findall(r"[A-ZÀ-Þ]", initials))


def _initials_agree(one: str, other: str) -> bool:
    """Nothing said against it: one list of initials begins the other, or one is missing."""
    a, b = _letters(one), _letters(other)
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _told_by_given(named: Named, person: Person) -> bool:
    return bool(named.given) and fold(person.given) == fold(named.given)


def _told_by_initials(named: Named, person: Person) -> bool:
    """Whether the first initial is that of the person's initials or call name."""
    first = _letters(named.initials)[:1]
    return bool(first) and (_letters(person.initials)[:1] == first or person.given[:1] == first)


def iso_day(text: str) -> date | None:
    """The day of a register's date, None when it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def dossier_key(number: str, suffix: str = "") -> str | None:
    """ "36600" and "XVI", "36600-XVI", "36 600 XVI" → "36600-XVI"; None for what is no dossier."""
    match = _DOSSIER.fullmatch(number.strip())
    if match is None:
        return None
    digits, tail = re.sub(r"\s", "", match[1]), re.sub(r"[\s()]", "", suffix) or (match[2] or "").strip(" -")
    if not digits.isdigit() and not is_roman(digits):
        return None
    if tail.startswith("R") and tail[1:].isdigit():
        tail = ""
    key = dossier_id(digits, tail or None).removeprefix("dossier-")
    return key if re.fullmatch(r"(?:[0-9]{5}|[IVXLC]+)(?:-[0-9A-Z]+)?", key) else None


def dossier_of(paper: str) -> str | None:
    """The dossier that a paper's identifier names."""
    known = parse_id(paper)
    if known is None or not paper.startswith("kst-") or not known.field("dossier") or known.field("raw"):
        return None
    return dossier_key(known.field("dossier") or "", known.field("suffix") or "")


def paper_of(dossier: str, number: str, chamber: str, year: str | None) -> str:
    """The identifier of a paper from its dossier ("36600-XVI") and number."""
    base, _, suffix = dossier.partition("-")
    return kst_id(base, suffix or None, number, chamber=chamber, year=year)


def annex_of(number: str) -> str | None:
    """The Tweede Kamer's number of an answered question: "242502391" → "ah-tk-20242025-2391"."""
    match = re.fullmatch(r"(\d\d)(\d\d)(\d{5})", number)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    first = 2000 + int(match[1]) if int(match[1]) < 80 else 1900 + int(match[1])
    return f"ah-tk-{first}{first + 1}-{int(match[3])}"
