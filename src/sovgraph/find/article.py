"""Articles of any act: "artikel 15, vierde lid, onder c", "Artikel I, onderdeel G.3", "25bis"; in lists one each.

A small grammar read from left to right: the word, a number, what belongs to it (paragraph, point, sentence), and
for the plural the further numbers. The act's name isn't part of the mention; linking ties the two.
"""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Mention, MentionType

_LEAD = Scan(
    r"(?<![\w-])(?:(?P<many>[Aa]rtikelen|ARTIKELEN|[Aa]rtt\.)|[Aa]rtikel|ARTIKEL|[Aa]rt\.|[Aa]rt(?=\s\d))\s*(?=[\dIVXL])",
    ["artikel", "artt.", "art.", "art "],
    passes=REFERENCES,
)
_NUMBER = re.compile(
    r"(?:[IVXL]{1,7}(?:bis)?[a-zA-C]?(?![\w])"
    r"|\d{1,4}(?:[:.]\d{1,4}){0,3}(?:\s?(?:bis|ter|quater|quinquies|sexies))?[a-zA-Z]{0,3})(?![\w])(?!-[a-z]{3})"
)
_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende"
    r"|vijftiende|laatste|enige|enig|\d{1,2}(?:e|de|ste))"
)
_AND = r"(?:\s*,\s*|\s*-\s*|\s+(?:en|of|t/m|tot\s+en\s+met)\s+|,\s+(?:en|of)\s+)"
_NOT_POINT = r"(?!(?:en|of|de|is|in|op|te|om|er|ze|zo|al|af)(?![\w]))"
_LOW = _NOT_POINT + r"(?:[a-z]{1,2}|\d{1,3}(?:\.\d{1,2})?|[ivx]{1,5})°?(?![\w°])"
_HIGH = r"[A-Z][A-Za-z]?(?:\.\d{1,2})?(?![\w])"
_POINTS = rf"(?:{_LOW}(?:{_AND}{_LOW})*|{_HIGH}(?:{_AND}{_HIGH})*)"
_PART = re.compile(
    rf"""\s*,?\s*(?:en\s+)?(?:
      {_ORDINAL}(?:{_AND}{_ORDINAL})*\s+(?:lid|leden|volzin(?:nen)?|zin|alinea|gedachtestreepje|streepje|onderdeel|paragraaf)
     |(?:lid|leden)\s*\d{{1,2}}(?:{_AND}\d{{1,2}}(?![\d.]))*
     |(?:aanhef\s+en\s+)?(?:onder(?:deel|delen)?|sub|letter|punten?)\s+{_POINTS}
     |aanhef(?!\w)|slot(?!\w)
     |\(\d{{1,2}}\)
    )""",
    re.VERBOSE,
)
_NEXT = re.compile(r"\s*(?:,\s*(?:en\s+|of\s+|alsmede\s+)?|\s(?:en|of|alsmede|dan\s+wel|juncto|jo\.?)\s+)(?=[\dIVXL])")
_TO = re.compile(r"\s*(?:-|t/m|tot\s+en\s+met)\s*(?=\d)")
_MONTH = re.compile(r"\s+(?:januari|februari|maart|april|mei|ju[nl]i|augustus|september|oktober|november|december)")
_BEFORE = re.compile(
    rf"(?<![\w-]){_ORDINAL}(?:{_AND}{_ORDINAL})*\s+(?:lid|leden|volzin(?:nen)?|onderdeel|zin)\s+van\s+\Z"
)
""" "het eerste en vijfde lid van artikel 5": what belongs to the article stands before it."""
_BEFORE_LENGTH = 60
_BARE = Scan(
    r"(?<![\w.,/-])\d{1,3}\s?(?:bis|ter|quater)(?![\w])",
    [f"{digit}{blank}{word}" for digit in range(10) for blank in ("", " ", "\n") for word in ("bis", "ter", "quater")],
    back=2,
    ahead=12,
    passes=REFERENCES,
)


def _read_one(text: str, at: int) -> tuple[str, str | None, int] | None:
    """(number, last number of a range, end) of the article at `at` with all that belongs to it."""
    number = _NUMBER.match(text, at)
    if number is None or _MONTH.match(text, number.end()):
        return None
    end = number.end()
    upto = _TO.match(text, end)
    last = _NUMBER.match(text, upto.end()) if upto is not None else None
    if last is not None:
        end = last.end()
    while (part := _PART.match(text, end)) is not None:
        end = part.end()
    return number[0], last[0] if last is not None else None, end


def _begin(text: str, at: int) -> int:
    """Where the article whose word stands at `at` begins, with the paragraphs that are named before it."""
    if not text.endswith(("van ", "van\n"), 0, at):
        return at
    before = _BEFORE.search(text, max(0, at - _BEFORE_LENGTH), at)
    return before.start() if before is not None else at


@finder(
    "article",
    examples=[
        ("artikel 36, lid 1 van de Participatiewet", (("artikel 36, lid 1", None),)),
        ("artikel 15, vierde lid, onder c, van", (("artikel 15, vierde lid, onder c", None),)),
        ("het eerste en vijfde lid van artikel 5 van", (("eerste en vijfde lid van artikel 5", None),)),
        ("de 25bis maatregelen", (("25bis", None),)),
        ("artikel 30 (1)", (("artikel 30 (1)", None),)),
        ("toepassing van art 5a WVW", (("art 5a", None),)),
        ("In artikel II, onderdeel D.5, wordt", (("artikel II, onderdeel D.5", None),)),
        ("Artikel 3:5 wordt gewijzigd", (("Artikel 3:5", None),)),
        (
            "de artikelen 2.14, eerste lid, en 2.18, tweede lid, aanhef en onder b, van",
            (("artikelen 2.14, eerste lid", None), ("2.18, tweede lid, aanhef en onder b", None)),
        ),
        ("artikelen 3 tot en met 7 van", (("artikelen 3 tot en met 7", None),)),
        ("art. 8, derde lid, tweede volzin, luidt", (("art. 8, derde lid, tweede volzin", None),)),
        ("artikel XIVA, onderdeel Ba, onder 1, en wordt", (("artikel XIVA, onderdeel Ba, onder 1", None),)),
        ("artikel 6 van het verdrag en 12 mei 2020", (("artikel 6", None),)),
        ("artikel 29, eerste lid, onder a en b, Vw", (("artikel 29, eerste lid, onder a en b", None),)),
    ],
    rejects=[
        "artikel 100-procedure",
        "in maart 5 keer",
        "art director",
        "een artikel in de krant",
        "artikel dat 5 keer",
        "de artikelen van 12 mei",
    ],
)
def find_articles(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    for lead in _LEAD.finditer(text):
        start, at = _begin(text, lead.start()), lead.end()
        while (one := _read_one(text, at)) is not None:
            number, last, end = one
            parts = (("number", _plain(number)), *((("number_end", _plain(last)),) if last else ()))
            yield ctx.mention(MentionType.ARTICLE, start, end, "article/2", parts=parts)
            more = _NEXT.match(text, end)
            if more is None or not (lead["many"] or more[0].strip().startswith("j")):
                break
            start = at = more.end()
    for match in _BARE.finditer(text):
        parts = (("number", _plain(match[0])),)
        yield ctx.mention(MentionType.ARTICLE, match.start(), match.end(), "article.bis/1", parts=parts)


def _plain(number: str) -> str:
    return "".join(number.split())
