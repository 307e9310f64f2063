"""Where a thing has its page: the path of an IRI on the site, and back."""

import re
from urllib.parse import quote, unquote

_FOREIGN = re.compile(r"(https?)://([A-Za-z0-9.-]+(?::\d+)?)/(.*)", re.DOTALL)
_KEPT = "/-._~:@!$&'()*+,;="
"""Stand as they are in a path; "%", "?" and "#" are written as codes, so that the way back is exact."""

DOC = "doc/"
FOREIGN = "doc/iri/"


def page_path(iri: str, base: str) -> str | None:
    """The path of a thing's page, without a leading slash: `doc/kst/32317-QC` for `<base>id/kst/32317-QC`.

    An IRI from elsewhere keeps its scheme and host: `doc/iri/https/identifier.overheid.nl/tooi/id/oorg/oorg10001`.
    None for what is no web address (urn:, mailto:) and for the terms of the ontology, which have one page.
    """
    own = f"{base}id/"
    if iri.startswith(own):
        key = iri.removeprefix(own)
        return DOC + quote(key, safe=_KEPT) if key and not key.startswith("iri/") else None
    if iri.startswith(base):
        return None
    match = _FOREIGN.fullmatch(iri)
    return f"{FOREIGN}{match[1]}/{match[2]}/{quote(match[3], safe=_KEPT)}" if match else None


def iri_of(path: str, base: str) -> str | None:
    """The IRI of a page's path; None where the path isn't one of a page."""
    if path.startswith(FOREIGN):
        scheme, _, rest = path.removeprefix(FOREIGN).partition("/")
        host, slash, key = rest.partition("/")
        return f"{scheme}://{host}/{unquote(key)}" if scheme in ("http", "https") and host and slash else None
    key = path.removeprefix(DOC)
    return f"{base}id/{unquote(key)}" if path.startswith(DOC) and key else None
