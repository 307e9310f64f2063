"""`sovgraph explain`: from a fact to its rule, its words in their paragraph, and what else was considered."""

import json
from argparse import Namespace

from sovgraph.cli.common import say, write_out
from sovgraph.errors import QueryError
from sovgraph.query import Result, find_paper, run, run_internal, short_iri
from sovgraph.query.sentences import code_words, in_language
from sovgraph.store import QuadStore, open_store
from sovgraph.store.terms import cut_text

_Row = dict[str, str | None]
PARAGRAPH = 420
"""Characters of a paragraph that are shown around the words."""


def explain(args: Namespace) -> int:
    """Prints each fact with its evidence; exit 1 when nothing rests on the words or the thing is unknown."""
    if args.file:
        from sovgraph.cli.explaining_paper import explain_paper

        return explain_paper(args)
    with open_store(args.store, read_only=True) as store:
        rows = _rows(store, args.what, args.lang)
        shown = sorted(rows, key=_rank)[: args.limit]
        texts = _texts(store, shown)
        doubts = _doubts(store, shown, args.lang)
    if args.format == "json":
        write_out(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    else:
        write_out("\n".join(_block(rows, texts, doubts, args.lang) for rows in _by_quote(shown)))
        if len(rows) > len(shown):
            more = len(rows) - len(shown)
            write_out(say(args.lang, f"\n… en nog {more} (--limit)\n", f"\n… and {more} more (--limit)\n"))
    if not rows:
        write_out(say(args.lang, "Niets gevonden dat hierop rust.\n", "Nothing rests on this.\n"))
    return 0 if rows else 1


def _rows(store: QuadStore, what: str, lang: str) -> list[_Row]:
    if "://" in what:
        return _in_one_language(run(store, "explain", {"thing": what}, lang=lang), lang)
    try:
        return _in_one_language(run(store, "evidence", {"subject": find_paper(store, what)}, lang=lang), lang)
    except QueryError:
        return _in_one_language(run(store, "explain-text", {"text": what}, lang=lang), lang)


def _in_one_language(result: Result, lang: str) -> list[_Row]:
    """Of a text that is there in two languages only the one that is asked for."""
    values = result.column("value")
    rows = result.values()
    wanted = {_fact(r) for r, c in zip(rows, values, strict=True) if c and c.lang == lang}
    return [
        r for r, c in zip(rows, values, strict=True) if not (c and c.lang and c.lang != lang and _fact(r) in wanted)
    ]


def _fact(row: _Row) -> tuple[str | None, str | None]:
    return row.get("subject"), row["property"]


_PLUMBING = ("type", "label", "documentedIn", "altLabel", "nameAsWritten", "identifier", "number")


def _rank(row: _Row) -> tuple[int, int, int, str, int, str, str]:
    """Facts that say something first, the shortest evidence first."""
    prop = short_iri(row["property"] or "").partition(":")[2]
    length = int(row["end"] or 0) - int(row["start"] or 0)
    return (
        prop in _PLUMBING,
        row["start"] is None,  # what a register says comes behind the words of the papers
        length,
        row["paper"] or "",
        int(row["start"] or 0),
        row["property"] or "",
        row["value"] or "",
    )


def _texts(store: QuadStore, rows: list[_Row]) -> dict[str, str]:
    papers = sorted({row["paper"] for row in rows if row["paper"]})
    found: dict[str, str] = {}
    for paper in papers:
        for row in run_internal(store, "paper-text", {"paper": paper}).values():
            found[paper] = row["text"] or ""
    return found


def _doubts(store: QuadStore, rows: list[_Row], lang: str) -> dict[tuple[str, str, str], list[str]]:
    """(paper, start, end) → how the mention there was resolved and what else was considered."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for paper in sorted({row["paper"] for row in rows if row["paper"]}):
        for row in run_internal(store, "mention-candidates", {"paper": paper}, lang=lang).values():
            key = (paper, row["start"] or "", row["end"] or "")
            candidate = row["candidateLabel"] or row["candidate"]
            grade = code_words(lang).get(row["resolution"] or "", row["resolution"])
            kind = code_words(lang).get(row["type"] or "", row["type"])
            line = f"{kind}: {grade} ({in_language(row['reason'] or '', lang)})"
            found.setdefault(key, []).append(line + (f" → {candidate}?" if candidate else ""))
    return found


def _by_quote(rows: list[_Row]) -> list[list[_Row]]:
    """Facts that rest on the same words together, in the order of their first."""
    groups: dict[tuple[str | None, ...], list[_Row]] = {}
    for row in rows:
        groups.setdefault((row["paper"], row["start"], row["end"], None if row["start"] else row["quote"]), []).append(
            row
        )
    return list(groups.values())


def _block(rows: list[_Row], texts: dict[str, str], doubts: dict[tuple[str, str, str], list[str]], lang: str) -> str:
    row = rows[0]
    paper = row.get("paperLabel") or short_iri(row["paper"] or "")
    lines = [line for each in rows for line in _fact_lines(each, lang)]
    if row["start"] is None:
        return "\n".join([*lines, f"  {paper}:", f"    «{cut_text(row['quote'] or '', PARAGRAPH)}»"]) + "\n"
    lines.append(f"  {paper}, {say(lang, 'tekens', 'characters')} {row['start']}–{row['end']}:")
    lines.append(f"    {_paragraph(row, texts)}")
    key = (row["paper"] or "", row["start"] or "", row["end"] or "")
    lines += [f"    {doubt}" for doubt in doubts.get(key, [])]
    return "\n".join(lines) + "\n"


def _fact_lines(row: _Row, lang: str) -> list[str]:
    words = code_words(lang)
    subject = row.get("subjectLabel") or short_iri(row.get("subject") or "")
    value = row.get("valueLabel") or row["value"] or ""
    value = short_iri(value) if "://" in value else value
    prop = short_iri(row["property"] or "")
    label = row.get("propertyLabel") or words.get(prop)
    named = f"{label} ({prop})" if label else prop
    fact = f"{subject} — {named} — {cut_text(value, 160)}".removeprefix(" — ")
    basis = words.get(row["basis"] or "", row["basis"])
    return [fact, f"  {say(lang, 'regel', 'rule')} {row['rule']}/{row['version']}, {row['confidence']} %, {basis}"]


def _paragraph(row: _Row, texts: dict[str, str]) -> str:
    """The words between « and » in their paragraph."""
    text = texts.get(row["paper"] or "", "")
    start, end = int(row["start"] or 0), int(row["end"] or 0)
    first = max(text.rfind("\n", 0, start) + 1, start - PARAGRAPH // 2)
    last = text.find("\n", end)
    last = min(last if last >= 0 else len(text), end + PARAGRAPH // 2)
    quote = cut_text(text[start:end], PARAGRAPH)
    before, after = " ".join(f"{text[first:start]}|".split())[:-1], " ".join(f"|{text[end:last]}".split())[1:]
    return f"{before}«{quote}»{after}".strip()
