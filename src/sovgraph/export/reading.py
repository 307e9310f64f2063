"""Papers to read, as one page of HTML: references are links to the official sites, and nothing else stands out.

The page needs nothing from outside and runs no script. Names and dates show when the reader ticks a box. Below each
paper stands what could not be resolved, how often, where, and why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sovgraph.export.page import html_page
from sovgraph.identifiers import cited_as, parse_id, web_address
from sovgraph.link.issues import is_partial
from sovgraph.model import REFERENCES, Candidate, Document, Mention, MentionType, Status
from sovgraph.query.sentences import code_words, in_language

_WHOLE_CLAUSES = frozenset(
    MentionType(name) for name in "measure programme council_meeting deadline request commitment".split()
)
"""Stretches that hold references and names of their own: marking them would hide those."""
_WITHOUT_REASON = {MentionType.LAW: "the register has no number for it"}
_NO_REASON = "the words don't tell which is meant"
_WORDS = {
    "nl": {
        "unresolved": "Niet thuisgebracht",
        "printed": "als gedrukt",
        "times": "keer",
        "kind": "soort",
        "why": "waarom",
        "none": "Alle verwijzingen zijn thuisgebracht.",
        "key": "verwijzing met link",
        "known": "bekend, zonder pagina",
        "open": "niet thuisgebracht",
        "names": "ook namen en data tonen",
        "papers": "{} stukken",
        "count": "{} niet thuisgebracht",
    },
    "en": {
        "unresolved": "Not resolved",
        "printed": "as printed",
        "times": "times",
        "kind": "kind",
        "why": "why",
        "none": "All references are resolved.",
        "key": "reference with a link",
        "known": "known, without a page",
        "open": "not resolved",
        "names": "show names and dates too",
        "papers": "{} papers",
        "count": "{} not resolved",
    },
}


@dataclass(frozen=True, slots=True)
class Section:
    """One paper of the page. `open`: how many of its references are not resolved."""

    number: int
    title: str
    open: int
    html: str


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in text order that don't overlap: references before all names, then the first and longest."""
    ranked = sorted(
        (m for m in mentions if m.type not in _WHOLE_CLAUSES),
        key=lambda m: (m.start, m.type is MentionType.REFERENCE, -m.end),
    )
    taken = list(_apart(m for m in ranked if m.type in REFERENCES))
    free = []
    place = 0
    for name in _apart(m for m in ranked if m.type not in REFERENCES):
        while place < len(taken) and taken[place].end <= name.start:
            place += 1
        if place == len(taken) or taken[place].start >= name.end:
            free.append(name)
    return sorted((*taken, *free), key=lambda m: m.start)


def _apart(mentions: Iterator[Mention]) -> Iterator[Mention]:
    end = 0
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention


def address_of(mention: Mention) -> str | None:
    """The official page of what a mention names, when its identifier is sure or inferred; of an article its act's."""
    named = mention.part("act") if mention.type is MentionType.ARTICLE else mention.id
    if mention.type not in REFERENCES or mention.status not in (Status.EXACT, Status.INFERRED):
        return None
    return None if mention.type is MentionType.KENMERK else _page_of(named)


def _page_of(identifier: str | None) -> str | None:
    item = parse_id(identifier) if identifier else None
    return web_address(item) if item is not None else None


def paper_section(document: Document, mentions: Sequence[Mention], number: int = 1, lang: str = "nl") -> Section:
    """The text of a paper with its links, and what is left open."""
    meta = document.meta
    file = document.source.rpartition("/")[2]
    title = " · ".join(filter(None, (_named(meta.paper_id), " ".join((meta.title or "").split())))) or file
    doubts = [m for m in mentions if _is_open(document, m)]
    html = (
        f'<section id="p{number}"><h2>{escape(title)}</h2><p class="about">{escape(file)}</p>\n'
        f'<div class="text" lang="nl">{_text(document, mentions, doubts, number, lang)}</div>\n'
        f"{_table(doubts, number, lang)}</section>\n"
    )
    return Section(number, title, len(doubts), html)


def reading_page(papers: Sequence[Section], lang: str = "nl") -> str:
    """The whole page, with a list of its papers where there are several."""
    words = _WORDS["en" if lang == "en" else "nl"]
    title = papers[0].title if len(papers) == 1 else words["papers"].format(len(papers))
    contents = "".join(
        f'<li><a href="#p{p.number}">{escape(p.title)}</a>'
        f"{' (' + words['count'].format(p.open) + ')' if p.open else ''}</li>"
        for p in papers
    )
    head = f"<h1>{escape(title)}</h1><nav><ol>{contents}</ol></nav>\n" if len(papers) > 1 else ""
    body = (
        f'{head}<p class="key"><span class="link">{words["key"]}</span> <span class="known">{words["known"]}</span>'
        f' <span class="open">{words["open"]}</span></p>\n'
        f'<input type="checkbox" id="names"> <label for="names" class="key">{words["names"]}</label>\n'
        f"{''.join(p.html for p in papers)}"
    )
    return html_page(title, body, lang)


def _is_open(document: Document, mention: Mention) -> bool:
    """A reference that names nothing for sure; a motion's title names the motion itself."""
    if mention.type not in REFERENCES:
        return False
    title = document.motion.title if document.motion else None
    if mention.type is MentionType.MOTION and title and title.start <= mention.start < title.end:
        return False
    return mention.status in (Status.UNRESOLVED, Status.AMBIGUOUS) or is_partial(mention)


def _text(document: Document, mentions: Sequence[Mention], doubts: list[Mention], number: int, lang: str) -> str:
    places = sorted({m.start for m in doubts}, reverse=True)
    parts: list[str] = []
    position = 0
    for mention in outermost(mentions):
        parts.append(escape(document.text[position : mention.start]))
        while places and places[-1] < mention.end:  # also of doubts inside this one, which aren't marked themselves
            parts.append(f'<span id="{_anchor(number, places.pop())}"></span>')
        parts.append(_marked(mention, lang, is_open=_is_open(document, mention)))
        position = mention.end
    return "".join((*parts, escape(document.text[position:])))


def _anchor(number: int, place: int) -> str:
    return f"p{number}-{place}"


def _marked(mention: Mention, lang: str, *, is_open: bool) -> str:
    words, told = escape(mention.text), escape(_told(mention, lang))
    address = address_of(mention)
    if address is not None:
        return f'<a{" class=open" if is_open else ""} href="{escape(address)}" title="{told}">{words}</a>'
    if mention.type not in REFERENCES:
        return f'<mark title="{told}">{words}</mark>'
    return f'<span class="{"open" if is_open else "known"}" title="{told}">{words}</span>'


def _told(mention: Mention, lang: str) -> str:
    """What the reader sees who points at a word: its kind, what it names, how sure that is and why."""
    words = code_words(lang)
    named = _named(mention.id) if mention.type in REFERENCES else mention.id
    status = mention.status.value
    reason = in_language(mention.reason, lang) if mention.reason else ""
    return " · ".join(filter(None, (words.get(mention.type.value), named, words.get(status, status), reason)))


def _named(identifier: str | None) -> str:
    """An identifier as papers cite it, where it is a paper's."""
    item = parse_id(identifier) if identifier else None
    return (cited_as(item) if item is not None else "") or identifier or ""


def _table(doubts: list[Mention], number: int, lang: str) -> str:
    """What is not resolved, the same words for the same reason once, with a link to each of their places."""
    words = _WORDS["en" if lang == "en" else "nl"]
    if not doubts:
        return f"<p>{words['none']}</p>\n"
    groups: dict[tuple[object, ...], list[Mention]] = {}
    for m in sorted(doubts, key=lambda m: m.start):
        key = (" ".join(m.text.split()).casefold(), m.type, m.reason, tuple(c.id for c in m.candidates))
        groups.setdefault(key, []).append(m)
    rows = "".join(_row(group, number, lang) for group in groups.values())
    header = "".join(f"<th>{words[name]}</th>" for name in ("printed", "times", "kind", "why"))
    return f"<h3>{words['unresolved']}</h3>\n<table><thead><tr>{header}</tr></thead>\n<tbody>{rows}</tbody></table>\n"


def _row(group: list[Mention], number: int, lang: str) -> str:
    first = group[0]
    links = [f'<a href="#{_anchor(number, m.start)}">' for m in group]
    places = " ".join(f"{link}{count}</a>" for count, link in enumerate(links, start=1))
    times = f"{len(group)}<br><small>{places}</small>" if len(group) > 1 else "1"
    words = code_words(lang)
    kind = words.get(first.part("kind") or "", "") if first.type is MentionType.REFERENCE else ""
    kind = kind or words.get(first.type.value, first.type.value)
    reason = in_language(first.reason or _WITHOUT_REASON.get(first.type, _NO_REASON), lang)
    meant = "".join(f"<li>{_candidate(c, lang)}</li>" for c in first.candidates)
    return (
        f"<tr><td>{links[0]}{escape(' '.join(first.text.split()))}</a></td>"
        f'<td class="count">{times}</td><td>{escape(kind)}</td>'
        f"<td>{escape(reason)}{f'<ul>{meant}</ul>' if meant else ''}</td></tr>\n"
    )


def _candidate(candidate: Candidate, lang: str) -> str:
    name, page = escape(_named(candidate.id)), _page_of(candidate.id)
    told = escape(in_language(candidate.reason, lang))
    return (f'<a href="{escape(page)}">{name}</a>' if page else name) + (f": {told}" if told else "")
