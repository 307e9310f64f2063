"""Identifiers of proceedings (h-), written questions (kv-, ah-), annexes (blg-), agendas (ag-) and cases."""

from sovgraph.identifiers.base import MARKS, IdKind, OfficialId, form, plain

MEETINGS_A_YEAR = 130
"""No session has more meetings of one Chamber than this: a higher first number is a page."""

ITEMS_SINCE = 2009
"""Proceedings of sessions that began earlier are numbered by page, later ones by item of the agenda."""


def _print_handelingen(item: OfficialId) -> str:
    parts = [value for name, value in item.fields if name not in ("part", "joint")]
    joint = ["VV"] if item.field("joint") else []
    text = "-".join(("h", *parts[:2], *joint, *parts[2:]))
    part = item.field("part")
    return "-".join((f"{text}_{part}" if part else text, *item.marks))


def pages_of(item: OfficialId) -> tuple[int, int] | None:
    """The page range that an identifier of proceedings names, None when it names an item."""
    numbers = [int(value) for name, value in item.fields if name in ("first", "second", "third")]
    if len(numbers) == 3:
        return numbers[1], numbers[2]
    years = item.field("years")
    by_page = years is not None and int(years[:4]) < ITEMS_SINCE
    if len(numbers) == 2 and (numbers[0] > MEETINGS_A_YEAR or (by_page and numbers[1] > numbers[0])):
        return numbers[0], numbers[1]
    return None


form(
    IdKind.HANDELINGEN,
    r"""h-(?: (?P<chamber>tk|ek|vv)-(?P<years>\d{8})-(?P<joint>VV-)?(?P<first>\d{1,4})
           (?:-(?P<second>\d{1,4}))?(?:-(?P<third>\d{1,4}))?(?:-(?P<fourth>\d{1,4}))?(?:_(?P<part>\d{1,3}))?
         | (?P<raw>\d{3,8}) )"""
    + MARKS,
    print_id=_print_handelingen,
)
form(
    IdKind.AANHANGSEL,
    r"ah-(?:(?P<chamber>tk|ek)-(?P<years>\d{8})-(?P<number>(?:AH)?\d{1,5}[a-z]?)|(?P<raw>\d{3,8}))" + MARKS,
)
form(
    IdKind.QUESTIONS,
    r"kv-(?:(?P<chamber>tk|ek)-)?(?:(?P<case>(?:19|20)\d\d[Zz]\d{5})|(?P<number>\d{4,15}))" + MARKS,
)
form(IdKind.ANNEX, r"blg-(?P<number>\d{1,8})" + MARKS)
form(
    IdKind.AGENDA,
    r"ag-(?:(?P<chamber>tk|ek|vv)-(?P<a>\d\d(?:\d\d)?)-(?P<b>\d\d)-(?P<c>\d\d(?:\d\d)?)|(?P<raw>\d{2,8}))" + MARKS,
)
form(IdKind.CASE, r"(?P<year>(?:19|20)\d\d)(?P<series>[ZDAP])(?P<number>\d{5})", print_id=plain)
