"""What is found in a text, and what it was resolved to."""

from enum import StrEnum

from msgspec import Struct

from sovgraph.model.base import Span


class MentionType(StrEnum):
    """What a mention names."""

    KAMERSTUK = "kamerstuk"
    DOSSIER = "dossier"
    HANDELINGEN = "handelingen"
    AANHANGSEL = "aanhangsel"
    ZAAK = "zaak"
    KENMERK = "kenmerk"
    MOTION = "motion"
    EU_ACT = "eu_act"
    OJ = "oj"
    COM = "com"
    STB = "stb"
    STCRT = "stcrt"
    TRB = "trb"
    ECLI = "ecli"
    LAW = "law"
    ARTICLE = "article"
    PERSON = "person"
    PARTY = "party"
    COMMITTEE = "committee"
    MINISTER = "minister"
    COUNTRY = "country"
    DATE = "date"
    ORGANISATION = "organisation"
    MEASURE = "measure"
    PROGRAMME = "programme"
    COUNCIL_MEETING = "council_meeting"
    REGION = "region"
    DEADLINE = "deadline"
    REQUEST = "request"
    COMMITMENT = "commitment"
    COMMITMENT_CLAIM = "commitment_claim"
    REFERENCE = "reference"


REFERENCES = frozenset(
    map(MentionType, "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb".split())
) | frozenset(map(MentionType, "stcrt trb ecli law article reference".split()))
"""The types of mentions that point at a paper, a letter, an act or a judgment."""


class Status(StrEnum):
    """How a mention or citation was resolved."""

    EXACT = "exact"
    INFERRED = "inferred"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Candidate(Struct, frozen=True, gc=False):
    """Something that a mention may mean: id or name, IRI where there is one, why, how likely (0..1)."""

    id: str
    iri: str | None
    reason: str
    score: float = 0.0


class Mention(Struct, frozen=True, gc=False):
    """A span of the text that names something, and what it was resolved to.

    `id` is the canonical id of docs/annotation.md, or None. `iri` names the thing in the graph (external IRIs
    where an authority gives one). `page` is the first cited page. `rule` is "<name>/<version>". `parts` are
    what the rule read out of the words. `antecedent` is the span that an inferred id was taken from.

    A struct, because one is made in a seventh of a dataclass's time; `msgspec.structs.replace` changes a copy.
    """

    type: MentionType
    start: int
    end: int
    text: str
    id: str | None = None
    iri: str | None = None
    page: int | None = None
    status: Status = Status.EXACT
    rule: str = ""
    confidence: float = 1.0
    parts: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    antecedent: Span | None = None
    reason: str = ""

    def part(self, name: str) -> str | None:
        for key, value in self.parts:
            if key == name:
                return value
        return None
