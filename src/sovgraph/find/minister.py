"""Government posts: ministers and state secretaries by their portfolio, also in lists and capitals."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Scan, is_plain
from sovgraph.model import Mention, MentionType, Status

Post = tuple[int, int, str]
"""Where a post begins and ends, and what it is called."""

_HEAD = Scan(
    # "deMinister": text made from PDF loses blanks, so a capital may follow a small letter
    r"(?:(?<![\w-])|(?<=[a-z])(?=[MS]))(?P<word>(?:minister|staatss?ecretaris|Minister|Staatss?ecretaris|MINISTER|STAATSSECRETARIS|bewindspersoon)"
    r"(?:s|sen|en|S|SEN|EN)?)\s+(?P<of>(?:van|voor|VAN|VOOR|Van|Voor)\s+|(?:van|voor)(?=[A-Z]))?",
    ["minister", "staatssecretaris", "staatsecretaris", "bewindspersoon"],
)
_OUTGOING = re.compile(r"(?<![\w-])[Dd]emissionair\Z")
_PRESIDENT = Scan(
    r"(?<![\w])(?:[Mm]inister[- ]?[Pp]resident|MINISTER[- ]PRESIDENT|[Vv]ice[- ]?(?:minister-?president|premier))(?:,\s*[Mm]inister\s+van\s+Algemene\s+Zaken)?(?![\w])",
    ["president", "premier"],
    back=len("vice-minister-"),
)
_AND = re.compile(r"\s*(?:,|\ben\b|\ben(?=[A-Z]))\s*(?:en\s+)?(?P<of>(?:van|voor)\s+)?", re.IGNORECASE)
_FREE = re.compile(
    r"[A-Z]{2,5}(?=[a-z]{3}|\b)|[A-ZÀ-Þ][\w'-]+(?:,\s+[A-Z][\w-]+(?=(?:,\s+[A-Z][\w-]+){0,6}\s+en\s+[A-Z])){0,6}(?:\s+en\s+[A-Z][\w-]+)?"
)

_MISPRINT = re.compile(r"(?<=[Kk]oninkrijk)relaties")
_FIRST_WORDS = re.compile(r"(?P<word>[A-ZÀ-Þ][\w'-]*)(?:\s+[A-ZÀ-Þ][\w'-]*)?")


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
def _patterns(names: Authority) -> dict[str, re.Pattern[str]]:
    """First letter → any known portfolio with it."""
    by_first: dict[str, list[str]] = {}
    for portfolio in _portfolios(names):
        by_first.setdefault(_first_letter(portfolio), []).append(portfolio)
    return {first: _pattern(same) for first, same in by_first.items()}


def _first_letter(text: str) -> str:
    """In small, also for the other forms of a letter that `re` takes for it."""
    return text[:1].upper().lower()[:1]


def _pattern(portfolios: list[str]) -> re.Pattern[str]:
    """Any of these; blanks may be line breaks or, in text made from PDF, missing ("Welzijn en Sportover")."""
    bodies = [
        r"\s*".join(re.escape(w) for w in p.split()).replace(r"\-", r"\s?-\s?").replace("Koninkrijksr", "Koninkrijks?r")
        for p in portfolios
    ]
    several = [body for body in bodies if "en" in body.split(r"\s*")]
    one = "|".join(bodies)
    return re.compile(rf"(?:{one})(?![\w])|(?:{'|'.join(several or ['(?!)'])})(?=[a-z])", re.IGNORECASE)


def _portfolio_at(text: str, at: int, names: Authority) -> re.Match[str] | None:
    """The known portfolio that begins there."""
    pattern = _patterns(names).get(_first_letter(text[at : at + 1]))
    return pattern.match(text, at) if pattern is not None else None


@lru_cache(maxsize=4)
def _no_portfolios(names: Authority) -> frozenset[str]:
    """Folded names of countries: "de Ministers van Aruba en Curaçao" are those of other governments."""
    return frozenset(fold(n) for c in names.countries for n in (c.name, *c.variants)) | {"staat", "sint"}


def _read_portfolio(text: str, names: Authority, head: re.Match[str]) -> int | None:
    """The end of the portfolio behind a head; without "van" only one that the register knows."""
    at = head.end()
    if not (head["of"] or text[at : at + 1].isupper()):
        return None
    match = _portfolio_at(text, at, names)
    if match is None and head["of"]:
        match = _FREE.match(text, at)
        first = _FIRST_WORDS.match(text, at)
        if first is not None and any(fold(name) in _no_portfolios(names) for name in (first[0], first["word"])):
            return None
    return match.end() if match is not None else None


def _begin(text: str, start: int) -> int:
    """Where a post begins whose noun begins at `start`: "demissionair" before it is part of it."""
    end = start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if end == start:
        return start
    outgoing = _OUTGOING.search(text, max(0, end - len("demissionair")), end)
    return outgoing.start() if outgoing else start


@finder(
    "minister",
    examples=[
        ("STAATSSECRETARIS JUSTITIE EN VEILIGHEID", (("STAATSSECRETARIS JUSTITIE EN VEILIGHEID", None),)),
        ("Mijn collega, de Minister vanVWS, heeft", (("Minister vanVWS", None),)),
        ("De MINISTER PRESIDENT schrijft", (("MINISTER PRESIDENT", None),)),
        (
            "de Staatssecretaris van Binnenlandse Zaken en Koninkrijkrelaties",
            (("Staatssecretaris van Binnenlandse Zaken en Koninkrijkrelaties", None),),
        ),
        ("de staatsecretaris van VWS", (("staatsecretaris van VWS", None),)),
        (
            "de ministers van Financiën en van Defensie",
            (("ministers van Financiën", None), ("Defensie", None)),
        ),
    ],
    rejects=[
        "de minister antwoordt",
        "een minister van staat",
        "de voorzitter van de commissie",
        "de Gevolmachtigde Ministers van Aruba, Curaçao en Sint Maarten",
        "de Ministers van Verenigde Staten",
        "de Minister Wolkers",
    ],
)
def find_ministers(ctx: FindContext) -> Iterator[Mention]:
    for start, end, name in posts(ctx.text, ctx.names):
        yield ctx.mention(
            MentionType.MINISTER,
            start,
            end,
            "minister.portfolio/1",
            status=Status.UNRESOLVED,
            parts=(("post", name),),
        )
    yield from _answering(ctx)


def _answering(ctx: FindContext) -> Iterator[Mention]:
    """ "Antwoord van Minister Veldkamp (Buitenlandse Zaken)": the name stands inside the post."""
    inquiry = ctx.document.inquiry
    for responder in inquiry.responders if inquiry else ():
        if responder.name is None or responder.post is None:
            continue
        start, end = ctx.view_span(responder.post)
        portfolio = _portfolio_at(ctx.text, start, ctx.names)
        if portfolio is not None and portfolio.end() == end:
            name = _post_name(ctx.text[slice(*ctx.view_span(responder.title))], portfolio[0], ctx.names)
            status = Status.UNRESOLVED
            yield ctx.mention(
                MentionType.MINISTER, start, end, "minister.answering/1", status=status, parts=(("post", name),)
            )


def posts(text: str, names: Authority) -> tuple[Post, ...]:
    """All posts that a text names."""
    return _posts(text, names, is_plain())


@lru_cache(maxsize=2)
def _posts(text: str, names: Authority, plain: bool) -> tuple[Post, ...]:
    """Persons are looked for behind the same posts, so that the last text is asked for twice; never by the other
    engine."""
    return tuple(_read_posts(text, names))


def _read_posts(text: str, names: Authority) -> Iterator[Post]:
    for match in _HEAD.finditer(text):
        end = _read_portfolio(text, names, match)
        if end is None:
            continue
        yield _begin(text, match.start()), end, _post_name(match["word"], text[match.end() : end], names)
        plural = match["word"].lower().endswith(("ministers", "sen", "personen"))
        while (joint := _AND.match(text, end)) is not None and (plural or joint["of"]):
            following = _portfolio_at(text, joint.end(), names)
            if following is None:
                break
            yield *following.span(), _post_name(match["word"], following[0], names)
            end = following.end()
    for match in _PRESIDENT.finditer(text):
        yield *match.span(), "minister-president"


@lru_cache(maxsize=4)
def _by_letters(names: Authority) -> dict[str, str]:
    """Portfolios by their letters alone: text made from PDF loses blanks ("Klimaaten Groene Groei")."""
    return {"".join(p.lower().split()): p for p in reversed(_portfolios(names))}


def _post_name(word: str, portfolio: str, names: Authority) -> str:
    kind = "staatssecretaris" if "ecretaris" in word.lower() else "minister"
    known = _by_letters(names).get("".join(portfolio.lower().split()))
    portfolio = _MISPRINT.sub("srelaties", " ".join(portfolio.split())) if known is None else known
    return f"{kind} van {portfolio}"
