"""Motions named in prose: "de motie van het lid Eerdmans", "motie-Podt", "motie Van Campen/Boswijk c.s."."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.base import FindContext, finder
from sovgraph.find.kamerstuk_implied import implied_dossier
from sovgraph.find.name_reader import NameReader, Where, not_persons
from sovgraph.find.scan import REFERENCES, Scan, is_plain
from sovgraph.find.surnames import NOT_NAMES, PARTICLES, WITH_PARTICLES
from sovgraph.model import Candidate, Mention, MentionType, Note, Span, Status

_OF_MEMBERS = Scan(
    r"(?<![\w-])[Mm]oties?\s+van\s+(?:de\s+)?(?:het\s+(?:Kamer)?[Ll]id|(?:de\s+)?(?P<several>(?:Kamer)?leden)"
    r"|(?:de\s+)?heer|mevrouw|(?:oud-)?senator|collega|(?:Tweede\s)?Kamerlid)\s+",
    ("motie",),
    passes=REFERENCES,
)
_BY_NAME = Scan(
    r"(?<![\w-])[Mm]oties?(?P<joint>\s?-\s?|[^\S\n]+|[^\S\n]*\n[^\S\n]*|(?=[A-ZÀ-Þ][a-zà-ÿ]))(?=[A-ZÀ-Þ']|[dtv])",
    ("motie",),
    passes=REFERENCES,
)
_OF_NAME = Scan(r"(?<![\w-])[Mm]oties?\s+van\s+(?=[A-ZÀ-Þ'])", ("motie",), passes=REFERENCES)
_BY_NUMBER = Scan(
    r"(?<![\w-])[Mm]otie\s+op\s+stuk\s+nr\.?\s*(?P<n>\d{1,4})\s+van\s+(?:de\s+)?(?:het\s+(?:Kamer)?lid|(?P<several>(?:Kamer)?leden)|heer|mevrouw)\s+",
    ("motie",),
    passes=REFERENCES,
)
_NUMBER_ALONE = re.compile(r",?\s+op\s+stuk\s+nr\.?\s*(?P<n>\d{1,4})(?!\d)")
_QUALITIES = ("gewijzigde", "aangehouden")
_DEGREES = ("nader", "opnieuw")
_INSIDE_WORD = re.compile(r"[\w-]")
_PLURAL = re.compile(r"(?:\S+\s+){0,4}?[Mm]oties\b")
_MOVER = re.compile(WITH_PARTICLES)
_NEXT = re.compile(r"\s?/\s?|,\s+|\s+en\s?(?=\s|[A-ZÀ-Þ])\s*|-(?=(?:Van|De|Den|Der|Ter|Ten)\s)")
_SECOND = re.compile(r"(?:\s+(?:van|de|der|den))*\s+[A-ZÀ-Þ][\w-]+(?=\s?/|\s+c\.\s?s\.|\s+\()")
"""A second word of a name, as in "Van Haersma Buma" or "Olger van Dijk", is safe only before what ends a name."""
_CS = re.compile(r"(?:\s*\([^()\n]{2,30}\))?\s*c\.\s?s\.")
_CLOSES = re.compile(r"\s?/|\s+c\.\s?s\.|\s+\(")
_SMALL = re.compile(r"(?:van|de|den|der|ter|ten)\s+(?:(?:de|den|der)\s+)?[A-Z]")
_MOST_MOVERS = 30
"""No motion has as many; without a bound a text of nothing but "motie-A, B en motie-C" is read anew from each."""
_NOT_MOVER = frozenset("Nr Nrs Op Over Is Was Wordt".split())
_DIRECT = re.compile(r"[\s,]*(?:op\s+(?:stuk|Kamerstuk)\s+)?\(?\s*(?:op\s+stuk\s+)?$")
_SUBJECT = re.compile(
    r"(?:(?!\b(?:[Mm]oties?|[Aa]mendement|[Bb]rief|[Kk]amerbrief|[Vv]erslag|[Nn]ota|[Rr]apport|[Tt]oezegging)\b)[^()?!;])*\((?:zie\s+)?$"
)
"""From a motion's name to the first bracket: its subject, in which no other paper is named."""
_ASIDE = re.compile(r"\((?!\s*(?:zie\s+)?$)[^()]{0,40}\)")
_SENTENCE_END = re.compile(r"[.?!;]\s+[A-ZÀ-Þ]|\n\s*\n")
_CLAUSE_END = re.compile(r"[.?!;](?=\s)|\n")
_SUBJECT_LENGTH = 300
_NEXT_MARK = 4
"""So near to each other stand the marks of two notes to the same words; which of them is to the motion stays open."""
_LISTING = re.compile(r"[\s,]*(?:en|tot\s+en\s+met|t/m|-)?\s*")
_MORE_NUMBERS = re.compile(r"\s*(?:,|en|tot\s+en\s+met|t/m|-)\s*(?:nrs?\.\s*)?\d")


@dataclass(frozen=True, slots=True)
class NamedMotion:
    """View offsets of a motion's name and of the names of its movers."""

    start: int
    end: int
    movers: tuple[Where, ...]
    plural: bool = False
    number: str | None = None
    """The number that stands between the word and the movers: "motie op stuk nr. 12 van het lid Peer"."""


def named_motions(text: str, names: Authority) -> tuple[NamedMotion, ...]:
    """All motions that the text names by their movers."""
    return _named_motions(text, names, is_plain())


@lru_cache(maxsize=2)
def _named_motions(text: str, names: Authority, plain: bool) -> tuple[NamedMotion, ...]:
    """Persons are read from the same names, so that the last text is asked for twice; never by the other engine."""
    return tuple(_read_motions(text, names))


def _read_motions(text: str, names: Authority) -> Iterator[NamedMotion]:
    reader = NameReader(text, names)
    for match in _OF_MEMBERS.finditer(text):
        movers = reader.many(match.end(), plural=match["several"] is not None)
        if movers:
            yield _whole(text, match.start(), movers)
    for match in _BY_NUMBER.finditer(text):
        movers = reader.many(match.end(), plural=match["several"] is not None)
        if movers:
            yield replace(_whole(text, match.start(), movers), number=match["n"])
    for match in _OF_NAME.finditer(text):
        movers = reader.many(match.end())
        if movers and (reader.known(*movers[0]) or _CLOSES.match(text, movers[-1][1])):
            yield _whole(text, match.start(), movers)
    for match in _BY_NAME.finditer(text):
        movers = _movers(reader, match.end(), hyphen="-" in match["joint"], over_line="\n" in match["joint"])
        if movers:
            yield _whole(text, match.start(), movers)


def _movers(reader: NameReader, at: int, *, hyphen: bool, over_line: bool) -> list[Where]:
    """The movers right behind "motie-" or "motie ": without the hyphen the first must be a known surname or be
    followed by what only a name is followed by, since "moties Informele Raad" is a heading."""
    first = _mover(reader, at)
    if first is None:
        return []
    known = reader.known(*first)
    if over_line and not known:
        return []
    if not (hyphen or known or _CLOSES.match(reader.text, first[1])):
        return []
    found = [first]
    kept = 1
    while len(found) < _MOST_MOVERS and (joint := _NEXT.match(reader.text, found[-1][1])) is not None:
        following = _mover(reader, joint.end())
        if following is None:
            break
        found.append(following)
        if "/" in joint[0] or joint[0] == "-" or reader.known(*following) or _ends_list(reader, joint[0], following):
            kept = len(found)
    return found[:kept]


def _ends_list(reader: NameReader, joint: str, last: Where) -> bool:
    return "en" in joint and _CLOSES.match(reader.text, last[1]) is not None


def _mover(reader: NameReader, at: int) -> Where | None:
    match = _MOVER.match(reader.text, at)
    if (
        match is not None and "-" in match[0] and match[0].rpartition("-")[2] in PARTICLES
    ):  # "Bikker-Van den Hil": two names
        match = _MOVER.fullmatch(reader.text, at, at + match[0].rindex("-"))
    if match is None or not _is_mover(reader, match[0]) or reader.is_party(*match.span()):
        return None
    end = reader.longer(*match.span(), loose=False)
    if end == match.end():
        more = _SECOND.match(reader.text, end)
        end = more.end() if more is not None and not reader.known(*match.span()) else end
    return match.start(), end


def _is_mover(reader: NameReader, name: str) -> bool:
    """ "motie van Campen/ Boswijk": a particle without its capital counts only with a surname behind it."""
    words = name.split()
    if words[-1] in NOT_NAMES or words[-1] in _NOT_MOVER or words[-1] in not_persons(reader.names):
        return False
    return not name[0].islower() or _SMALL.match(name) is not None


def _whole(text: str, word: int, movers: list[Where]) -> NamedMotion:
    """The name of a motion with its word "motie" at `word`."""
    start = _with_quality(text, word)
    others = _CS.match(text, movers[-1][1])
    plural = _PLURAL.match(text, start, movers[0][0]) is not None
    return NamedMotion(start, others.end() if others else movers[-1][1], tuple(movers), plural)


def _with_quality(text: str, word: int) -> int:
    """Where the words begin that say what became of the motion: "nader gewijzigde motie", "aangehouden motie"."""
    found, at = word, _before(text, word, _QUALITIES)
    while at is not None:
        found = at if _begins_word(text, at) else found
        degree = _degree(text, at) if text.startswith("gewijzigde", at) else None
        if degree is not None:
            at = degree
            found = at if _begins_word(text, at) else found
        at = _before(text, at, _QUALITIES)
    return found


def _degree(text: str, changed: int) -> int | None:
    """Where "nader", "opnieuw" or "aangenomen en" begins that stands before "gewijzigde"."""
    joint = _before(text, changed, ("en",))
    return _before(text, changed, _DEGREES) if joint is None else _before(text, joint, ("aangenomen",))


def _before(text: str, at: int, words: Iterable[str]) -> int | None:
    """Where one of these words begins that stands before a place, with blanks between."""
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if end == at:
        return None
    return next((end - len(word) for word in words if text.endswith(word, 0, end)), None)


def _begins_word(text: str, at: int) -> bool:
    return _INSIDE_WORD.match(text, at - 1) is None if at else True


class _Around:
    """The papers and the marks of notes in a text, asked for by their places."""

    def __init__(self, ctx: FindContext) -> None:
        self._papers = sorted(ctx.of_type(MentionType.KAMERSTUK), key=lambda m: m.start)
        self._starts = [p.start for p in self._papers]
        marks = ((a.start, note) for note in ctx.document.notes for a in note.anchors)
        self._marks = sorted(marks, key=lambda pair: pair[0])

    def papers(self, start: int, end: int) -> list[Mention]:
        """The papers that begin in a stretch."""
        return self._papers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def notes(self, start: int, end: int) -> list[Note]:
        """The note of the first mark in a stretch, and those whose marks stand right behind that one."""
        found: list[Note] = []
        last = start
        for place, note in self._marks[bisect_left(self._marks, start, key=lambda pair: pair[0]) :]:
            if place > last + _NEXT_MARK if found else place >= end:
                break
            found.append(note)
            last = place
        return found


def _papers_of(ctx: FindContext, motion: NamedMotion, around: _Around) -> list[Mention]:
    """The papers that the words around give: in brackets right behind, behind the motion's subject, or in the note
    of the same sentence. More than one where the words name several motions at once."""
    text = ctx.document.text
    end = ctx.view.to_document(motion.end)
    behind = around.papers(end, end + _SUBJECT_LENGTH + 1)
    if behind and (
        (behind[0].start <= end + 60 and _DIRECT.match(text, end, behind[0].start))
        or _behind_subject(text, end, behind[0].start)
    ):
        return _listed(text, behind) if motion.plural else behind[:1]
    return [p for note in _notes_behind(text, end, around) for p in around.papers(note.body.start, note.body.end)[:1]]


def _behind_subject(text: str, end: int, start: int) -> bool:
    """ "de motie-Jansen over schone lucht (12 345, nr. 6)": no sentence ends, no other paper stands between."""
    between = text[end:start]
    if _SENTENCE_END.search(between) is not None:
        return False
    return _SUBJECT.fullmatch(_ASIDE.sub("", between)) is not None


def _listed(text: str, papers: list[Mention]) -> list[Mention]:
    """The first paper and those listed behind it; a range that the text leaves open counts as two."""
    found = papers[:1]
    for paper in papers[1:]:
        if _LISTING.fullmatch(text, found[-1].end, paper.start) is None:
            break
        found.append(paper)
    if len(found) == 1 and _MORE_NUMBERS.match(text, found[0].end):
        return found * 2
    return found


def _notes_behind(text: str, end: int, around: _Around) -> list[Note]:
    """The notes whose marks stand first behind the motion's name before its sentence ends."""
    stop = _CLAUSE_END.search(text, end, end + 400)
    limit = min(stop.start() + 3 if stop else end + 400, end + 400)
    return around.notes(end, limit + 1)


@finder(
    "motion",
    stage=2,
    examples=[
        ("de motie-Podt (19 637, nr. 3089) over", (("motie-Podt", "kst-19637-3089"),)),
        (
            "de motie van het lid Van Nispen (36 611-XX, nr. 29)",
            (("motie van het lid Van Nispen", "kst-36611-XX-29"),),
        ),
        ("de motie-Van den Berg op stuk nr. 54 (32 111)", (("motie-Van den Berg", "kst-32111-54"),)),
        ("motie Veltman c.s. (23 645, nr. 823)", (("motie Veltman c.s.", "kst-23645-823"),)),
        ("de motie-Boomsma/Rajkowski (19 637, nr. 3334)", (("motie-Boomsma/Rajkowski", "kst-19637-3334"),)),
        (
            "Motie van de leden Eerdmans en Diederik van Dijk over",
            (("Motie van de leden Eerdmans en Diederik van Dijk", None),),
        ),
        (
            "de gewijzigde motie Van Campen/Boswijk c.s. verzoekt",
            (("gewijzigde motie Van Campen/Boswijk c.s.", None),),
        ),
        (
            "de motie-Kuzu over veilige zebrapaden bij scholen (29 398, nr. 12) is aangenomen",
            (("motie-Kuzu", "kst-29398-12"),),
        ),
        (
            "de motie-Kuzu over zebrapaden. De brief (29 398, nr. 12) volgt",
            (("motie-Kuzu", None),),
        ),
        ("de motie-Kuzu over de brief (29 398, nr. 12)", (("motie-Kuzu", None),)),
        ("de moties-Kuzu (29 398, nrs. 12 tot en met 14)", (("moties-Kuzu", None),)),
        ("de motie EI Abassi en Peters over fietsen", (("motie EI Abassi en Peters", None),)),
        (
            "in de motie op stuk nr. 12 van de leden Kuzu en Podt staat",
            (("motie op stuk nr. 12 van de leden Kuzu en Podt", None),),
        ),
        ("de motie-Bikker-Van den Hil (36 111, nr. 7)", (("motie-Bikker-Van den Hil", "kst-36111-7"),)),
        ("de motieBikker c.s. over geluk", (("motieBikker c.s.", None),)),
        ("Moties\nMotie Kuzu over zebrapaden", (("Motie Kuzu", None),)),
        (
            "de motie-Kuzu (29 398, nr. 12) slaagt; die motie-Kuzu kost niets",
            (("motie-Kuzu", "kst-29398-12"), ("motie-Kuzu", "kst-29398-12")),
        ),
    ],
    rejects=[
        "een motie van wantrouwen",
        "de motie over asiel",
        "moties en amendementen",
        "een motie van de Kamer",
        "een motie van Volkshuisvesting over",
        "Stemmingen moties Grote Waterraad",
        "de motie van de SP over zebrapaden",
        "de moties Vreemdelingen- en asielbeleid",
    ],
)
def find_motions(ctx: FindContext) -> Iterator[Mention]:
    motions = sorted(named_motions(ctx.text, ctx.names), key=lambda m: m.start)
    if not motions:
        return
    around = _Around(ctx)
    given: dict[str, set[str]] = {}
    last: dict[str, Mention] = {}
    for motion in motions:
        movers = "|".join(ctx.text[a:b] for a, b in motion.movers)
        if motion.number is not None:
            yield _numbered(ctx, motion, movers)
            continue
        of_motion = _papers_of(ctx, motion, around)
        alone = _NUMBER_ALONE.match(ctx.text, motion.end) if not of_motion and not motion.plural else None
        if alone is not None:
            yield _numbered(ctx, replace(motion, number=alone["n"]), movers)
            continue
        key = fold(movers)
        if not of_motion and not motion.plural and len(given.get(key, ())) == 1:
            yield _mention(ctx, motion, movers, [last[key]], "the motion of these movers that was named before")
            continue
        if len(of_motion) == 1 and of_motion[0].id:
            given.setdefault(key, set()).add(of_motion[0].id)
            last[key] = of_motion[0]
        yield _mention(ctx, motion, movers, of_motion, "")


def _numbered(ctx: FindContext, motion: NamedMotion, movers: str) -> Mention:
    """A motion whose number stands in its name; the dossier is implied as for any number alone."""
    number = motion.number or ""
    dossier = implied_dossier(ctx, number)
    return ctx.mention(
        MentionType.MOTION,
        motion.start,
        motion.end,
        "motion.by-number/1",
        id=dossier.kst(number),
        status=Status.INFERRED if dossier.chosen else Status.UNRESOLVED,
        confidence=0.9 if dossier.chosen else 0.5,
        parts=(("movers", movers), ("number", number)),
        antecedent=dossier.antecedent,
        reason=dossier.reason,
    )


def _mention(ctx: FindContext, motion: NamedMotion, movers: str, papers: list[Mention], reason: str) -> Mention:
    """One paper names the motion; several leave it open which is meant."""
    paper = papers[0] if len(papers) == 1 else None
    several = {p.id: p for p in papers if p.id} if len(papers) > 1 else {}
    return ctx.mention(
        MentionType.MOTION,
        motion.start,
        motion.end,
        "motion.by-mover/1",
        id=paper.id if paper else None,
        iri=paper.iri if paper else None,
        status=Status.INFERRED if paper else Status.AMBIGUOUS if len(several) > 1 else Status.UNRESOLVED,
        confidence=0.95 if not reason else 0.85,
        parts=(("movers", movers),),
        candidates=tuple(Candidate(p.id or "", p.iri, "listed behind the name", 0.5) for p in several.values()),
        antecedent=Span(paper.start, paper.end) if paper else None,
        reason=reason
        or ("" if paper else "several numbers for several motions" if papers else "the text around gives no number"),
    )
