"""A report as Markdown: it reads as text, and every mark of a paper's own words is escaped."""

import re
from collections.abc import Iterator

from sovgraph.report.model import Report, Row, Section, Source
from sovgraph.report.plain import told

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")
_LINK = re.compile(r"https://[^\s<>|\\]+")
_SOURCE = {"nl": "bron", "en": "source"}


def render_markdown(report: Report) -> str:
    lines = [f"# {plain(report.title)}", ""]
    for text in report.intro:
        lines += [plain(text), ""]
    for text in report.notes:
        lines += [f"> {plain(text)}", ">"]
    if report.notes:
        lines[-1] = ""
    for section in report.sections:
        lines += _section(section, report.lang)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(section: Section, lang: str) -> Iterator[str]:
    yield from (f"## {plain(section.title)} ({section.count})", "")
    if section.text:
        yield from (plain(section.text), "")
    if not section.groups:
        yield from (plain(section.empty), "")
    for group in section.groups:
        if group.heading:
            yield from (f"### {plain(group.heading)}", "")
        heads = [plain(head.text) for head in section.heads]
        rules = ["---:" if head.is_number else "---" for head in section.heads]
        if section.sourced:
            heads, rules = [*heads, _SOURCE["en" if lang == "en" else "nl"]], [*rules, "---"]
        yield f"| {' | '.join(heads)} |"
        yield f"| {' | '.join(rules)} |"
        yield from (_row(section, row) for row in group.rows)
        yield ""


def _row(section: Section, row: Row) -> str:
    cells = [plain(told(cell)) for cell in row.cells]
    if section.sourced:
        cells.append("<br>".join(_source(source) for source in row.sources))
    return f"| {' | '.join(cells)} |"


def _source(source: Source) -> str:
    before, words, after = (
        plain(source.sentence[a:b]) for a, b in ((0, source.start), (source.start, source.end), (source.end, None))
    )
    strong = f"**{words.strip()}**" if words.strip() else ""
    label = f"[{plain(source.label)}](<{source.address}>)" if _LINK.fullmatch(source.address) else plain(source.label)
    return f"“{before}{strong}{after}” {label}, {plain(source.place)}"


def plain(text: str) -> str:
    """Text in which nothing is Markdown or HTML."""
    flat = " ".join(text.split()) if text == text.strip() else re.sub(r"\s+", " ", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _MARKS.sub(r"\\\1", flat)).replace(
        "&", "&amp;"
    )
