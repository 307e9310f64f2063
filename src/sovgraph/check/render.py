"""Reports as a table for people, as JSON, or as the SHACL reports in Turtle."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sovgraph.check.report import Finding, Report
from sovgraph.store.terms import cut_text

_WORDS = {
    "violation": ("fout", "violation"),
    "warning": ("let op", "warning"),
    "info": ("ter info", "info"),
}


def render_report(reports: Sequence[Report], form: str, lang: str, names: Mapping[str, str] | None = None) -> str:
    """All findings of the reports in one text. `form`: table, json or ttl. `names`: what to call things."""
    findings = [finding for report in reports for finding in report.findings]
    if form == "json":
        return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1) + "\n"
    if form == "ttl":
        return "\n".join(report.turtle for report in reports)
    return "".join(_block(finding, lang, names or {}) for finding in findings)


def _block(finding: Finding, lang: str, names: Mapping[str, str]) -> str:
    """What is wrong, of what, and the words that it rests on."""
    word = _WORDS[finding.severity][lang == "en"]
    path = f" · {_short(finding.path)}" if finding.path else ""
    value = f" = {_named(finding.value, names)}" if finding.value and finding.value != finding.focus else ""
    lines = [f"{word}: {finding.message(lang)}", f"  {_named(finding.focus, names)}{path}{value}"]
    if finding.start is not None:
        paper = names.get(finding.paper) or _short(finding.paper)
        lines.append(f"  {paper}, {finding.start}–{finding.end}: «{cut_text(finding.quote, 160)}»")
    return "\n".join(lines) + f"  [{_short(finding.shape)}]\n"


def _named(thing: str, names: Mapping[str, str]) -> str:
    if "://" not in thing:
        return cut_text(thing, 80)
    return f"{names[thing]} ({_short(thing)})" if thing in names else _short(thing)


def _short(iri: str) -> str:
    return iri.rsplit("#", 1)[-1] if "#" in iri else iri.partition("/id/")[2] or iri
