"""What the workbench knows: the classes and properties of the data, prefixes, stored queries as examples."""

from dataclasses import dataclass
from typing import Any

from sovgraph import vocab as v
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.words import count, word
from sovgraph.query import catalog, run_internal
from sovgraph.query.binding import without_header
from sovgraph.query.running import vocabulary_names
from sovgraph.query.sentences import topics
from sovgraph.store import QuadStore


def workbench_data(store: QuadStore) -> dict[str, Any]:
    """As JSON for the page: `classes` and `properties` are rows of IRI, times used, label nl, label en."""
    used = run_internal(store, "terms-used")
    dutch, english = vocabulary_names("nl"), vocabulary_names("en")
    terms: dict[str, list[list[Any]]] = {"class": [], "property": []}
    for kind, term, times in used:
        if kind is not None and term is not None and times is not None:
            labels = dutch.get(term.value, ""), english.get(term.value, "")
            terms[kind.value].append([term.value, int(times.value), *labels])
    return {
        "prefixes": dict(v.NAMESPACES),
        "classes": terms["class"],
        "properties": terms["property"],
        "examples": _examples(),
        "names": {iri: (dutch[iri], english[iri]) for iri in sorted(dutch.keys() & english)},
        "labels": catalog().get_internal("labels").text,
    }


def _examples() -> list[dict[str, Any]]:
    """Stored queries by topic."""
    dutch, english = topics("nl"), topics("en")
    order = list(english)
    found = []
    for query in catalog().queries:
        tag = query.tags[0]
        found.append(
            {
                "name": query.name,
                "topic": tag,
                "title": {"nl": query.title_nl, "en": query.title_en},
                "description": {"nl": query.description_nl, "en": query.description_en},
                "group": {"nl": dutch[tag], "en": english[tag]},
                "text": without_header(query.text),
            }
        )
    return sorted(found, key=lambda e: (order.index(e.pop("topic")), e["name"]))


_SCRIPT_WORDS = (
    "editor running stopped yes no count page drawn cut copied no-words loading results held over full".split()
)
_SCRIPTS = ("graph.min.js", "editor.min.js", "workbench-terms.js", "workbench-graph.js", "workbench.js")
_QUERY = "consultations"
"""The question that stands in the editor at first."""


@dataclass(frozen=True, slots=True)
class Later:
    """A part of the data that is loaded when it is asked for; `first` and `last` name the papers it is about."""

    src: str
    quads: int
    is_evidence: bool
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Engine:
    """What answers: an `endpoint` with `terms` (the address of `workbench_data` as JSON), or, without a server,
    `scripts` to load at once and `parts` to load with the first question (see static/store.js). These parts hold
    `held` of the `total` statements; the user may add parts of `later`."""

    endpoint: str = ""
    terms: str = ""
    scripts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    held: int = 0
    total: int = 0
    later: tuple[Later, ...] = ()


def workbench_page(lang: str, links: Links, base: str, engine: Engine, *, suffix: str = "") -> Page:
    """`suffix` is what the addresses of pages end in (".html" on a static site)."""
    scripts = {_camel(name): word(f"workbench-{name}", lang) for name in _SCRIPT_WORDS}
    context = {
        "base": base,
        "site": links.page("", lang).removesuffix(f"index{suffix}" if suffix else ""),
        "suffix": suffix,
        "endpoint": engine.endpoint,
        "terms": engine.terms,
        "parts": list(engine.parts),
        "held": engine.held,
        "total": engine.total,
        "held_shown": count(engine.held, lang),
        "total_shown": count(engine.total, lang),
        "later": [(part, _about(part, lang)) for part in engine.later],
        "scripts": [*(links.asset(name) for name in _SCRIPTS[:-1]), *engine.scripts, links.asset(_SCRIPTS[-1])],
        "query": without_header(catalog().get(_QUERY).text),
        "script_words": {
            **scripts,
            "caption": scripts["results"],
            "triple": [word(f"workbench-{name}", lang) for name in ("subject", "property", "value")],
        },
    }
    title = word("workbench", lang)
    return make_page("workbench", "workbench", lang, links, title, context, crumbs=(Crumb(title),))


def _about(part: Later, lang: str) -> str:
    """What a part that may be added is, for a list to choose from."""
    name = word("workbench-evidence" if part.is_evidence else "workbench-facts", lang)
    papers = part.first if part.first == part.last else f"{part.first} … {part.last}"
    return f"{name} {papers} ({count(part.quads, lang)})"


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part.title() for part in rest)
