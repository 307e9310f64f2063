"""Pages of the stored queries: the list by topic, and one with its form, its rows and the SPARQL."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.kinds import kinds
from sovgraph.pages.list_page import PageLink
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import word
from sovgraph.query import Param, Result, StoredQuery, catalog, load_questions
from sovgraph.query.binding import Values, listed, shown_query
from sovgraph.query.render import CODED
from sovgraph.query.sentences import code_words, topics
from sovgraph.report import report_file, report_names
from sovgraph.report.definition import SectionFile
from sovgraph.resources import folder, read_tsv
from sovgraph.store import Cell

FORMS: Final = ("csv", "json", "tsv", "md")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INPUTS = {"date": "date", "integer": "number"}

Choices = Mapping[str, Sequence[tuple[str, str]]]
"""For a parameter: the values that a reader can choose from, each with its name."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a query on a page. `total` is None where more may follow than were asked."""

    result: Result
    first: int = 1
    total: int | None = None
    pages: tuple[PageLink, ...] = ()


def queries_page(lang: str, links: Links) -> Page:
    """All stored queries by topic, after the questions that people ask."""
    groups = []
    for topic, title in topics(lang).items():
        found = [_item(q, lang, links) for q in catalog().queries if q.tags and q.tags[0] == topic]
        if found:
            groups.append({"anchor": topic, "title": title, "queries": found})
    context = {"questions": asked_questions(lang, links), "groups": groups}
    title = word("menu-queries", lang)
    return make_page("queries", "queries", lang, links, title, context, crumbs=(Crumb(title),))


def _item(query: StoredQuery, lang: str, links: Links) -> dict[str, str]:
    href = links.query(query.name, {}, lang) or links.page(f"queries/{query.name}", lang)
    return {"title": query.title(lang), "text": query.description(lang), "href": href}


def asked_questions(lang: str, links: Links, most: int = 100) -> list[dict[str, Any]]:
    """The questions that the store must be able to answer, each with the queries that do."""
    found = []
    for question in load_questions(folder("queries") / "competency.tsv"):
        queries = [q for q in catalog().queries if question.number in q.answers]
        if queries:
            text = question.en if lang == "en" else question.nl
            found.append({"text": text, "queries": [_item(q, lang, links) for q in queries]})
    return found[:most]


def query_page(
    query: StoredQuery,
    given: Values,
    rows: Rows | None,
    error: str,
    shower: Shower,
    *,
    choices: Choices | None = None,
    downloads: Sequence[tuple[str, str]] = (),
) -> Page:
    """`given` are the values as the reader typed them; `downloads`: form and address of the rows for programs."""
    lang, links = shower.lang, shower.links
    title = query.title(lang)
    context = {
        "query": query.name,
        "about": query.description(lang),
        "fields": [_field(p, given, choices or {}, lang) for p in query.params if p.name != "lang"],
        "action": links.page(f"queries/{query.name}", lang),
        "is_asked": links.query(query.name, {}, lang) is not None,
        "error": error,
        "table": table(query, rows, shower) if rows is not None else None,
        "downloads": downloads,
        "sparql": shown_query(query, given, lang),
        "computed": "computed" in query.tags,
    }
    crumbs = (Crumb(word("menu-queries", lang), links.page("queries", lang)), Crumb(title))
    path = f"queries/{query.name}"
    fields = [(name, value) for name, values in given.items() for value in listed(values)]
    return make_page(
        "query",
        path,
        lang,
        links,
        title,
        context,
        crumbs=crumbs,
        description=query.description(lang),
        path_of_other=f"{path}?{urlencode(fields)}" if fields else path,
    )


def _field(param: Param, given: Values, choices: Choices, lang: str) -> dict[str, Any]:
    values = listed(given[param.name]) if param.name in given else ()
    offered = list(choices.get(param.name, ()))
    known = {value for value, _ in offered}
    offered += [(value, value) for value in values if offered and value not in known]
    return {
        "name": param.name,
        "label": param.description(lang),
        "input": _INPUTS.get(param.type, "text"),
        "value": values[0] if values else "",
        "values": values,
        "example": param.example,
        "required": param.required,
        "choices": offered,
    }


def table(query: StoredQuery, rows: Rows, shower: Shower) -> dict[str, Any]:
    """Rows for people: names in place of IRIs, linked; codes in words."""
    result, lang = rows.result, shower.lang
    places = {column: place for place, column in enumerate(result.columns)}
    columns = [c for c in result.columns if not (c.endswith("Label") and c.removesuffix("Label") in places)]
    shower.prepare(cell.value for row in result.rows for cell in row if cell is not None and cell.kind == "iri")
    codes = code_words(lang)

    def shown(column: str, cell: Cell | None) -> Shown | None:
        if cell is None:
            return None
        if column in CODED and cell.kind == "literal" and cell.value in codes:
            return Shown(codes[cell.value], kind=f"code-{cell.value}")
        return shower.cell(cell)

    words = column_words(lang, query.name)
    return {
        "heads": [{"name": c, "text": words.get(c) or _CAMEL.sub(" ", c).lower()} for c in columns],
        "rows": [[shown(c, row[places[c]]) for c in columns] for row in result.rows],
        "first": rows.first,
        "last": rows.first + len(result) - 1,
        "total": rows.total,
        "pages": rows.pages,
    }


@cache
def column_words(lang: str, query: str = "") -> dict[str, str]:
    """Headings for columns: as reports and boxes of pages with this query have them, else those of queries/columns.tsv,
    else as most reports and boxes have them."""
    found: dict[str, Counter[str]] = {}
    own: dict[str, str] = {}
    sections: list[SectionFile] = [box.section for kind in kinds().values() for box in kind.boxes if box.section]
    sections += [section for name in report_names() for section in report_file(name).sections]
    for section in sections:
        for column in section.columns:
            if not (column.is_worked_out or column.sums_up):
                found.setdefault(column.name, Counter())[column.heading(lang)] += 1
                if section.query == query:
                    own.setdefault(column.name, column.heading(lang))
    known = {row["column"]: row["en" if lang == "en" else "nl"] for row in read_tsv(folder("queries") / "columns.tsv")}
    usual = {name: min(texts, key=lambda text: (-texts[text], text)) for name, texts in found.items()}
    return usual | known | own
