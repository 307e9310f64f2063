"""Identifiers of the national gazettes and of the Official Journal of the EU."""

from sovgraph.identifiers.base import MARKS, IdKind, form

_YEAR = r"(?P<year>(?:18|19|20)\d\d)"

form(IdKind.STAATSBLAD, rf"stb-{_YEAR}-(?P<number>\d{{1,4}})" + MARKS)
form(IdKind.STAATSCOURANT, rf"stcrt-{_YEAR}-(?P<number>\d{{1,6}})" + MARKS)
form(IdKind.TRACTATENBLAD, rf"trb-{_YEAR}-(?P<number>\d{{1,4}})" + MARKS)
form(
    IdKind.JOURNAL,
    # "oj-2021-L-382-1": number and page; "oj-2024-L-1787": the numbering by act, since October 2023
    rf"oj-{_YEAR}-(?P<series>L|C|P)(?:-(?P<number>\d{{1,5}}[A-Z]{{0,2}}))?(?:-(?P<page>\d{{1,4}}))?",
)
