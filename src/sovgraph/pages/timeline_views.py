"""The events of a dossier's course as the template shows them: each step in words, and how the waiting ended."""

from typing import Any

from sovgraph.pages.casing import as_sentence
from sovgraph.pages.timeline import Event, Wait
from sovgraph.pages.words import day, word
from sovgraph.query.sentences import code_words

_STEPS = {"due": "due-on", "extended": "due-on", "reminder": "reminded", "answer": "answered-day", "open": "state-open"}


def event_view(event: Event, lang: str) -> dict[str, Any]:
    return {
        "day": event.day,
        "kind": event.kind,
        "thing": event.thing,
        "title": as_sentence(event.title),
        "parties": event.parties,
        "kenmerk": event.kenmerk,
        "wait": _wait_view(event.wait, lang) if event.wait else None,
        "outcome": outcome(event.wait, lang) if event.wait else "",
    }


def _wait_view(wait: Wait, lang: str) -> dict[str, Any]:
    return {
        "late": wait.late or 0,
        "term": wait.term,
        "over": wait.over,
        "steps": [
            {"kind": s.kind, "thing": s.thing, "text": word(_STEPS[s.kind], lang, day=day(s.day, lang))}
            for s in wait.steps
        ],
    }


def outcome(wait: Wait, lang: str) -> str:
    """ "wachttijd 134 dagen, 106 dagen te laat"; what isn't known is said to be unknown, never to be late."""
    said = []
    if wait.days is not None:
        said.append(_counted("waited-one", "waited", wait.days, lang))
    if wait.late is not None and wait.late > 0:
        said.append(_counted("day-late", "days-late", wait.late, lang))
    elif wait.late is not None and any(step.kind == "answer" for step in wait.steps):
        said.append(word("in-time", lang))
    if not any(step.kind in ("answer", "open") for step in wait.steps):
        known = code_words(lang).get(wait.status, wait.status)
        said.append(word("state-unknown", lang) if wait.status in ("onbekend", "") else known)
    return ", ".join(said)


def _counted(one: str, several: str, count: int, lang: str) -> str:
    return word(one if count == 1 else several, lang, count=count)
