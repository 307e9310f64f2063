"""A report as one page of HTML that needs nothing from outside: headings, tables, and each row with its sentence."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from sovgraph.export.page import html_page
from sovgraph.report.model import Head, Report, Row, Section, Source, Value, Values

_WORDS = {
    "nl": {"contents": "Inhoud", "on": "Stand op", "source": "bron", "reading": "Hoe dit te lezen"},
    "en": {"contents": "Contents", "on": "As of", "source": "source", "reading": "How to read this"},
}
_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def render_page(report: Report) -> str:
    lang = "en" if report.lang == "en" else "nl"
    words = _WORDS[lang]
    head = f"<header><h1>{escape(report.title)}</h1>\n"
    if report.on:
        head += f'<p class="about">{words["on"]} {_time(report.on, lang)}</p>\n'
    head += "".join(f"<p>{escape(text)}</p>\n" for text in report.intro) + "</header>\n"
    notes = "".join(f"<li>{escape(text)}</li>\n" for text in report.notes)
    if notes:
        notes = f'<aside aria-label="{words["reading"]}"><ul>\n{notes}</ul></aside>\n'
    body = f"{head}{_contents(report, words)}{notes}<main>\n{''.join(_sections(report, lang))}</main>\n"
    return html_page(report.title, body, lang, "wide report")


def _contents(report: Report, words: dict[str, str]) -> str:
    if len(report.sections) < 2:
        return ""
    items = "".join(
        f'<li><a href="#{escape(s.name)}">{escape(s.title)}</a> <span class="n">{s.count}</span></li>\n'
        for s in report.sections
    )
    return f'<nav aria-label="{words["contents"]}"><ol>\n{items}</ol></nav>\n'


def _sections(report: Report, lang: str) -> Iterator[str]:
    for section in report.sections:
        name = escape(section.name)
        count = f' <span class="n">({section.count})</span>' if section.groups else ""
        kind = "" if section.groups else ' class="empty"'
        yield f'<section id="{name}"{kind} aria-labelledby="h-{name}">'
        yield f'<h2 id="h-{name}">{escape(section.title)}{count}</h2>\n'
        if section.text and section.groups:
            yield f"<p>{escape(section.text)}</p>\n"
        if not section.groups:
            yield f'<p class="none">{escape(section.empty)}</p>\n'
        for number, group in enumerate(section.groups, 1):
            label = f"h-{section.name}"
            if group.heading:
                label = f"h-{section.name}-{number}"
                yield f'<h3 id="{escape(label)}">{escape(group.heading)}</h3>\n'
            yield _table(section, group.rows, label, lang)
        yield "</section>\n"


def _table(section: Section, rows: tuple[Row, ...], label: str, lang: str) -> str:
    heads = "".join(f'<th scope="col"{_right(head)}>{escape(head.text)}</th>' for head in section.heads)
    body = "".join(_body(section, row, lang) for row in rows)
    return (
        f'<div class="scroll" role="region" aria-labelledby="{escape(label)}" tabindex="0">'
        f'<table aria-labelledby="{escape(label)}">\n'
        f"<thead><tr>{heads}</tr></thead>\n{body}</table></div>\n"
    )


def _body(section: Section, row: Row, lang: str) -> str:
    """A row with its sentences below it; the two stay together on paper."""
    pairs = list(zip(section.heads, row.cells, strict=True))
    first = f'<th scope="row"{_right(pairs[0][0])}>{_cell(pairs[0][1], lang)}</th>'
    rest = "".join(f"<td{_right(head)}>{_cell(values, lang)}</td>" for head, values in pairs[1:])
    sources = "".join(f"<p>{_source(source)}</p>" for source in row.sources)
    below = f'<tr class="source"><td colspan="{len(pairs)}">{sources}</td></tr>' if sources else ""
    return f"<tbody><tr>{first}{rest}</tr>{below}</tbody>\n"


def _right(head: Head) -> str:
    return ' class="n"' if head.is_number else ""


def _cell(values: Values, lang: str) -> str:
    shown = dict.fromkeys(_value(value, lang) for value in values)
    return "<br>".join(shown)


def _value(value: Value, lang: str) -> str:
    if _DAY.fullmatch(value.text):
        return _time(value.text, lang)
    if value.is_code:
        return f'<span class="code">{escape(value.text)}</span>'
    return _unbroken(value.text)


def _time(iso: str, lang: str) -> str:
    day = date.fromisoformat(iso)
    return f'<time datetime="{iso}">{day.day} {_MONTHS[lang][day.month - 1]} {day.year}</time>'


_TOGETHER = re.compile(r"(?<=\b\d\d) (?=\d{3}\b)|(?<=\bnr\.) (?=\d)|(?<=tekens) |(?<=characters) |(?<=blz\.) ")


def _unbroken(text: str) -> str:
    """Text whose numbers ("32 317", "nr. 63") stay on one line."""
    return _TOGETHER.sub("\u00a0", escape(text))


def _source(source: Source) -> str:
    before, words, after = (
        escape(source.sentence[a:b]) for a, b in ((0, source.start), (source.start, source.end), (source.end, None))
    )
    label = _unbroken(source.label)
    # Only an address of the web becomes a link: an identifier is a text of the paper.
    if source.address.startswith("https://"):
        label = f'<a href="{escape(source.address)}" rel="noreferrer">{label}</a>'
    # Marks show where in a sentence the words are; a sentence that is marked whole says nothing more.
    is_part = source.end - source.start < 0.8 * len(source.sentence)
    marked = f"<mark>{words}</mark>" if words and is_part else words
    return f'<q lang="nl">{before}{marked}{after}</q> <cite>{label}, {_unbroken(source.place)}</cite>'
