"""A paper to read, as one page of HTML: its text, references as links to the official sites, the rest marked.

The page needs nothing from outside and runs no script. Below the text stands what could not be resolved, and why.
"""

from collections.abc import Iterator
from html import escape

from sovgraph.identifiers import parse_id, web_address
from sovgraph.model import Document, Mention, MentionType, Status

_REFERENCES = frozenset(
    MentionType(name)
    for name in (
        "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb stcrt trb ecli law article"
        " reference"
    ).split()
)
_WHOLE_CLAUSES = frozenset(
    MentionType(name) for name in "measure programme council_meeting deadline request commitment".split()
)
"""Stretches that hold references and names of their own: marking them would hide those."""
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,serif;white-space:pre-wrap}"
    "a{color:#0b5394}mark{background:#eef3f8;color:inherit;border-radius:2px}.open{background:#fdf0dc}"
    "table{white-space:normal;border-collapse:collapse;font:.95rem/1.4 system-ui,sans-serif}"
    "td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "@media(prefers-color-scheme:dark){body{background:#14181d;color:#e4e6e8}a{color:#8fc1f2}"
    "mark{background:#222b35}.open{background:#4a3818}}"
)
_WORDS = {
    "nl": ("Niet thuisgebracht", "als gedrukt", "soort", "waarom", "Alle verwijzingen zijn thuisgebracht."),
    "en": ("Not resolved", "as printed", "kind", "why", "All references are resolved."),
}


def outermost(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Mentions in text order that don't overlap: a reference goes before a name, the longer before the shorter."""
    taken = 0
    names = (m for m in mentions if m.type not in _WHOLE_CLAUSES)
    ranked = sorted(names, key=lambda m: (m.start, m.type not in _REFERENCES, -m.end))
    for mention in ranked:
        if mention.start >= taken:
            taken = mention.end
            yield mention


def address_of(mention: Mention) -> str | None:
    """The official page of what a mention names, when its identifier is sure or inferred."""
    if mention.id is None or mention.type not in _REFERENCES or mention.type is MentionType.KENMERK:
        return None
    if mention.status not in (Status.EXACT, Status.INFERRED):
        return None
    item = parse_id(mention.id)
    return web_address(item) if item is not None else None


def reading_page(document: Document, mentions: tuple[Mention, ...], lang: str = "nl") -> str:
    """The whole page."""
    text = document.text
    parts: list[str] = []
    position = 0
    for mention in outermost(mentions):
        parts.append(escape(text[position : mention.start]))
        parts.append(_marked(mention))
        position = mention.end
    parts.append(escape(text[position:]))
    title = escape(document.meta.title or document.meta.paper_id or document.source)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>\n'
        f"<body><main>{''.join(parts)}</main>\n{_unresolved(mentions, lang)}</body></html>\n"
    )


def _marked(mention: Mention) -> str:
    words = escape(mention.text)
    told = escape(" · ".join(filter(None, (mention.type.value, mention.id, mention.status.value, mention.reason))))
    address = address_of(mention)
    if address is not None:
        return f'<a href="{escape(address)}" title="{told}">{words}</a>'
    is_open = mention.type in _REFERENCES and mention.status in (Status.UNRESOLVED, Status.AMBIGUOUS)
    return f'<mark{" class=open" if is_open else ""} title="{told}">{words}</mark>'


def _unresolved(mentions: tuple[Mention, ...], lang: str) -> str:
    head, printed, kind, why, none = _WORDS["en" if lang == "en" else "nl"]
    rows = [
        f"<tr><td>{escape(' '.join(m.text.split()))}</td><td>{m.type.value}</td><td>{escape(m.reason or '–')}"
        f"{''.join(f'<br>{escape(c.id)}: {escape(c.reason)}' for c in m.candidates)}</td></tr>"
        for m in mentions
        if m.type in _REFERENCES and m.status in (Status.UNRESOLVED, Status.AMBIGUOUS)
    ]
    if not rows:
        return f"<footer><p>{none}</p></footer>"
    header = f"<tr><th>{printed}</th><th>{kind}</th><th>{why}</th></tr>"
    return f"<footer><h2>{head}</h2><table>{header}{''.join(rows)}</table></footer>"
