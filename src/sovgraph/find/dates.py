"""Calendar dates, months with a year and date ranges, in words and in figures.

Years alone and session years ("2025/26") are no dates. A date without a year, or with "jl.", "jongstleden",
"a.s.", "aanstaande", takes its year from the letter or paper in which it stands.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import REFERENCES, Anchors, Scan, is_plain
from sovgraph.model import Dated, Document, Mention, MentionType, Span, Status

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sep sept",
            "oktober okt oktber",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_FULL = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|oktber|november|december"
_SHORT = r"(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
MONTH = rf"(?:{_FULL}|{_SHORT})"
_YEAR = r"(?:1[89]|20)\d\d(?!\d{3})(?!\d{1,2}[/.-]\d)"
"""One or two figures behind a year are the mark of a note that the text glued to it."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?(?!\d)"
_PAST = r"(?:j\.?\s?l\.|jl\b|jongstleden|laatstleden|ll\.)"
_COMING = r"(?:a\.s\.|as\.|aanstaande|eerstkomende)"
_TAIL = rf"(?:\s*,?\s*(?P<year>{_YEAR})|\s+(?P<past>{_PAST})|\s+(?P<coming>{_COMING}))?"
_THROUGH = r"\s*(?:tot en met|t/m|tot|-)\s*"
_TO = rf"(?:\s+en\s+|{_THROUGH})(?:van\s+)?"

IN_WORDS = re.compile(
    rf"""
    (?<![\d.,/:-])
    (?P<list>(?:{_DAY}\s*,\s*(?!(?:de|het)\s)){{1,6}}(?={_DAY}\s+en\s+{_DAY}\s*(?:{_FULL})))?
    (?:(?P<day1>{_DAY})(?:\s*(?P<month1>{_FULL})(?:\s*(?P<year1>{_YEAR})(?={_THROUGH}))?)?(?P<to>{_TO}))?
    (?P<day>{_DAY})\s*(?P<month>{MONTH})(?![a-zà-ÿ]){_TAIL}
    """,
    re.VERBOSE | re.IGNORECASE,
)
MONTH_YEAR = re.compile(
    rf"(?<![\w])(?P<month>{_FULL})\s+(?:(?P<year>{_YEAR})|(?P<past>{_PAST})|(?P<coming>{_COMING}))",
    re.IGNORECASE,
)
FIGURES = Scan(
    r"(?<![\w./-])(?:(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>(?:19|20)\d\d)"
    r"|(?P<y2>(?:19|20)\d\d)-(?P<m2>0[1-9]|1[0-2])-(?P<d2>0[1-9]|[12]\d|3[01]))(?![\w/-])",
    ("-19", "-20", "/19", "/20", ".19", ".20", "-0", "-1"),
    back=5,
    ahead=8,
    passes=REFERENCES,
)
"""Found by its year behind a sign, or by the month behind the year that comes first."""
_ABBREVIATED = Scan(
    r"d\.d\.\s(?P<d>0?[1-9]|[12]\d|3[01])[/-](?P<m>0?[1-9]|1[0-2])(?![\d/-])", ("d.d.",), passes=REFERENCES
)
_ONES = "eerste tweede derde vierde vijfde zesde zevende achtste negende".split()
_TEENS = "tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende".split()
_COUNTED = ("", "eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen")
ORDINALS = {
    word: day
    for day, word in enumerate(
        [*_ONES, *_TEENS, *(f"{unit}twintigste" for unit in _COUNTED), "dertigste", "eenendertigste"], start=1
    )
}
"""Days as acts are dated: "de zevenentwintigste maart 2018"."""
SPELLED = re.compile(
    rf"(?<![\w-])(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\s+(?P<month>{_FULL})\s+(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_MONTHS = Anchors(
    ("jan", "feb", "mrt", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"), REFERENCES
)
"""How the months begin, in full or shortened."""
_LONGEST_ORDINAL = max(map(len, ORDINALS))
_MOST_NUMBERS = 9
"""So many numbers stand before a month at most: six days of a list, the first day with its year, the last day."""
_WORDS_BETWEEN = re.compile(rf"(?:e|ste|de)?(?:{_FULL})?(?:en|tot|met|t|m){{0,3}}(?:van)?", re.IGNORECASE)
"""What may stand between two numbers of one date, each or several glued together."""
_LONGEST_BETWEEN = 24
_LAST_LETTERS = frozenset("eEiIlLmMnNrRtTsS")
"""In which those words end."""
_NUMBER = re.compile(r"\d+")
_DATE, _EXACT = MentionType.DATE, Status.EXACT
_NEIGHBOURS = 1
"""Days named with "en" make a range when they follow each other: "13 en 14 oktober", not "13 en 27 oktober"."""
_COMPOUND = re.compile(r"-(?:motie|akkoord|regeling|brief|pakket)", re.IGNORECASE)


def anchor_date(document: Document, offset: int) -> date | None:
    """The date of the letter that holds `offset`, else that of the paper; None when neither is dated."""
    for letter in document.letters:
        if letter.span.start <= offset < letter.span.end and letter.date is not None:
            return letter.date.value
    dated = _date_at(document, offset)
    return dated.value if dated else None


def _date_at(document: Document, offset: int) -> Dated | None:
    """The date of the paper that counts at `offset`: its first, but an answer was written on its own day."""
    dates = document.meta.dates
    if document.exchanges:
        answered = [d for d in dates if d.kind == "ontvangen"]
        answers = (e.answer for e in document.exchanges if e.answer is not None)
        if answered and any(answer.start <= offset < answer.end for answer in answers):
            return min(answered, key=_begin)
    return min(dates, key=_begin, default=None)


def _begin(dated: Dated) -> int:
    return dated.span.start


def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or None when the calendar has no such day ("31 februari")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(month: int, day: int, match: re.Match[str], anchor: date | None) -> date | None:
    """The day nearest to the anchor: in a paper of January "7 oktober" is past and "1 april" is to come."""
    if anchor is None:
        return None
    around = [d for y in (-1, 0, 1) if (d := make_date(anchor.year + y, month, day)) is not None]
    if match["past"]:
        around = [d for d in around if d <= anchor]
    if match["coming"]:
        around = [d for d in around if d >= anchor]
    return min(around, key=lambda d: (abs((d - anchor).days), d), default=None)


def _day_number(text: str) -> int:
    return int(text) if text.isdecimal() else int(_NUMBER.match(text).group())  # type: ignore[union-attr]


def _resolve(match: re.Match[str], anchor: date | None) -> tuple[str | None, Status]:
    month = MONTHS[match["month"].lower().rstrip(".")]
    day = _day_number(match["day"])
    stated = match["year"] is not None
    last = make_date(int(match["year"]), month, day) if stated else _relative(month, day, match, anchor)
    if last is None:
        return None, Status.UNRESOLVED
    status = Status.EXACT if stated else Status.INFERRED
    if match["day1"] is None:
        return last.isoformat(), status
    first_month = MONTHS[match["month1"].lower()] if match["month1"] else last.month
    first_year = int(match["year1"]) if match["year1"] else last.year - (first_month > last.month)
    first = make_date(first_year, first_month, _day_number(match["day1"]))
    if first is None or first >= last:
        return last.isoformat(), status
    return f"{first.isoformat()}/{last.isoformat()}", status


def _antecedent(document: Document, offset: int, status: Status) -> Span | None:
    if status is not Status.INFERRED:
        return None
    for letter in document.letters:
        if letter.span.start <= offset < letter.span.end and letter.date is not None:
            return letter.date.span
    dated = _date_at(document, offset)
    return dated.span if dated else None


def _near(
    pattern: re.Pattern[str], text: str, months: Iterable[int], starts: Callable[[str, int], Iterable[int]]
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text)`, but tried only where a month stands: `starts` gives where a match with the month
    at a place may begin, in order."""
    if is_plain():
        yield from pattern.finditer(text)
        return
    done = 0
    for month in months:
        if month < done:
            continue
        for start in starts(text, month):
            if start >= done and (match := pattern.match(text, start)) is not None:
                yield match
                done = match.end()
                break


def _back(text: str, end: int, is_part: Callable[[str], bool], most: int) -> int:
    """Where the run of such characters begins that ends at `end`; it is followed `most` characters back."""
    least = max(0, end - most)
    while end > least and is_part(text[end - 1]):
        end -= 1
    return end


def _numbers_before(text: str, month: int) -> list[int]:
    """Where the numbers begin that may be days and years of one date, back from its last month."""
    end = month - 1
    if text[end:month] != " " or not text[end - 1 : end].isdecimal():
        end = _back(text, month, str.isspace, month)
        end = _back(text, end, str.isalpha, 3)  # "3de november"
    start = _back(text, end, str.isdecimal, 3)
    if not 0 < end - start < 3:
        return []
    found = [start]
    if text[start - 1 : start] == " ":
        at = start - 4 if text[start - 5 : start] == " van " else start
        if text[at - 1 : at] == " " and text[at - 2 : at - 1].isalpha() and text[at - 2] not in _LAST_LETTERS:
            return found  # "op 3 november", "de brief van 3 november"
    while len(found) < _MOST_NUMBERS:
        gap = _back(text, start, _is_between, start)
        if gap == 0 or not (text[gap - 1].isdecimal() or text[gap - 1] in _LAST_LETTERS):
            break
        word = _back(text, gap, str.isalpha, _LONGEST_BETWEEN)
        if word < gap:
            if _WORDS_BETWEEN.fullmatch(text, word, gap) is None:
                break
            start = word
        else:
            start = _back(text, gap, str.isdecimal, 5)
            if not 0 < gap - start < 5:
                break
            found.append(start)
    return found[::-1]


def _is_between(letter: str) -> bool:
    return letter in ",-/" or letter.isspace()


def _word_before(text: str, month: int) -> tuple[int, ...]:
    """Where the word before a month begins if it can be an ordinal: those end in "e"."""
    if text[max(0, month - 2) : month - 1].isdecimal():  # "3 november", as nearly always
        return ()
    end = _back(text, month, str.isspace, month)
    if end == month or text[end - 1 : end] not in ("e", "E"):
        return ()
    return (_back(text, end, str.isalpha, _LONGEST_ORDINAL),)


def _itself(text: str, month: int) -> tuple[int, ...]:
    return (month,)


def _in_words(ctx: FindContext, months: list[int], dated: set[int]) -> Iterator[Mention]:
    """Days. Where the last month of each stands comes to be in `dated`."""
    for match in _near(IN_WORDS, ctx.text, months, _numbers_before):
        start, end = match.span()
        year, first, day, month = match.group("year", "day1", "day", "month")
        stated = year is not None
        if not stated and _COMPOUND.match(ctx.text, end):
            continue
        dated.add(match.start("month"))
        if stated and first is None:  # as nearly always
            value = make_date(int(year), MONTHS[month.lower().rstrip(".")], _day_number(day))
            yield _date(ctx, start, end, value.isoformat() if value else None, _EXACT if value else Status.UNRESOLVED)
            continue
        anchor = None if stated else anchor_date(ctx.document, ctx.view.to_document(start))
        iso, status = _resolve(match, anchor)
        days = _listed_days(match)
        if iso is not None and days and not _is_range(match, iso, days):
            yield from _each_day(ctx, match, days, iso, status)
            continue
        if iso is not None and match["list"]:
            iso = f"{iso[:8]}{days[0][0]:02d}/{iso.rsplit('/', 1)[-1]}"
        yield _date(ctx, start, end, iso, status)


def _date(ctx: FindContext, start: int, end: int, iso: str | None, status: Status) -> Mention:
    if status is _EXACT:
        return ctx.mention(_DATE, start, end, "date.words/2", id=iso)
    reason = "year taken from the letter or paper" if iso else "without a year, or no day of the calendar"
    origin = _antecedent(ctx.document, ctx.view.to_document(start), status)
    return ctx.mention(_DATE, start, end, "date.words/2", id=iso, status=status, antecedent=origin, reason=reason)


def _listed_days(match: re.Match[str]) -> list[tuple[int, int, int]]:
    """(day, start, end) of the days before the last one, when they are joined with "en" or commas."""
    if match["day1"] is None or not match["to"].split() or match["to"].split()[0] != "en":
        return []
    found = []
    if match["list"]:
        for day in re.finditer(_DAY, match["list"]):
            at = match.start("list") + day.start()
            found.append((_day_number(day[0]), at, at + len(day[0])))
    end = match.end("month1") if match["month1"] else match.end("day1")
    return [*found, (_day_number(match["day1"]), match.start("day1"), end)]


def _is_range(match: re.Match[str], iso: str, days: list[tuple[int, int, int]]) -> bool:
    first, _, last = iso.partition("/")
    if not last or (date.fromisoformat(last) - date.fromisoformat(first)).days > _NEIGHBOURS:
        return False
    numbers = [day for day, _, _ in days]
    return all(b - a == 1 for a, b in pairwise(numbers))


def _each_day(
    ctx: FindContext, match: re.Match[str], days: list[tuple[int, int, int]], iso: str, status: Status
) -> Iterator[Mention]:
    """ "3, 5 en 20 mei 2020": a mention for each day; the earlier ones take month and year of the last."""
    first = iso.split("/")[0]
    for day, start, end in days:
        value = make_date(int(first[:4]), int(first[5:7]), day)
        if value is not None:
            yield _date(ctx, start, end, value.isoformat(), Status.INFERRED)
    yield _date(ctx, match.start("day"), match.end(), iso.rsplit("/", 1)[-1], status)


def _month_year(ctx: FindContext, months: list[int], dated: set[int]) -> Iterator[Mention]:
    for match in _near(MONTH_YEAR, ctx.text, months, _itself):
        if match.start() in dated:
            continue
        month = MONTHS[match["month"].lower()]
        status = Status.EXACT if match["year"] else Status.INFERRED
        year: int | None = int(match["year"]) if match["year"] else None
        if year is None:
            anchor = anchor_date(ctx.document, ctx.view.to_document(match.start()))
            if anchor is not None:
                year = anchor.year - (1 if match["past"] and month > anchor.month else 0)
                year += 1 if match["coming"] and month < anchor.month else 0
        iso = f"{year}-{month:02d}" if year else None
        status = status if iso else Status.UNRESOLVED
        yield ctx.mention(_DATE, match.start(), match.end(), "date.month/1", id=iso, status=status)


def _spelled(ctx: FindContext, months: list[int]) -> Iterator[Mention]:
    for match in _near(SPELLED, ctx.text, months, _word_before):
        value = make_date(int(match["year"]), MONTHS[match["month"].lower()], ORDINALS[match["day"].lower()])
        if value is not None:
            yield _date(ctx, match.start(), match.end(), value.isoformat(), Status.EXACT)


def _abbreviated(ctx: FindContext) -> Iterator[Mention]:
    """ "d.d. 27/11": day and month in figures, only behind the word that makes it a date."""
    for match in _ABBREVIATED.finditer(ctx.text):
        start = match.start("d")
        anchor = anchor_date(ctx.document, ctx.view.to_document(start))
        value = make_date(anchor.year, int(match["m"]), int(match["d"])) if anchor else None
        status = Status.INFERRED if value else Status.UNRESOLVED
        yield _date(ctx, start, match.end(), value.isoformat() if value else None, status)


def _figures(ctx: FindContext) -> Iterator[Mention]:
    for match in FIGURES.finditer(ctx.text):
        year, month, day = (int(match[a] or match[b]) for a, b in (("y", "y2"), ("m", "m2"), ("d", "d2")))
        value = make_date(year, month, day)
        if value is not None:
            yield ctx.mention(_DATE, match.start(), match.end(), "date.figures/1", id=value.isoformat())


@finder(
    "date",
    examples=[
        ("Vastgesteld 6 mei 2026", (("6 mei 2026", "2026-05-06"),)),
        ("de Raad van 13 en 14 oktober 2025 in", (("13 en 14 oktober 2025", "2025-10-13/2025-10-14"),)),
        ("van 8-9 november 2010.", (("8-9 november 2010", "2010-11-08/2010-11-09"),)),
        ("30 november en 1 december 2023", (("30 november en 1 december 2023", "2023-11-30/2023-12-01"),)),
        ("bij brieven van 2 mei en 9 juni 2021 is", (("2 mei", "2021-05-02"), ("9 juni 2021", "2021-06-09"))),
        ("debatten van 3 en 20 mei 2021", (("3", "2021-05-03"), ("20 mei 2021", "2021-05-20"))),
        ("op 8, 9 en 10 december 2025", (("8, 9 en 10 december 2025", "2025-12-08/2025-12-10"),)),
        ("Uitgegeven de zevenentwintigste maart 2018", (("zevenentwintigste maart 2018", "2018-03-27"),)),
        ("in juli 2023 bleek", (("juli 2023", "2023-07"),)),
        ("d.d. 16-01-2023 en", (("16-01-2023", "2023-01-16"),)),
        ("de brief van 3 november 2025³ waarbij", (("3 november 2025", "2025-11-03"),)),
    ],
    rejects=[
        "vergaderjaar 2025-2026",
        "13 tot 18 jarigen",
        "32 317",
        "Kamerstukken I 2025/26",
        "het jaar 2024",
    ],
)
def find_dates(ctx: FindContext) -> Iterator[Mention]:
    months = _MONTHS.places(ctx.text)
    dated: set[int] = set()
    yield from _in_words(ctx, months, dated)
    months = [month for month in months if month not in dated]
    yield from _month_year(ctx, months, dated)
    yield from _spelled(ctx, months)
    yield from _figures(ctx)
    yield from _abbreviated(ctx)
