"""`sovgraph explain WORDS --file PAPER`: how a reference of one paper was read and resolved, without a store."""

import json
from argparse import Namespace
from typing import Any

from sovgraph.cli.common import say, settings_of, write_out
from sovgraph.model import REFERENCES, Document, Mention, Span
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.query.sentences import code_words, in_language
from sovgraph.read import read_path

AROUND = 70
"""Characters that are shown before and behind the words."""


def explain_paper(args: Namespace) -> int:
    """Prints each reference whose words hold the text, or that stands at the offset; exit 1 without any."""
    document, mentions, _ = read_mentions(read_path(args.file), load_environment(settings_of(args)))
    found = [m for m in mentions if m.type in REFERENCES and _is_meant(m, args.what)]
    shown = found[: args.limit]
    if args.format == "json":
        write_out(json.dumps([_row(document, m) for m in shown], ensure_ascii=False, indent=1) + "\n")
    else:
        write_out("\n".join(_block(document, m, args.lang) for m in shown))
        if len(found) > len(shown):
            more = len(found) - len(shown)
            write_out(say(args.lang, f"\n… en nog {more} (--limit)\n", f"\n… and {more} more (--limit)\n"))
    if not found:
        write_out(say(args.lang, "Geen verwijzing met deze woorden.\n", "No reference with these words.\n"))
    return 0 if found else 1


def _is_meant(mention: Mention, what: str) -> bool:
    if what.startswith("@") and what[1:].isdigit():
        return mention.start <= int(what[1:]) < mention.end
    return " ".join(what.split()).lower() in " ".join(mention.text.split()).lower()


def _row(document: Document, mention: Mention) -> dict[str, Any]:
    antecedent = mention.antecedent
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "type": mention.type.value,
        "id": mention.id,
        "iri": mention.iri,
        "page": mention.page,
        "status": mention.status.value,
        "confidence": mention.confidence,
        "rule": mention.rule,
        "parts": dict(mention.parts),
        "candidates": [{"id": c.id, "iri": c.iri, "reason": c.reason} for c in mention.candidates],
        "antecedent": [antecedent.start, antecedent.end, antecedent.of(document.text)] if antecedent else None,
        "reason": mention.reason,
    }


def _block(document: Document, mention: Mention, lang: str) -> str:
    words = code_words(lang)
    kind = words.get(mention.type.value, mention.type.value)
    page = say(lang, f", blz. {mention.page}", f", p. {mention.page}") if mention.page else ""
    lines = [
        f"«{_line(mention.text)}» — {kind} — {mention.id or say(lang, 'geen nummer', 'no number')}{page}",
        f"  {say(lang, 'plaats', 'place')}: {_place(document, mention)}",
        f"  {say(lang, 'uitkomst', 'outcome')}: {words.get(mention.status.value, mention.status.value)}, "
        f"{mention.confidence:.0%}; {say(lang, 'regel', 'rule')} {mention.rule}",
    ]
    if mention.parts:
        parts = "; ".join(f"{words.get('part:' + name, name)} {value}" for name, value in mention.parts)
        lines.append(f"  {say(lang, 'onderdelen', 'parts')}: {parts}")
    if mention.reason:
        lines.append(f"  {say(lang, 'waarom', 'why')}: {in_language(mention.reason, lang)}")
    if mention.antecedent is not None:
        lines.append(
            f"  antecedent: «{_line(mention.antecedent.of(document.text))}» ({_span(mention.antecedent, lang)})"
        )
    one = say(lang, "kandidaat", "candidate")
    lines += [f"  {one}: {c.id} ({in_language(c.reason, lang)})" for c in mention.candidates]
    return "\n".join(lines) + "\n"


def _place(document: Document, mention: Mention) -> str:
    text = document.text
    before = text[max(0, mention.start - AROUND) : mention.start]
    behind = text[mention.end : mention.end + AROUND]
    return (
        f"{mention.start}–{mention.end}: …{_line(before + '|')[:-1]}«{_line(mention.text)}»{_line('|' + behind)[1:]}…"
    )


def _span(span: Span, lang: str) -> str:
    return f"{say(lang, 'tekens', 'characters')} {span.start}–{span.end}"


def _line(text: str) -> str:
    return " ".join(text.split())
