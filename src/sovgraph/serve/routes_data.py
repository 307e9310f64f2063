"""Linked data: /id (303), /doc in the forms that a client wants, the ontology, VoID and stored queries as RDF."""

from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sovgraph.describe.addresses import FOREIGN, page_path
from sovgraph.describe.counting import count_store
from sovgraph.describe.formats import write_triples
from sovgraph.describe.ontology import ontology_triples
from sovgraph.describe.rdf import Triple
from sovgraph.describe.resource import describe, embedded, is_known
from sovgraph.describe.stored import queries_description
from sovgraph.describe.void import void_description
from sovgraph.serve.answers import (
    COUNTS,
    PAGES,
    Handler,
    answering,
    header_iri,
    in_thread,
    kept_answer,
    link_header,
    missing,
    wanted_form,
)
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import HTML, PAGE_AND_RDF, RDF, Form, split_suffix
from sovgraph.serve.state import Site, site_of
from sovgraph.store.terms import is_iri

_LIST = "; ask a list or the search for what there is"


@answering
async def identifier(request: Request) -> Response:
    """A thing isn't a document: 303 to the document about it."""
    site = site_of(request)
    key = _raw_path(request).partition("/id/")[2]
    written, decoded = f"{site.base}id/{key}", f"{site.base}id/{unquote(key)}"
    iri = written if "%" in key and _can_be(written) and is_known(site.store, written) else decoded
    path = page_path(iri, site.base) if _can_be(iri) else None
    if path is None:
        raise missing("no thing has this address" + _LIST)
    place = ServerLinks(site.root_path).data(path, "")
    return RedirectResponse(place, 303, {"Link": link_header([(place, "describedby", "")]), "Vary": "Accept"})


def _raw_path(request: Request) -> str:
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.partition(b"?")[0].decode("latin-1")


@answering
async def document(request: Request) -> Response:
    """The page of a thing or its data: by suffix, else by what the client accepts."""
    site = site_of(request)
    path = f"doc/{request.path_params['path']}"
    cut, form = split_suffix(path, PAGE_AND_RDF)
    iri = _iri(path, site.base)
    if form is not None:
        whole = iri
        is_whole = await in_thread(request, lambda: whole is not None and is_known(site.store, whole))
        iri, form = (iri, None) if is_whole else (_iri(cut, site.base), form)
    if iri is None:
        raise missing("no thing has this address" + _LIST)
    return await _represented(request, site, iri, form, "nl")


@answering
async def english(request: Request) -> Response:
    """The English page; the data have one form for all languages, at the address without /en."""
    site = site_of(request)
    iri = _iri(f"doc/{request.path_params['path']}", site.base)
    if iri is None:
        raise missing("no thing has this address" + _LIST)
    return await _represented(request, site, iri, HTML, "en")


async def _represented(request: Request, site: Site, iri: str, suffix: Form | None, lang: str) -> Response:
    links = ServerLinks(site.root_path)
    path = page_path(iri, site.base) or ""
    addresses = {f.media_type: links.data(path, f".{f.suffix}") for f in PAGE_AND_RDF}
    form = suffix or wanted_form(request, PAGE_AND_RDF, addresses)
    others = [(addresses[f.media_type], "alternate", f.media_type) for f in PAGE_AND_RDF if f is not form]
    headers = {"Vary": "Accept", "Link": link_header([*others, (header_iri(iri), "describes", "")])}
    if suffix is None:
        headers["Content-Location"] = addresses[form.media_type]

    def make() -> bytes:
        if form is HTML:
            json_ld = embedded(site.store, iri, site.base, site.publication.license)
            page = site.pages.thing(iri, lang, links, json_ld=json_ld)
            if page is None:
                raise missing(f"nothing is known here of <{iri}>" + _LIST)
            return str(page.html).encode("utf-8", "replace")
        found = describe(site.store, iri, site.base, site.publication.license)
        if found is None:
            raise missing(f"nothing is known here of <{iri}>" + _LIST)
        return write_triples(found.triples, form.suffix)

    return await kept_answer(request, ("doc", iri, form.suffix, lang), form.content_type, make, headers)


def _iri(path: str, base: str) -> str | None:
    """The IRI of a page's path as the server gets it, decoded once; None where it can't be one."""
    if path.startswith(FOREIGN):
        scheme, _, rest = path.removeprefix(FOREIGN).partition("/")
        found = f"{scheme}://{rest}" if scheme in ("http", "https") and "/" in rest else ""
    else:
        key = path.removeprefix("doc/")
        found = f"{base}id/{key}" if key else ""
    return found if _can_be(found) and page_path(found, base) else None


def _can_be(text: str) -> bool:
    """Whether the engine takes it as an IRI; it knows more characters that can't stand in one."""
    if not is_iri(text):
        return False
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _offered(name: str, triples: Callable[[Site], list[Triple]], page: Callable[[Site, str], bytes] | None) -> Handler:
    """A route for a description with a page (or none), by suffix or by what the client accepts."""
    forms = PAGE_AND_RDF if page else RDF

    @answering
    async def offered(request: Request) -> Response:
        site = site_of(request)
        links = ServerLinks(site.root_path)
        suffix = request.path_params.get("suffix", "")
        addresses = {f.media_type: links.data(name, f".{f.suffix}") for f in forms}
        given = next((f for f in forms if f.suffix == suffix), None)
        if suffix and given is None:
            raise missing(f"/{name} has no form .{suffix[:20]}; there are: {', '.join(f.suffix for f in forms)}")
        form = given or wanted_form(request, forms, addresses)
        lang = "en" if request.path_params.get("lang") else "nl"
        others = [(addresses[f.media_type], "alternate", f.media_type) for f in forms if f is not form]
        headers = {"Vary": "Accept", "Link": link_header(others)}
        if given is None:
            headers["Content-Location"] = addresses[form.media_type]

        def make() -> bytes:
            return page(site, lang) if form is HTML and page else write_triples(triples(site), form.suffix)

        kind = COUNTS if name == "void" else PAGES
        return await kept_answer(request, (name, form.suffix, lang), form.content_type, make, headers, kind)

    offered.__name__ = name
    return offered


@cache
def _terms() -> list[Triple]:
    return list(ontology_triples())


def _terms_page(site: Site, lang: str) -> bytes:
    return str(site.pages.terms(lang, ServerLinks(site.root_path)).html).encode()


_FEATURES = ("Turtle", "JSON-LD", "N-Triples", "RDF_XML")
"""The forms of RDF as the W3C names them."""
_COUNTED: dict[str, list[Triple]] = {}
"""VoID of the last version: counting millions of triples takes a minute, and one thread does it, for all forms."""


def _void(site: Site) -> list[Triple]:
    key = f"{site.version} {site.base}"
    if key not in _COUNTED:
        found = void_description(count_store(site.store), site.publication, site.base, features=_FEATURES)
        _COUNTED.clear()
        _COUNTED[key] = found
    return _COUNTED[key]


def _queries(site: Site) -> list[Triple]:
    return list(queries_description(site.base, site.publication.endpoint))


@answering
async def well_known(request: Request) -> Response:
    return RedirectResponse(ServerLinks(site_of(request).root_path).data("void", ""), 303, {"Vary": "Accept"})


@answering
async def english_terms(request: Request) -> Response:
    site = site_of(request)
    key = ("def", "html", "en")
    return await kept_answer(request, key, HTML.content_type, lambda: _terms_page(site, "en"), {})


_DEF = _offered("def", lambda site: _terms(), _terms_page)
_VOID = _offered("void", _void, None)
_STORED = _offered("queries", _queries, None)

ROUTES = [
    Route("/id/{path:path}", identifier),
    Route("/doc/{path:path}", document),
    Route("/en/doc/{path:path}", english),
    Route("/def", _DEF),
    Route("/def.{suffix}", _DEF),
    Route("/en/def", english_terms),
    Route("/void", _VOID),
    Route("/void.{suffix}", _VOID),
    Route("/queries.{suffix}", _STORED),
    Route("/.well-known/void", well_known),
]
