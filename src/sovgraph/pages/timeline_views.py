"""The events of a dossier's course as the template shows them: each step in words, and how the waiting ended."""

from typing import Any

from sovgraph.pages.paper_text import paper_words
from sovgraph.pages.timeline import Event, Wait
from sovgraph.pages.words import day
from sovgraph.query.sentences import code_words

_STEPS = {"due": "due-on", "extended": "due-on", "reminder": "reminded", "answer": "answered-day", "open": "state-open"}


def event_view(event: Event, lang: str) -> dict[str, Any]:
    return {
        "day": event.day,
        "kind": event.kind,
        "thing": event.thing,
        "title": event.title,
        "parties": event.parties,
        "kenmerk": event.kenmerk,
        "wait": _wait_view(event.wait, lang) if event.wait else None,
        "outcome": outcome(event.wait, lang) if event.wait else "",
    }


def _wait_view(wait: Wait, lang: str) -> dict[str, Any]:
    words = paper_words(lang)
    return {
        "late": wait.late or 0,
        "term": wait.term,
        "over": wait.over,
        "steps": [
            {"kind": s.kind, "thing": s.thing, "text": words[_STEPS[s.kind]].replace("{0}", day(s.day, lang))}
            for s in wait.steps
        ],
    }


def outcome(wait: Wait, lang: str) -> str:
    """ "wachttijd 134 dagen, 106 dagen te laat"; what isn't known is said to be unknown, never to be late."""
    words = paper_words(lang)
    said = []
    if wait.days is not None:
        said.append(_counted(words, "waited-one", "waited", wait.days))
    if wait.late is not None and wait.late > 0:
        said.append(_counted(words, "day-late", "days-late", wait.late))
    elif wait.late is not None and any(step.kind == "answer" for step in wait.steps):
        said.append(words["in-time"])
    if not any(step.kind in ("answer", "open") for step in wait.steps):
        known = code_words(lang).get(wait.status, wait.status)
        said.append(words["state-unknown"] if wait.status in ("onbekend", "") else known)
    return ", ".join(said)


def _counted(words: dict[str, str], one: str, several: str, count: int) -> str:
    return words[one if count == 1 else several].replace("{0}", str(count))
