"""What the text around a name says about whom it can mean."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Person
from sovgraph.find.dates import anchor_date
from sovgraph.find.surnames import INITIALS, TITLES
from sovgraph.link.person import PersonContext
from sovgraph.link.speakers import Spoken, period_of, spoken_names
from sovgraph.model import Capacity, Chamber, Document, Genre, Mention, MentionType

_PARTY_BEHIND = re.compile(r"\s*\((?P<p>[^()\n]{1,40})\)")
_POSTS = ("minister", "staatssecretaris", "bewindspersoon", "premier")
_SENATOR_BEFORE = re.compile(r"(?i:senator(?:en)?)\s+(?:[\w, ]{0,60}\s+en\s+)?$")
_MEMBER_LEADS = ("lid", "leden", "mevrouw", "de heer", "meneer")
_REST_OF_MOTION = re.compile(r"s?\s?-?")
_LIST_STOPS = re.compile(r"[.()\n]")
_LONGEST_LIST = 80
"""So many letters may stand between "de leden" and the comma before a name."""
_TK_MOTION = re.compile(r"(?:in|door) de Tweede Kamer (?:aangenomen|ingediende|verworpen)[^.]{0,60}$")
_EK_MOTION = re.compile(r"(?:in|door) de Eerste Kamer (?:aangenomen|ingediende|verworpen)[^.]{0,60}$")
_POST_AND_COMMA = re.compile(r"(?i)\b(?:minister|staatssecretaris)\s[^.;:]{0,120},\s+$")
_INITIALS_FIRST = re.compile(rf"{TITLES}?{INITIALS}")
_POST_BEFORE = re.compile(r"(?i)(?:minister|staatssecretaris|bewindspersoon)[^.]{0,120}?,?$")
_POST_BEHIND = re.compile(
    r"(?i),\s+(?:demissionair\s+)?(?:(?:vice)?-?minister(?:-president)?|staatssecretaris)\b(?!\s+van\s+staat)"
)
"""A post right behind a name: "de heer Jansen, minister van Defensie"."""
_EITHER = frozenset(("ek", "tk"))
_NOBODY: frozenset[str] = frozenset()

_BEHIND_COMMA = 20
_LONGEST_POST = 400
"""How far before a name its post may begin, both counted from their first letters."""


@dataclass(frozen=True)
class LinkContext:
    """One document with what linking looks up again and again."""

    document: Document
    names: Authority
    mentions: tuple[Mention, ...]
    rows: dict[int, str | None] = field(default_factory=dict)
    """Start of a name in a composition list → the party printed behind it."""
    signers: dict[int, str | None] = field(default_factory=dict)
    """Start of a signature → the post or role printed with it."""
    askers: dict[int, str | None] = field(default_factory=dict)
    """Start of the name of a member who asks → the party that the head gives."""
    starts: tuple[int, ...] = ()
    """The starts of the mentions, which are in text order."""
    spoken: dict[int, Spoken] = field(default_factory=dict)
    """Start of a name in the report of a meeting → its role there."""
    period: tuple[date, date] | None = None
    """The session of a meeting, where its day isn't known."""

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in that stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def person_context(self, mention: Mention) -> PersonContext:
        context = self._person_context(mention, anchor_date(self.document, mention.start))
        return replace(context, period=self.period) if self.period and context.day is None else context

    def _person_context(self, mention: Mention, day: date | None) -> PersonContext:
        if mention.start in self.rows:
            return PersonContext(self._adopted() or day, self._own_chamber(), self.rows[mention.start])
        if mention.start in self.signers:
            return self._signer_context(mention, day)
        if mention.start in self.spoken:
            return self._spoken_context(self.spoken[mention.start], day)
        if mention.rule.startswith("person.attendance"):
            return PersonContext(day, self._own_chamber() or _EITHER)
        if mention.start in self.askers:
            party = self.askers[mention.start]
            known = party is not None and fold(party) in self.names.party_by_name
            return PersonContext(day, self._own_chamber() or _EITHER, party if known else None)
        before = self.document.text[max(0, mention.start - 160) : mention.start]
        if _behind_post(before, mention.text):
            return PersonContext(day, frozenset(("kabinet",)), post=self._post_near(mention))
        if _POST_BEHIND.match(self.document.text, mention.end):
            return PersonContext(day, frozenset(("kabinet",)), post=self._post_behind(mention))
        behind = _PARTY_BEHIND.match(self.document.text, mention.end)
        party = behind["p"] if behind and fold(behind["p"].split("/")[0]) in self.names.party_by_name else None
        if ("de Eerste Kamer" in before and _EK_MOTION.search(before)) or _behind_senator(before):
            return PersonContext(day, frozenset(("ek",)), party)
        if "de Tweede Kamer" in before and _TK_MOTION.search(before):
            return PersonContext(day, frozenset(("tk",)), party)
        if party is not None or mention.rule.startswith("person.heading") or _behind_member(before):
            return PersonContext(day, self._member_bodies(mention), party)
        return PersonContext(day, _NOBODY, party)

    def _signer_context(self, mention: Mention, anchor: date | None) -> PersonContext:
        role = (self.signers[mention.start] or "").lower()
        if "minister" in role or "staatssecretaris" in role:
            return PersonContext(anchor, frozenset(("kabinet",)), post=self._post_near(mention))
        if self.document.meta.genre is Genre.MOTION or "voorzitter" in role:
            return PersonContext(anchor, self._own_chamber() or _EITHER)
        return PersonContext(anchor, _NOBODY)

    def _spoken_context(self, spoken: Spoken, day: date | None) -> PersonContext:
        """Members speak in their own Chamber; who has neither party nor post may be a guest."""
        if spoken.capacity is Capacity.GOVERNMENT:
            return PersonContext(day, frozenset(("kabinet",)))
        if spoken.capacity is Capacity.OTHER:
            return PersonContext(day, _NOBODY)
        party = spoken.party if spoken.party and fold(spoken.party) in self.names.party_by_name else None
        return PersonContext(day, self._own_chamber() or _EITHER, party)

    def stated_person(self, mention: Mention) -> Person | None:
        """Whom the source itself names by a key of the register, if the name fits."""
        spoken = self.spoken.get(mention.start)
        person = self.names.person_by_tk_id.get(spoken.key) if spoken and spoken.key else None
        fits = person is not None and fold(person.family_name).split("-")[0] in fold(mention.text)
        return person if fits else None

    def is_guest(self, mention: Mention) -> bool:
        """Whether a name is that of a speaker without party or post."""
        spoken = self.spoken.get(mention.start)
        return spoken is not None and spoken.capacity is Capacity.OTHER

    def _adopted(self) -> date | None:
        """Composition lists bear no date of their own: they hold on the day the paper was adopted."""
        return next((d.value for d in self.document.meta.dates if d.kind == "vastgesteld"), None)

    def _post_near(self, mention: Mention) -> str | None:
        near = [
            m
            for m in self.between(mention.start - _LONGEST_POST, mention.end + 4)
            if (m.type is MentionType.MINISTER and 0 <= mention.start - m.end <= 160) or self._bracketed(mention, m)
        ]
        if not near:
            return None
        printed = near[-1].part("post")
        post = self.names.posts_by_name.get(fold(printed)) if printed else None
        return post.key if post else None

    def _post_behind(self, mention: Mention) -> str | None:
        """The key of the post that stands behind a name and a comma."""
        for other in self.between(mention.end, mention.end + _BEHIND_COMMA):
            if other.type is MentionType.MINISTER:
                post = self.names.posts_by_name.get(fold(other.part("post") or other.text))
                return post.key if post else None
        return None

    def _bracketed(self, person: Mention, post: Mention) -> bool:
        return post.type is MentionType.MINISTER and 0 <= post.start - person.end <= 3

    def _own_chamber(self) -> frozenset[str]:
        chamber = self.document.meta.chamber
        return frozenset(("ek" if chamber is Chamber.EK else "tk",)) if chamber else _NOBODY

    def _member_bodies(self, mention: Mention) -> frozenset[str]:
        """ "het lid X" in a paper of the Eerste Kamer may be of either Chamber when a motion is named."""
        if self.document.meta.chamber is Chamber.EK:
            return _EITHER
        return self._own_chamber() or _EITHER


def _behind_post(before: str, name: str) -> bool:
    """Whether a post leads to the name: right before it, on a line before it, or before a comma and initials."""
    stripped = before.rstrip()
    blanks = before[len(stripped) :]
    if not blanks:
        return False
    if stripped.endswith(",") and _POST_AND_COMMA.search(before) and _INITIALS_FIRST.match(name):
        return True
    return stripped.lower().endswith(_POSTS) or ("\n" in blanks and _POST_BEFORE.search(stripped) is not None)


def _behind_senator(before: str) -> bool:
    return "senator" in before.lower() and _SENATOR_BEFORE.search(before) is not None


def _behind_member(before: str) -> bool:
    """Whether a word for a member or a motion leads to the name: alone, or with the beginning of a list behind it.

    Read from the name backwards, since nearly every name is asked.
    """
    stripped = before.rstrip()
    end = _end_of_list(stripped)
    small = stripped.replace("\u0130", "I").lower()
    lead = max(_end_of_last(word, small, end) for word in _MEMBER_LEADS)
    motion = _end_of_last("motie", small, end)
    if motion > lead and (rest := _REST_OF_MOTION.match(small, motion, end)) is not None:
        lead = rest.end()
    if lead < 0:
        return False
    between = stripped[lead:end].lstrip()
    if end == len(stripped):
        return between == ""
    return len(between) <= _LONGEST_LIST and _LIST_STOPS.search(between) is None


def _end_of_list(text: str) -> int:
    """Where the text ends without the comma, slash or "en" that closes it."""
    if text.endswith((",", "/")):
        return len(text) - 1
    if text.endswith("en") and not (text[-3:-2].isalnum() or text[-3:-2] == "_"):
        return len(text) - 2
    return len(text)


def _end_of_last(word: str, text: str, end: int) -> int:
    at = text.rfind(word, 0, end)
    return at + len(word) if at >= 0 else -1


def make_context(document: Document, names: Authority, mentions: tuple[Mention, ...]) -> LinkContext:
    text = document.text
    rows = {
        row.name.start: (row.party.of(text) if row.party else None) for c in document.compositions for row in c.rows
    }
    signed = [s for letter in document.letters for s in letter.signers]
    if document.clerk is not None:
        signed.append(document.clerk)
    signers = {s.name.start: (s.role.of(text) if s.role else None) for s in signed}
    if document.motion is not None:
        signers |= {mover.start: None for mover in document.motion.movers}
    askers = document.inquiry.askers if document.inquiry else ()
    asked = {a.name.start: (" ".join(a.party.of(text).split()) if a.party else None) for a in askers}
    starts = tuple(m.start for m in mentions)
    return LinkContext(
        document, names, mentions, rows, signers, asked, starts, spoken_names(document), period_of(document)
    )  # fmt: skip
