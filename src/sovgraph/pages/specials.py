"""Boxes that no single query fills: the text of a paper, its questions, its facts and doubts, a dossier's course."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sovgraph import vocab as v
from sovgraph.pages.boxes import SPECIALS, Made
from sovgraph.pages.exchange import Exchange, exchanges_about, exchanges_of
from sovgraph.pages.exchange_views import ExchangeViews, answered_by_all, shared_by_all
from sovgraph.pages.facts import Thing
from sovgraph.pages.frame import environment
from sovgraph.pages.paper_facts import facts_of, issues_of
from sovgraph.pages.paper_marks import MarkedText, marked_text
from sovgraph.pages.paper_text import doubts_of, paper_text
from sovgraph.pages.timeline import course_of
from sovgraph.pages.timeline_views import event_view
from sovgraph.pages.values import Shower
from sovgraph.pages.words import word
from sovgraph.query import catalog
from sovgraph.query.binding import shown_query
from sovgraph.query.sentences import code_words


@dataclass(frozen=True, slots=True)
class Behind:
    """A query that a box was made from; those of the program itself have no page of their own."""

    title: str
    href: str
    sparql: str


def behind(shower: Shower, names: Iterable[str], params: Mapping[str, str]) -> tuple[Behind, ...]:
    found = []
    public = catalog().names()
    for name in names:
        query = catalog().get(name) if name in public else catalog().get_internal(name)
        href = shower.links.query(name, params, shower.lang) if name in public else None
        found.append(Behind(query.title(shower.lang), href or "", shown_query(query, params, shower.lang)))
    return tuple(found)


def filled(template: str, shower: Shower, **context: Any) -> str:
    """A piece of a page from a template of its own."""
    lang = shower.lang

    def words(name: str, /, **holes: object) -> str:
        return word(name, lang, **holes)

    return environment().get_template(f"{template}.html").render(**context, w=words, lang=lang)


def _paper(shower: Shower, thing: Thing, *names: str) -> tuple[Behind, ...]:
    return behind(shower, names, {"paper": thing.iri})


_READ: WeakKeyDictionary[Shower, dict[str, MarkedText | None]] = WeakKeyDictionary()
"""The marked text of the page that is being made, which two of its boxes need."""


def _marked(thing: Thing, shower: Shower) -> MarkedText | None:
    read = _READ.setdefault(shower, {})
    if thing.iri not in read:
        read[thing.iri] = marked = marked_text(shower.asker.store, thing.iri, shower.lang, shower.asker.labels)
        if marked is not None:
            shower.prepare(_named(marked))
    return read[thing.iri]


def _named(marked: MarkedText) -> Iterable[str]:
    for mention in marked.mentions:
        yield from (mention.thing, *mention.candidates) if mention.thing else mention.candidates
    for letter in marked.letters.values():
        yield letter.iri
        yield from (c.value for cells in letter.fields.values() for c in cells if c.kind == "iri")


@SPECIALS.add("paper-text")
def text_box(thing: Thing, shower: Shower) -> Made | None:
    marked = _marked(thing, shower)
    if marked is None:
        return None
    from markupsafe import Markup

    made = paper_text(marked, shower.href, shower.lang)
    text, legend = Markup(made.text), Markup(made.legend)
    return Made(
        filled(
            "paper_text",
            shower,
            text=text,
            legend=legend,
            contents=made.contents,
            behind=_paper(shower, thing, "paper-mentions", "paper-parts"),
        )
    )


@SPECIALS.add("paper-questions")
def questions_box(thing: Thing, shower: Shower) -> Made | None:
    found = exchanges_of(shower.asker, thing.iri, paged=_is_pdf(thing, shower))
    return _exchanges(found, shower, thing.iri, _paper(shower, thing, "paper-questions"))


@SPECIALS.add("exchanges")
def exchanges_box(thing: Thing, shower: Shower) -> Made | None:
    """The same of a letter, a question or an answer, whose words stand in a paper elsewhere."""
    found = exchanges_about(shower.asker, thing.iri)
    return _exchanges(found, shower, "", behind(shower, ("thing-questions",), {"thing": thing.iri}))


def _exchanges(found: tuple[Exchange, ...], shower: Shower, paper: str, queries: tuple[Behind, ...]) -> Made | None:
    if not found:
        return None
    shower.prepare(iri for exchange in found for iri in exchange.things())
    views = ExchangeViews(shower, paper)
    made = [views.view(exchange) for exchange in found]
    shared, answered = shared_by_all(made), answered_by_all(made)
    html = filled("exchanges", shower, exchanges=made, shared=shared, answered=answered, behind=queries)
    return Made(html, len(found))


def _is_pdf(thing: Thing, shower: Shower) -> bool:
    rows = shower.asker.rows("paper-text", paper=[thing.iri])
    return any(str(row["mediaType"]) == "application/pdf" for row in rows)


@SPECIALS.add("paper-facts")
def facts_box(thing: Thing, shower: Shower) -> Made | None:
    groups = facts_of(shower, thing.iri)
    count = sum(len(group.things) + group.more for group in groups)
    queries = _paper(shower, thing, "paper-things")
    return Made(filled("paper_facts", shower, groups=groups, behind=queries), count) if groups else None


@SPECIALS.add("paper-doubts")
def doubts_box(thing: Thing, shower: Shower) -> Made | None:
    """Mentions that are not resolved, and doubts that were recorded while reading."""
    marked = _marked(thing, shower)
    if marked is None:
        return None
    doubts = doubts_of(marked, shower.href, shower.lang)
    levels = code_words(shower.lang)
    told = {doubt.place for doubt in doubts}
    issues = [
        {**_fields(issue), "level": levels.get(issue.severity, issue.severity)}
        for issue in issues_of(shower, thing.iri)
        if not (issue.code.startswith("LINK-") and issue.place in told)
    ]
    if not (doubts or issues):
        return None
    queries = _paper(shower, thing, "paper-mentions", "paper-issues")
    return Made(filled("doubts", shower, doubts=doubts, issues=issues, behind=queries), len(doubts) + len(issues))


def _fields(item: Any) -> Mapping[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}


@SPECIALS.add("dossier-course")
def course_box(thing: Thing, shower: Shower) -> Made | None:
    numbers = [cell.value for cell in thing.values(v.dossierNumber)]
    years = course_of(shower, numbers[0]) if numbers else ()
    if not years:
        return None
    shown = [{"year": year.year, "events": [event_view(event, shower.lang) for event in year.events]} for year in years]
    count = sum(len(year.events) for year in years)
    queries = behind(shower, ("dossier-timeline", "report-letters"), {"dossier": numbers[0]})
    return Made(filled("course", shower, years=shown, kinds=code_words(shower.lang), behind=queries), count)
