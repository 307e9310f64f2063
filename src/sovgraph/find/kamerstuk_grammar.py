"""The pieces of a reference to a parliamentary paper, and a cursor that reads them from left to right."""

import re
from dataclasses import dataclass

from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import CHAPTERS, FUNDS, is_roman, session_year

NUMBER_ENDS = r"(?!\d)(?![A-Za-z]{1,2}\d)(?![A-Z](?![a-z]))"
"""Behind a number: a letter that a digit was misread as ("6X", "1q3") spoils it, a word glued to it doesn't."""
YEAR = r"(?:1[89]|20)\d\d\s?[-/]\s?-?\s?(?:(?:1[89]|20)\d\d|\d\d)(?!\d)"
_CHAMBER = r"(?:I\s?/\s?II|I\s+en\s+II|II|I|11|1|2)(?![\w.])|TK\b|EK\b|(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?|van\s+de\b|der\b"
LEAD = Scan(
    rf"""
    (?:(?<![^\W\d_])(?i:kamer-?stuk(?:-?ken|dossiers?|nummers?|nrs?\.?)?)(?=[\s,.:;(\d])
      |(?<![\w-])(?:TK|EK)(?=[\s,]+(?:{YEAR}|\d\d[\s.]?[\s.]?\d\d\d))
      |(?<![^\W\d_])(?<!-)(?:Eerste|Tweede)\s+Kamer(?=,\s+(?:vergaderjaar\s+)?(?:{YEAR}|\d\d[\s.]\d\d\d))
      |(?<![\w])(?<!Handelingen\s)I{{1,2}}(?=,?\s+{YEAR},?\s)
      |(?<![\w])Handelingen(?=\s+I{{1,2}},?\s+{YEAR},?\s+\d\d[\s.]?[\s.]?\d\d\d,\s)
    )
    """,
    [
        *("kamerstuk", "kamer-stuk", "Eerste", "Tweede", "Handelingen"),
        *(f"{chamber}{behind}" for chamber in ("TK", "EK", "I", "II") for behind in ", \n\f"),
    ],
    flags=re.VERBOSE,
    passes=REFERENCES,
)
_FILLER = re.compile(
    rf"[\s,:]*(?:(?P<chamber>{_CHAMBER})|(?P<year>{YEAR})|(?i:verga-?\s?derjaar|zitting|dossier|nummers?|nrs?\.?)(?![a-z]))"
)
DIGITS = re.compile(r"[\s,:]*(?P<a>[1-9]\d)(?P<gap>\s?[.\s-]?\s?)(?P<b>\d\d\d)(?!\d)")
_LIKE_YEAR = re.compile(r"/(?:19|20)\d\d(?!\d)|/\d\d(?![\s.]?\d)|-(?:19|20)\d\d,\s+\d\d[\s.]?\d\d\d,")
"""What follows a session year with a digit too many: "22025/26", "22016-2017, 36704, nr. 63"."""
_EARLY_DOSSIER = re.compile(r"(?<=19[1-6]\d)\s?-\s?(?P<n>\d{4})(?=,\s+(?i:nrs?)\b)")
"""Before 1968 dossiers had four digits and stood behind their session: "1958-1959-5380, Nr. 3"."""
ROMAN_DOSSIER = re.compile(r"[\s,:]*(?P<roman>[CLXVI]{1,9})(?=\s*,)")
_COUNCIL = re.compile(r"\s?-\s?(?P<s>0\d|\d\d)(?![\d\w])")
_CHAPTER = re.compile(r"\s?[-.]?\s?(?P<s>[IVX]{1,6}[A-C]?)(?![A-Za-z])")
_CHAPTER_BEHIND = re.compile(
    r"\s*,?\s*(?:(?i:hoofdstuk)\s+|(?<=,)\s*)(?P<s>[IVX]{1,6}[A-C]?)(?=\s*,\s*(?i:nrs?|nummer)\b)"
)
_FUND = re.compile(r"\s?-?\s?(?P<s>[A-M])(?=\s*,?\s*(?:nrs?\b|nummer|stuk)|-\d|\)|\s?,\s[A-Z]{1,2}(?![A-Za-z]))")
_KINGDOM = re.compile(r"\s?-?\s?\(\s?R\s?\d{3,4}\s?\)")
_SUB_WORD = re.compile(
    r"[\s,;:]*(?:op\s+)?(?:stuk(?:ken)?\s+)?(?P<w>(?i:nrs|nr|nos|no|nummers|nummer|letters|letter|onderdeel))\b\s?\.?\s*"
)
_PLURAL = frozenset(("nrs", "nos", "nummers", "letters"))
NUMBER = rf"(?!0)\d{{1,4}}(?:[a-z]{{1,2}}(?![a-z]))?(?:-[hbn]\d)?{NUMBER_ENDS}(?![ .]\d{{3}}(?!\d))(?!/\d)"
LETTERS = r"[A-Z]{1,2}\d?(?![A-Za-z])"
_SUB = re.compile(rf"(?:{NUMBER}|{LETTERS})")
_BARE_SUB = re.compile(rf"\s*,\s*(?P<s>{NUMBER}|{LETTERS})(?!\s*(?:januari|februari|maart|april|mei|ju[nl]i))")
_SPACE_LETTERS = re.compile(r"\s(?P<s>[A-Z]{1,2})(?![A-Za-z'])")
_BARE_LETTER = re.compile(r"\s*,\s*(?P<s>[A-Z]{1,2})(?=\s*(?:[.;)]|,\s*(?:p|blz)\b|\s+en\s|$))")
_DASH_SUB = re.compile(r"\s?-\s?(?P<s>\d{1,4}(?:-[hbn]\d)?)(?![\d.]\d|\w)")
_BRACKET_SUB = re.compile(rf"\s?\(\s?(?P<s>{NUMBER})(?=\s*[,)])")
_NEXT = re.compile(
    rf"\s*(?P<sep>,(?:\s*was(?=\s+nr))?|en|t/m|tot en met|-|/|&)\s*(?:en\s+)?(?P<w>(?i:nrs?|letter)\.?\s*)?(?P<s>{NUMBER}|{LETTERS})"
)
_PAGE = re.compile(
    r"[\s,]*(?<![\w])(?i:pp?|blz|pag|bladzijden?|pagina'?s?)\s?\.?\s?(?P<p>\d{1,5})"
    r"(?:\s*(?:-|t/m|en)\s*(?P<q>\d{1,5}))?(?:\s*e\.?\s?v\.?)?"
)
_MONTH_AFTER = re.compile(r"\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|dec)")


@dataclass(slots=True)
class DossierRead:
    """A dossier number at `start`–`end` (suffix and Kingdom-act number included in `end`)."""

    number: str
    suffix: str | None
    start: int
    end: int
    spaced: bool
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class SubRead:
    value: str
    start: int
    end: int
    page: int | None = None
    page_end: int | None = None
    worded: bool = False


def read_filler(text: str, at: int) -> tuple[int, str | None, str | None, bool]:
    """Reads chamber, session year and filler words after a lead: (end, chamber, year, "nr." stood last)."""
    chamber: str | None = None
    year: str | None = None
    number_word = False
    while (match := _FILLER.match(text, at)) is not None and match.end() > at:
        if match["chamber"]:
            chamber = chamber_of(match["chamber"]) or chamber
        elif match["year"]:
            year = session_year(match["year"]) or year
        number_word = match[0].strip(" ,:").lower().rstrip(".") in ("nr", "nrs", "nummer")
        at = match.end()
    return at, chamber, year, number_word


def chamber_of(words: str) -> str | None:
    """ "II", "TK", "Tweede Kamer", the scanner's "11" → "II"; "I", "EK", "Eerste Kamer" → "I"."""
    if re.fullmatch(r"I(?:\s?/\s?|\s+en\s+)II", words):
        return None  # a paper of both Chambers
    head = words.split()[0]
    if head in ("II", "TK", "2", "11", "Tweede"):
        return "II"
    return "I" if head in ("I", "EK", "1", "Eerste") else None


def read_dossier(text: str, at: int, *, led: bool) -> DossierRead | None:
    """A dossier number with its suffix at `at`, or None. `led`: a lead stands before it."""
    match = DIGITS.match(text, at)
    if match is None:
        return (_read_roman(text, at) or _read_early(text, at)) if led else None
    gap = match["gap"].strip()
    if (gap == "-" and not led) or (not match["gap"] and _LIKE_YEAR.match(text, match.end())):
        return None
    number = match["a"] + match["b"]
    suffix, end = _read_suffix(text, match.end(), number)
    kingdom = _KINGDOM.match(text, end)
    return DossierRead(number, suffix, match.start("a"), kingdom.end() if kingdom else end, bool(match["gap"]))


def _read_early(text: str, at: int) -> DossierRead | None:
    match = _EARLY_DOSSIER.match(text, at)
    return DossierRead(match["n"], None, match.start("n"), match.end("n"), True) if match else None


def _read_roman(text: str, at: int) -> DossierRead | None:
    match = ROMAN_DOSSIER.match(text, at)
    if match is None or not is_roman(match["roman"]) or match["roman"] in ("I", "II"):
        return None
    return DossierRead(match["roman"], None, match.start("roman"), match.end("roman"), True)


def _read_suffix(text: str, at: int, number: str) -> tuple[str | None, int]:
    council = _COUNCIL.match(text, at)
    if council is not None and (number == "21501" or council["s"].startswith("0")):
        return council["s"], council.end()
    chapter = _CHAPTER.match(text, at)
    if chapter is not None and chapter["s"] in CHAPTERS:
        return chapter["s"], chapter.end()
    behind = _CHAPTER_BEHIND.match(text, at)
    if behind is not None and behind["s"] in CHAPTERS:
        return behind["s"], behind.end()
    fund = _FUND.match(text, at)
    if fund is not None and fund["s"] in FUNDS:
        return fund["s"], fund.end()
    return None, at


def read_subs(text: str, dossier_end: int, *, led: bool, bracketed: bool) -> list[SubRead]:
    """The paper numbers after a dossier: "nr. 63", "nrs. 383, 348 en 309", ", PS, p. 3", "-335"."""
    at = dossier_end
    word = _SUB_WORD.match(text, at)
    if word is not None:
        first = _SUB.match(text, word.end())
        if first is not None:
            if _MONTH_AFTER.match(text, first.end()):
                return []
            subs = [SubRead(first[0], first.start(), first.end(), worded=True)]
            return _read_rest(text, subs, plural=word["w"].lower() in _PLURAL)
        if not word["w"].isupper():
            return []
    bare = _BARE_SUB.match(text, at) if led or bracketed else None
    if bare is not None and (led or bare["s"].isupper()):
        return _read_rest(text, [SubRead(bare["s"], bare.start("s"), bare.end("s"))], plural=False)
    letter = _BARE_LETTER.match(text, at)
    if letter is not None:
        return _read_rest(text, [SubRead(letter["s"], letter.start("s"), letter.end("s"))], plural=False)
    dash = _DASH_SUB.match(text, at)
    if dash is not None and (led or bracketed):
        return _read_rest(text, [SubRead(dash["s"], dash.start("s"), dash.end("s"))], plural=False)
    if led:
        bracket = _BRACKET_SUB.match(text, at)
        if bracket is not None:
            return _read_rest(text, [SubRead(bracket["s"], bracket.start("s"), bracket.end("s"))], plural=True)
        letters = _SPACE_LETTERS.match(text, at)
        if letters is not None:
            return _read_rest(text, [SubRead(letters["s"], letters.start("s"), letters.end("s"))], plural=False)
    return []


def _read_rest(text: str, subs: list[SubRead], *, plural: bool) -> list[SubRead]:
    """Further numbers of a list, and the page behind the last."""
    while (more := _NEXT.match(text, subs[-1].end)) is not None:
        same_kind = more["s"].isupper() == subs[-1].value.isupper() or more["w"]
        if not same_kind or not (plural or more["w"]) or _MONTH_AFTER.match(text, more.end()):
            break
        if more["sep"] == "-" and not more["s"].isdigit():
            break
        start = more.start("w") if more["w"] and not plural else more.start("s")
        subs.append(SubRead(more["s"], start, more.end("s"), worded=True))
    page = _PAGE.match(text, subs[-1].end)
    if page is not None:
        subs[-1].page = int(page["p"])
        subs[-1].page_end = int(page["q"]) if page["q"] else None
        subs[-1].end = page.end()
    return subs
