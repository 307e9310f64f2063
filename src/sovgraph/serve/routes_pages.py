"""Pages for people that aren't about one thing: home, lists, search, stored queries, the dataset."""

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sovgraph.describe.addresses import page_path
from sovgraph.describe.dataset import dataset_description, dataset_iri, extent_of
from sovgraph.describe.formats import from_ntriples, write_triples
from sovgraph.describe.publication import places_of
from sovgraph.errors import QueryError
from sovgraph.pages.list_page import page_links
from sovgraph.pages.query_page import Rows
from sovgraph.query import Param, StoredQuery
from sovgraph.query.sentences import in_language
from sovgraph.search import kind_word
from sovgraph.serve.answers import answering, in_thread, kept_answer, link_header, missing, wanted_form, whole_or_head
from sovgraph.serve.calls import lang_of
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import HTML, PAGE_AND_RDF, split_suffix
from sovgraph.serve.searching import index_of
from sovgraph.serve.state import Site, site_of
from sovgraph.serve.stored import Asked, choices_of, part_of, query_of, read_asked, result_of

PAGE_ROWS: Final = 100
PAGE_HITS: Final = 20
MOST_CHOICES: Final = 1_500
"""Longer lists are typed, not chosen."""
MOST_WORDS: Final = 300
"""Characters of a search."""
_DOWNLOADS: Final = ("csv", "json", "tsv", "md")
_SUGGESTIONS: Final = 10


def _plain(path: str) -> Callable[[Request], Any]:
    """A page that needs no question; `path` may have holes that the address fills."""

    @answering
    async def page(request: Request) -> Response:
        site, lang = site_of(request), lang_of(request.scope)
        place = path.format(**request.path_params)

        def make() -> bytes:
            found = site.pages.at(place, lang, ServerLinks(site.root_path))
            if found is None:
                raise missing("there is nothing at this address")
            return str(found.html).encode("utf-8", "replace")

        return await kept_answer(request, ("page", place, lang), HTML.content_type, make, {})

    return page


@answering
async def query(request: Request) -> Response:
    """The form of a stored query; with the rows when enough is given to ask it."""
    site, lang = site_of(request), lang_of(request.scope)
    links = ServerLinks(site.root_path)
    stored = query_of(request.path_params["name"])
    offered = {p.name: await _offered(request, p, lang) for p in stored.params}
    rows, error, given, downloads = None, "", {}, []
    try:
        asked = read_asked(stored, request, lang, PAGE_ROWS)
        given = asked.values
        if _is_asked(stored, asked, request):
            result = await result_of(request, asked)
            here = asked.offset // asked.limit + 1
            last = max(1, -(-len(result) // asked.limit))
            turns = page_links(here, last, lambda number: _turned(links, asked, number, lang))
            rows = Rows(part_of(result, asked), asked.offset + 1, len(result), turns if last > 1 else ())
            downloads = [(form, _download(links, asked, form)) for form in _DOWNLOADS]
    except QueryError as found:
        error = in_language(str(found), lang)

    def make() -> bytes:
        page = site.pages.query(stored, given, rows, error, lang, links, choices=offered, downloads=downloads)
        return str(page.html).encode("utf-8", "replace")

    if not error:
        key = ("query", stored.name, request.url.query, lang)
        return await kept_answer(request, key, HTML.content_type, make, {})
    answer = whole_or_head(request, await in_thread(request, make), HTML.content_type, {"Cache-Control": "no-store"})
    answer.status_code = 400
    return answer


def _is_asked(stored: StoredQuery, asked: Asked, request: Request) -> bool:
    """Asked without a word only where nothing must be given."""
    return bool(request.url.query) or not any(p.required for p in stored.params)


async def _offered(request: Request, param: Param, lang: str) -> list[tuple[str, str]]:
    found = await choices_of(request, param, lang)
    return [(c.value, c.label) for c in found] if len(found) <= MOST_CHOICES else []


def _turned(links: ServerLinks, asked: Asked, number: int, lang: str) -> str:
    fields = [*asked.fields(), ("page", str(number))]
    return f"{links.page(f'queries/{asked.query.name}', lang)}?{urlencode(fields)}"


def _download(links: ServerLinks, asked: Asked, form: str) -> str:
    fields = [*asked.fields(), *([("lang", "en")] if asked.lang == "en" else [])]
    place = links.data(f"api/queries/{asked.query.name}", f".{form}")
    return f"{place}?{urlencode(fields)}" if fields else place


@answering
async def search(request: Request) -> Response:
    """The form, and with `q` what was found; `kind`, `year`, `chamber` and `dossier` narrow it."""
    site, lang = site_of(request), lang_of(request.scope)
    asked = request.query_params
    words = asked.get("q", "").strip()[:MOST_WORDS]
    chosen = {name: asked.get(name, "")[:100] for name in ("kind", "year", "chamber", "dossier")}
    number = asked.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    index = await index_of(request) if words else None

    def make() -> bytes:
        offset = (max(1, page) - 1) * PAGE_HITS
        hits = index.search(words, **chosen, lang=lang, limit=PAGE_HITS, offset=offset) if index else None
        found = site.pages.search(words, hits, lang, ServerLinks(site.root_path), chosen=chosen)
        return str(found.html).encode("utf-8", "replace")

    key = ("search", words, tuple(chosen.values()), page, lang)
    return await kept_answer(request, key, HTML.content_type, make, {})


@answering
async def suggest(request: Request) -> Response:
    """Things whose name begins like what was typed, for the search field."""
    site = site_of(request)
    lang = "en" if request.query_params.get("lang") == "en" else lang_of(request.scope)
    words = request.query_params.get("q", "").strip()[:MOST_WORDS]
    index = await index_of(request) if words else None

    def make() -> bytes:
        found = index.suggest(words, lang=lang, limit=_SUGGESTIONS) if index else ()
        links = ServerLinks(site.root_path)
        told = [
            {
                "text": one.text,
                "label": one.label,
                "kind": one.kind,
                "kindLabel": kind_word(one.kind, lang),
                "href": _thing(site, links, one.iri, lang)
                or f"{links.page('search', lang)}?{urlencode({'q': one.text})}",
            }
            for one in found
        ]
        return json.dumps({"q": words, "suggestions": told}, ensure_ascii=False).encode() + b"\n"

    return await kept_answer(request, ("suggest", words, lang), "application/json", make, {})


def _thing(site: Site, links: ServerLinks, iri: str, lang: str) -> str:
    path = page_path(iri, site.base) if iri else None
    return links.page(path, lang) if path else ""


@answering
async def dataset(request: Request) -> Response:
    """The dataset as a page for people and, in full, as RDF."""
    site, lang = site_of(request), lang_of(request.scope)
    links = ServerLinks(site.root_path)
    _, suffix = split_suffix(request.url.path, PAGE_AND_RDF)
    addresses = {f.media_type: links.data("dataset", f".{f.suffix}") for f in PAGE_AND_RDF}
    form = HTML if lang == "en" else suffix or wanted_form(request, PAGE_AND_RDF, addresses)
    others = [(addresses[f.media_type], "alternate", f.media_type) for f in PAGE_AND_RDF if f is not form]
    headers = {"Vary": "Accept", "Link": link_header(others)}

    def make() -> bytes:
        places = places_of(site.publication, site.base)
        described = dataset_description(extent_of(site.store), site.publication, places, base=site.base)
        if form is not HTML:
            return write_triples(from_ntriples(described), form.suffix)
        found = site.pages.dataset(described, dataset_iri(site.base), lang, links)
        return str(found.html).encode("utf-8", "replace")

    return await kept_answer(request, ("dataset", form.suffix, lang), form.content_type, make, headers)


def _both(path: str, handler: Any) -> list[Route]:
    """The Dutch and the English address."""
    return [Route(path, handler), Route(f"/en{path}", handler)]


ROUTES = [
    Route("/", _plain("")),
    Route("/en", _plain("")),
    Route("/en/", _plain("")),
    *_both("/list", _plain("list")),
    *_both("/list/{kind}", _plain("list/{kind}")),
    *_both("/list/{kind}/{number}", _plain("list/{kind}/{number}")),
    *_both("/queries", _plain("queries")),
    *_both("/queries/{name}", query),
    *_both("/search", search),
    *_both("/suggest", suggest),
    *_both("/dataset", dataset),
    Route("/dataset.{suffix}", dataset),
]
