"""`sovgraph extract`: what is found in papers, without a store."""

import csv
import io
import json
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.build import Refused, collect_paths, empty_folders
from sovgraph.build.inputs import expanded
from sovgraph.cli.common import log, settings_of, table, write_out
from sovgraph.errors import ReadError
from sovgraph.graph.places import Places, pdf_fragment
from sovgraph.model import Document, Exchange, Issue, Mention, Source, Span
from sovgraph.pipeline import Environment, load_environment, read_mentions
from sovgraph.query.sentences import in_language
from sovgraph.read import read_path

if TYPE_CHECKING:
    from sovgraph.export.reading import Section

Found = tuple[Document, tuple[Mention, ...], tuple[Issue, ...]]


def extract(args: Namespace) -> int:
    """Prints the finds of each paper; a paper that can't be read is reported and the others go on."""
    env = load_environment(settings_of(args))
    rows: list[dict[str, Any]] = []
    sections: list[Section] = []
    read = 0
    refusals = empty_folders(args.paths)
    for refusal in refusals:
        log(f"sovgraph: {in_language(refusal.message, args.lang)}")
    refused = len(refusals)
    for item in (item for path in collect_paths(args.paths) for item in expanded(path)):
        try:
            path, found = _read(item, env)
        except ReadError as error:
            log(f"sovgraph: {in_language(str(error), args.lang)}")
            refused += 1
            continue
        read += 1
        if args.text:
            write_out(found[0].text)
        elif args.format == "html":
            from sovgraph.export.reading import paper_section

            sections.append(paper_section(found[0], found[1], read, args.lang))
        elif args.format == "jsonl":
            listed = _rows(args.what, path, found, env)
            if args.what == "mentions":
                places = Places(found[0].places)
                listed = [row | _more(m, places) for row, m in zip(listed, found[1], strict=True)]
            write_out("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in listed))
        else:
            rows.extend(_rows(args.what, path, found, env))
    if sections:
        from sovgraph.export.reading import reading_page

        write_out(reading_page(sections, args.lang))
    if rows:
        write_out(_csv(rows) if args.format == "csv" else _table(rows))
    if refused:
        return 1 if read else 3
    return 0


def _read(item: str | Source | Refused, env: Environment) -> tuple[str, Found]:
    """The name of a file and what is found in it; of a member of an archive too."""
    if isinstance(item, Refused):
        raise ReadError(item.message)
    source = read_path(item) if isinstance(item, str) else item
    return source.uri, read_mentions(source, env)


def _rows(what: str, source: str, found: Found, env: Environment) -> list[dict[str, Any]]:
    document, mentions, issues = found
    if what == "mentions":
        return [_mention(source, m) for m in mentions]
    if what == "questions":
        return [_question(source, document, e, env.names) for e in document.exchanges]
    if what == "issues":
        return [_issue(source, i) for i in issues]
    return _structure(source, document)


def _mention(source: str, m: Mention) -> dict[str, Any]:
    return {
        "source": source,
        "type": m.type.value,
        "start": m.start,
        "end": m.end,
        "text": m.text,
        "id": m.id,
        "iri": m.iri,
        "page": m.page,
        "status": m.status.value,
        "rule": m.rule,
    }


def _more(m: Mention, places: Places) -> dict[str, Any]:
    """What a table has no room for: what was read in the words, and how the mention was resolved."""
    return {
        "parts": dict(m.parts),
        "confidence": m.confidence,
        "candidates": [{"id": c.id, "iri": c.iri, "reason": c.reason} for c in m.candidates],
        "antecedent": [m.antecedent.start, m.antecedent.end] if m.antecedent else None,
        "reason": m.reason,
        "places": [place.path or pdf_fragment(place) for place in places.of(m.start, m.end)],
    }


def _question(source: str, document: Document, e: Exchange, names: Authority) -> dict[str, Any]:
    first = e.question or e.restated
    return {
        "source": source,
        "number": int(e.number) if e.number.isdigit() else e.number,
        "asked_by": [party_name(document, s, names) for s in e.asked_by],
        "question": [first.start, first.end] if first else None,
        "answer": [e.answer.start, e.answer.end] if e.answer else None,
    }


def party_name(document: Document, span: Span, names: Authority) -> str:
    """The usual short name of the party that is printed there; as printed when no register knows it."""
    printed = " ".join(span.of(document.text).split()).strip("*")
    known = names.party_by_name.get(fold(printed))
    return known.name if known is not None else printed


def _issue(source: str, i: Issue) -> dict[str, Any]:
    return {
        "source": source,
        "code": i.code,
        "severity": i.severity.value,
        "start": i.start,
        "end": i.end,
        "message": i.message,
    }


def _structure(source: str, document: Document) -> list[dict[str, Any]]:
    """The parts of the paper as flat rows of kind and span."""
    meta = document.meta
    head = {"source": source, "part": "paper", "start": 0, "end": len(document.text)}
    head["what"] = f"{meta.paper_id or '-'} {meta.genre.value} {meta.session_year or ''}".strip()
    parts: list[tuple[str, Span, str]] = [("dossier", d.span, d.number) for d in meta.dossiers]
    parts += [(f"date {d.kind}", d.span, d.value.isoformat()) for d in meta.dates]
    parts += [("composition", c.span, f"{len(c.rows)} rows") for c in document.compositions]
    parts += [(f"letter {x.kind}", x.span, x.date.value.isoformat() if x.date else "") for x in document.letters]
    parts += [("note", n.body, n.mark) for n in document.notes]
    for e in document.exchanges:
        spans = (("question", e.question), ("restated", e.restated), ("answer", e.answer))
        parts += [(name, span, e.number) for name, span in spans if span is not None]
    rows = [{"source": source, "part": p, "start": s.start, "end": s.end, "what": w} for p, s, w in parts]
    return [head, *sorted(rows, key=lambda r: (r["start"], r["end"], r["part"]))]


def _table(rows: list[dict[str, Any]]) -> str:
    header = [k for k in rows[0] if k != "source" or len({r["source"] for r in rows}) > 1]
    return table(header, [["" if row[k] is None else _flat(row[k]) for k in header] for row in rows])


def _flat(value: object) -> object:
    return value if isinstance(value, int) else " ".join(str(value).split())[:70]


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
