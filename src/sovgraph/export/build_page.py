"""A build as one page of HTML: the table, what was refused, and every issue with its words and their place.

The page needs nothing from outside and runs no script. An issue links to the paper's part of the page, where its
words stand between those around them, and to its place in the file: the page of a PDF, the element of an XML file.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from html import escape
from pathlib import Path
from urllib.parse import quote

from sovgraph.build.results import BuildReport, BuiltPaper, Spot
from sovgraph.build.summary import Counts, counts_of, format_name, summary_of
from sovgraph.check import Finding
from sovgraph.export.page import html_page
from sovgraph.graph.places import pdf_fragment
from sovgraph.model import Issue, Place, Severity
from sovgraph.query.sentences import in_language

_WORDS = {
    "nl": {
        "title": "Wat het inlezen opleverde",
        "format": "formaat", "genre": "soort", "files": "bestanden", "facts": "feiten", "linked": "gekoppeld",
        "ambiguous": "dubbelzinnig", "unresolved": "open", "issues": "twijfels", "violations": "fouten",
        "warnings": "let op", "seconds": "seconden", "all": "alles",
        "refused": "Geweigerd", "papers": "Stukken", "file": "bestand", "code": "code", "what": "wat", "where": "waar",
        "open": "open bestand", "whole": "stuk", "none": "Geen twijfels.", "copy": "ander bestand van {}",
        "error": "fout", "warning": "let op", "info": "ter info", "violation": "fout",
        "page": "bladzijde", "path": "element", "char": "teken",
        "unchanged": "{} bestand(en) ongewijzigd", "differ": "verschillen tussen de bestanden van één stuk",
    },
    "en": {
        "title": "What reading the papers gave",
        "format": "format", "genre": "genre", "files": "files", "facts": "facts", "linked": "linked",
        "ambiguous": "ambiguous", "unresolved": "unresolved", "issues": "issues", "violations": "violations",
        "warnings": "warnings", "seconds": "seconds", "all": "all",
        "refused": "Refused", "papers": "Papers", "file": "file", "code": "code", "what": "what", "where": "where",
        "open": "open file", "whole": "paper", "none": "No issues.", "copy": "another file of {}",
        "error": "error", "warning": "warning", "info": "info", "violation": "violation",
        "page": "page", "path": "element", "char": "character",
        "unchanged": "{} file(s) unchanged", "differ": "differences between the files of one paper",
    },
}  # fmt: skip


def build_page(report: BuildReport, lang: str = "nl", folder: str = ".") -> str:
    """The whole page; links to the files that were read go from `folder`, where the page will stand."""
    words = _WORDS["en" if lang == "en" else "nl"]
    files = report.files
    body = (
        f"<h1>{words['title']}</h1>\n{_summary(summary_of(report), words)}"
        f"<p>{words['unchanged'].format(len(report.unchanged))}</p>\n"
        f"{_refused(report, words, lang)}{_differences(report, words)}"
        f"<h2>{words['papers']}</h2>\n{_contents(files, words)}"
        f"{''.join(_paper(p, n, words, lang, folder) for n, p in enumerate(files, 1))}"
    )
    return html_page(words["title"], body, lang, "wide")


def _cells(row: Counts) -> list[str]:
    *cells, seconds = astuple(row)
    return [*map(str, cells), f"{seconds:.1f}"]


def _summary(rows: Sequence[Counts], words: dict[str, str]) -> str:
    head = "".join(f"<th>{words[field.name]}</th>" for field in fields(Counts))
    lines = []
    for row in rows:
        first, second, *rest = (escape(cell) for cell in _cells(row))
        name = f"<th>{first or words['all']}</th><td>{second}</td>"
        lines.append(f"<tr>{name}{''.join(f'<td class=n>{cell}</td>' for cell in rest)}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>\n"


def _refused(report: BuildReport, words: dict[str, str], lang: str) -> str:
    if not report.refused:
        return ""
    items = "".join(f"<li>{escape(in_language(r.message, lang))}</li>" for r in report.refused)
    return f"<h2>{words['refused']} ({len(report.refused)})</h2>\n<ul>{items}</ul>\n"


def _differences(report: BuildReport, words: dict[str, str]) -> str:
    if not report.differences:
        return ""
    items = "".join(f"<li>{escape(_short(iri))}: {count}</li>" for iri, count in report.differences.items())
    return f"<h2>{words['differ'].capitalize()}</h2>\n<ul>{items}</ul>\n"


def _short(iri: str) -> str:
    return "-".join(iri.split("/id/")[-1].split("/", 1))


def _contents(files: Sequence[BuiltPaper], words: dict[str, str]) -> str:
    rows = []
    for number, paper in enumerate(files, 1):
        row = counts_of([paper], format_name(paper.media_type), paper.genre)
        count = row.issues + row.violations + row.warnings
        name = escape(Path(paper.source).name)
        rows.append(
            f'<tr><td><a href="#p{number}">{name}</a></td><td>{escape(_short(paper.iri))}</td>'
            f"<td>{escape(paper.genre)}</td>"
            f"<td class=n>{row.facts}</td><td class=n>{row.linked}</td><td class=n>{row.unresolved}</td>"
            f"<td class=n>{count}</td></tr>"
        )
    names = ("file", "whole", "genre", "facts", "linked", "unresolved", "issues")
    head = "".join(f"<th>{words[n]}</th>" for n in names)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>\n"


def _paper(paper: BuiltPaper, number: int, words: dict[str, str], lang: str, folder: str) -> str:
    other = f" · {escape(words['copy'].format(paper.copy_of))}" if paper.copy_of else ""
    address = _address(paper.source, folder)
    rows = [*_issue_rows(paper, address, words, lang), *_finding_rows(paper.findings, words, lang)]
    table = f"<table><tbody>{''.join(rows)}</tbody></table>" if rows else f"<p>{words['none']}</p>"
    link = f'<a href="{escape(address)}">{words["open"]}</a>'
    return (
        f'<section id="p{number}"><h2>{escape(_short(paper.iri))}</h2>'
        f'<p class="about">{escape(paper.source)} · {link}{other}</p>\n{table}</section>\n'
    )


def _issue_rows(paper: BuiltPaper, address: str, words: dict[str, str], lang: str) -> Iterator[str]:
    spots = paper.spots or (None,) * len(paper.issues)
    for issue, spot in zip(paper.issues, spots, strict=True):
        if issue.severity is not Severity.INFO or issue.code.startswith("READ-"):
            yield _row(
                words[issue.severity.value],
                issue.code,
                in_language(issue.message, lang),
                _where(address, issue, spot, words),
            )


def _finding_rows(findings: Sequence[Finding], words: dict[str, str], lang: str) -> Iterator[str]:
    for finding in findings:
        place = f"<q>{escape(finding.quote)}</q>" if finding.quote else escape(finding.focus)
        name = finding.shape.rpartition("#")[2]
        yield _row(words.get(finding.severity, finding.severity), name, finding.message(lang), place)


def _row(kind: str, code: str, message: str, where: str) -> str:
    return f"<tr><td>{escape(kind)}</td><td>{escape(code)}</td><td>{escape(message)}</td><td>{where}</td></tr>"


def _where(address: str, issue: Issue, spot: Spot | None, words: dict[str, str]) -> str:
    if spot is None:
        return ""
    excerpt = f"…{escape(_flat(spot.before))}<mark>{escape(_flat(spot.words))}</mark>{escape(_flat(spot.after))}…"
    places = [_place(address, place, words) for place in spot.places[:3]] or [f"{words['char']} {issue.start}"]
    return f"{excerpt} <small>{', '.join(dict.fromkeys(places))}</small>"


def _flat(text: str) -> str:
    return " ".join(f"|{text}|".split())[1:-1]


def _place(address: str, place: Place, words: dict[str, str]) -> str:
    if place.page is None:
        return f"{words['path']} <code>{escape(place.path)}</code>"
    page = escape(f"{address}#{pdf_fragment(place)}")
    return f'<a href="{page}">{words["page"]} {place.page}</a>'


def _address(source: str, folder: str) -> str:
    """A link to the file, of a member of an archive to the archive."""
    path = os.path.relpath(source.partition("!/")[0], folder)
    return quote(Path(path).as_posix())
