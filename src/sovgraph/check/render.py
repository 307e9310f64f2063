"""Reports as a table for people, as JSON, or as the SHACL reports in Turtle."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sovgraph.check.report import Finding, Report

_WORDS = {
    "violation": ("fout", "violation"),
    "warning": ("let op", "warning"),
    "info": ("ter info", "info"),
}


def render_report(reports: Sequence[Report], form: str, lang: str) -> str:
    """All findings of the reports in one text. `form`: table, json or ttl."""
    findings = [finding for report in reports for finding in report.findings]
    if form == "json":
        return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1) + "\n"
    if form == "ttl":
        return "\n".join(report.turtle for report in reports)
    return "".join(_block(finding, lang) for finding in findings)


def _block(finding: Finding, lang: str) -> str:
    """What is wrong, of what, and the words that it rests on."""
    word = _WORDS[finding.severity][lang == "en"]
    path = f" · {_short(finding.path)}" if finding.path else ""
    value = f" = {finding.value[:80]}" if finding.value and finding.value != finding.focus else ""
    lines = [f"{word}: {finding.message(lang)}", f"  {_short(finding.focus)}{path}{value}"]
    if finding.start is not None:
        quote = " ".join(finding.quote.split())
        quote = quote if len(quote) <= 160 else quote[:159] + "…"
        lines.append(f"  {_short(finding.paper)} {finding.start}–{finding.end}: «{quote}»")
    return "\n".join(lines) + f"  [{_short(finding.shape)}]\n"


def _short(iri: str) -> str:
    return iri.rsplit("#", 1)[-1] if "#" in iri else iri.partition("/id/")[2] or iri
