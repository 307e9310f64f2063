"""Government posts: ministers and state secretaries by their portfolio, also in lists and capitals."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType, Status

_HEAD = re.compile(
    r"(?<![\w-])(?P<all>(?P<word>(?:[Dd]emissionair\s+)?(?:minister|staatssecretaris|Minister|Staatssecretaris|MINISTER|STAATSSECRETARIS|bewindspersoon)"
    r"(?:s|sen|en|S|SEN|EN)?)\s+(?:van|voor|VAN|VOOR|Van|Voor)\s+)"
)
_PRESIDENT = re.compile(
    r"(?<![\w])(?:[Mm]inister-?[Pp]resident|MINISTER-PRESIDENT|[Vv]ice[- ]?(?:minister-?president|premier))(?:,\s*[Mm]inister\s+van\s+Algemene\s+Zaken)?(?![\w])"
)
_AND = re.compile(r"\s*(?:,|\ben\b)\s*(?:en\s+)?(?P<of>(?:van|voor)\s+)?", re.IGNORECASE)
_FREE = re.compile(
    r"[A-Z]{2,5}(?=[a-z]{3}|\b)|[A-ZÀ-Þ][\w'-]+(?:,\s+[A-Z][\w-]+(?=(?:,\s+[A-Z][\w-]+)*\s+en\s+[A-Z]))*(?:\s+en\s+[A-Z][\w-]+)?"
)


def _portfolios(names: Authority) -> tuple[str, ...]:
    found: set[str] = set()
    for post in names.posts:
        for label in (post.label, *post.variants):
            match = re.match(
                r"(?:tweede\s+)?(?:minister|staatssecretaris)\s+(?:van|voor)?\s*(.+)", label, re.IGNORECASE
            )
            if match is not None:
                found.add(re.sub(r"^(?:van|voor)\s+", "", match[1].strip()))
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


@lru_cache(maxsize=4)
def _pattern(names: Authority) -> re.Pattern[str]:
    """Any known portfolio; blanks may be line breaks or, in text made from PDF, missing ("Welzijn en Sportover")."""
    bodies = [r"\s*".join(re.escape(w) for w in p.split()).replace(r"\-", r"\s?-\s?") for p in _portfolios(names)]
    several = [body for body in bodies if "en" in body.split(r"\s*")]
    one = "|".join(bodies or ["(?!)"])
    return re.compile(rf"(?:{one})(?![\w])|(?:{'|'.join(several or ['(?!)'])})(?=[a-z])", re.IGNORECASE)


def _read_portfolio(text: str, at: int, known: re.Pattern[str]) -> int | None:
    match = known.match(text, at)
    if match is None:
        match = _FREE.match(text, at)
    return match.end() if match else None


@finder(
    "minister",
    rejects=["de minister antwoordt", "een minister van staat", "de voorzitter van de commissie"],
)
def find_ministers(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    known = _pattern(ctx.names)
    for match in _HEAD.finditer(text):
        end = _read_portfolio(text, match.end(), known)
        if end is None:
            continue
        yield _post(ctx, match.start(), end, match["word"], text[match.end() : end])
        plural = match["word"].lower().endswith(("ministers", "sen", "personen"))
        while (joint := _AND.match(text, end)) is not None and (plural or joint["of"]):
            following = known.match(text, joint.end())
            if following is None:
                break
            yield _post(ctx, following.start(), following.end(), match["word"], following[0])
            end = following.end()
    for match in _PRESIDENT.finditer(text):
        yield _post(ctx, match.start(), match.end(), "minister-president", "")


def _post(ctx: FindContext, start: int, end: int, word: str, portfolio: str) -> Mention:
    kind = "staatssecretaris" if "secretaris" in word.lower() else "minister"
    name = "minister-president" if "president" in word.lower() else f"{kind} van {' '.join(portfolio.split())}"
    return ctx.mention(
        MentionType.MINISTER,
        start,
        end,
        "minister.portfolio/1",
        status=Status.UNRESOLVED,
        parts=(("post", name),),
    )
