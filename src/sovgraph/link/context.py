"""What the text around a name says about whom it can mean."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.dates import anchor_date
from sovgraph.find.surnames import INITIALS, TITLES
from sovgraph.link.person import PersonContext
from sovgraph.model import Chamber, Document, Genre, Mention, MentionType

_PARTY_BEHIND = re.compile(r"\s*\((?P<p>[^()\n]{1,40})\)")
_MINISTER_BEFORE = re.compile(r"(?i:minister|staatssecretaris|bewindspersoon|premier)\s+$")
_SENATOR_BEFORE = re.compile(r"(?i:senator(?:en)?)\s+(?:[\w, ]{0,60}\s+en\s+)?$")
_MEMBER_BEFORE = re.compile(
    r"(?i:lid|leden|kamerlid|kamerleden|mevrouw|de heer|meneer|motie(?:s)?\s?-?)\s*(?:[^.()\n]{0,80}(?:,|/|\ben)\s*)?$"
)
_TK_MOTION = re.compile(r"(?:in|door) de Tweede Kamer (?:aangenomen|ingediende|verworpen)[^.]{0,60}$")
_EK_MOTION = re.compile(r"(?:in|door) de Eerste Kamer (?:aangenomen|ingediende|verworpen)[^.]{0,60}$")
_POST_AND_COMMA = re.compile(r"(?i)\b(?:minister|staatssecretaris)\s[^.;:]{0,120},\s+$")
_INITIALS_FIRST = re.compile(rf"{TITLES}?{INITIALS}")
_POST_BEFORE = re.compile(r"(?i)(?:minister|staatssecretaris|bewindspersoon)[^.]{0,120}?,?\s*(?:\n\s*)+$")

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
    starts: tuple[int, ...] = ()
    """The starts of the mentions, which are in text order."""

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in that stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def person_context(self, mention: Mention) -> PersonContext:
        text = self.document.text
        before = " ".join(text[max(0, mention.start - 160) : mention.start].split(" "))
        behind = _PARTY_BEHIND.match(text, mention.end)
        day = anchor_date(self.document, mention.start)
        if mention.start in self.rows:
            return PersonContext(self._adopted() or day, self._own_chamber(), self.rows[mention.start])
        if mention.start in self.signers:
            return self._signer_context(mention, day)
        if mention.rule.startswith("person.attendance"):
            return PersonContext(day, self._own_chamber() or frozenset(("ek", "tk")))
        signed = _POST_AND_COMMA.search(before) is not None and _INITIALS_FIRST.match(mention.text) is not None
        if signed or _MINISTER_BEFORE.search(before) or _POST_BEFORE.search(before):
            return PersonContext(day, frozenset(("kabinet",)), post=self._post_near(mention))
        party = behind["p"] if behind and fold(behind["p"].split("/")[0]) in self.names.party_by_name else None
        if _EK_MOTION.search(before) or _SENATOR_BEFORE.search(before):
            return PersonContext(day, frozenset(("ek",)), party)
        if _TK_MOTION.search(before):
            return PersonContext(day, frozenset(("tk",)), party)
        if party is not None or _MEMBER_BEFORE.search(before) or mention.rule.startswith("person.heading"):
            return PersonContext(day, self._member_bodies(mention), party)
        return PersonContext(day, frozenset(), party)

    def _signer_context(self, mention: Mention, anchor: date | None) -> PersonContext:
        role = self.signers[mention.start] or ""
        if re.search(r"(?i)minister|staatssecretaris", role):
            return PersonContext(anchor, frozenset(("kabinet",)), post=self._post_near(mention))
        if self.document.meta.genre is Genre.MOTION or re.search(r"(?i)voorzitter", role):
            return PersonContext(anchor, self._own_chamber() or frozenset(("ek", "tk")))
        return PersonContext(anchor, frozenset())

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

    def _bracketed(self, person: Mention, post: Mention) -> bool:
        return post.type is MentionType.MINISTER and 0 <= post.start - person.end <= 3

    def _own_chamber(self) -> frozenset[str]:
        chamber = self.document.meta.chamber
        return frozenset(("ek" if chamber is Chamber.EK else "tk",)) if chamber else frozenset()

    def _member_bodies(self, mention: Mention) -> frozenset[str]:
        """ "het lid X" in a paper of the Eerste Kamer may be of either Chamber when a motion is named."""
        if self.document.meta.chamber is Chamber.EK:
            return frozenset(("ek", "tk"))
        return self._own_chamber() or frozenset(("ek", "tk"))


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
    return LinkContext(document, names, mentions, rows, signers, tuple(m.start for m in mentions))
