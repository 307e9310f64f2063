"""The first page: what is in here, the newest papers, the dossiers, and what people ask."""

from typing import Final

from sovgraph.pages.casing import as_sentence
from sovgraph.pages.contract import Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.list_page import counts_of, list_path
from sovgraph.pages.lists import Lists
from sovgraph.pages.picture_links import pictures_of_all
from sovgraph.pages.query_page import asked_questions
from sovgraph.pages.values import Shower
from sovgraph.pages.words import day, word

NEWEST: Final = 8
DOSSIERS: Final = 10
QUESTIONS: Final = 12


def home_page(lists: Lists, shower: Shower, lang: str, links: Links) -> Page:
    papers = lists.entries("paper", lang)
    newest = [entry for entry in papers if entry.day][:NEWEST]
    dossiers = sorted(lists.papers_of_dossiers().items(), key=lambda item: (-item[1], item[0]))[:DOSSIERS]
    shower.prepare([entry.iri for entry in newest] + [iri for iri, _ in dossiers])
    titles = _titles(lists, [entry.iri for entry in newest] + [iri for iri, _ in dossiers])
    context = {
        "counts": counts_of(lists, lang, links),
        "newest": [
            {
                "thing": shower.thing(entry.iri),
                "title": titles.get(entry.iri, ""),
                "iso": entry.day,
                "day": day(entry.day, lang),
            }
            for entry in newest
        ],
        "dossiers": [
            {"thing": shower.thing(iri), "title": titles.get(iri, ""), "count": count} for iri, count in dossiers
        ],
        "questions": asked_questions(lang, links, QUESTIONS),
        "pictures": pictures_of_all(lang, links),
        "papers_href": links.page(list_path("paper"), lang),
        "dossiers_href": links.page(list_path("dossier"), lang),
        "queries_href": links.page("queries", lang),
    }
    return make_page("home", "", lang, links, word("site", lang), context, description=word("tagline", lang))


def _titles(lists: Lists, things: list[str]) -> dict[str, str]:
    """The longest title of each thing, which says most."""
    found: dict[str, str] = {}
    for row in lists.asker.rows("page-facts", thing=things):
        if row["thing"] and row["value"] and row["property"] and row["property"].value.endswith("/terms/title"):
            old = found.get(row["thing"].value, "")
            found[row["thing"].value] = max(old, " ".join(row["value"].value.split()), key=lambda t: (len(t), t))
    return {thing: as_sentence(title) for thing, title in found.items()}
