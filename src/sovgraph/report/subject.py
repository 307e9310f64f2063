"""What the word behind a report's name means: its value for the queries, and how it is called."""

from difflib import get_close_matches

from sovgraph.errors import QueryError
from sovgraph.identifiers import printed_dossier
from sovgraph.query import labels_of, run
from sovgraph.query.finding import find_person
from sovgraph.report.definition import Subject
from sovgraph.store import QuadStore


def find_subject(store: QuadStore, subject: Subject, typed: str, lang: str) -> tuple[str, str]:
    """Value and name. Raises QueryError with the nearest names."""
    if subject.find == "person":
        person = typed if "://" in typed else find_person(store, typed)
        return person, labels_of(store, [person], lang).get(person, typed)
    if subject.query:
        return _among(store, subject, typed, lang)
    value = "".join(typed.split())
    return value, _printed(value) if subject.name == "dossier" else value


def _printed(typed: str) -> str:
    """ "32317" as "32 317", "36600-XVI" as "36 600 XVI"."""
    number, _, suffix = typed.partition("-")
    return printed_dossier(number, suffix or None)


def _among(store: QuadStore, subject: Subject, typed: str, lang: str) -> tuple[str, str]:
    known: dict[str, tuple[str, str]] = {}
    for row in run(store, subject.query, lang=lang).values():
        name = row.get(f"{subject.names[0]}Label") or row[subject.names[0]] or ""
        for column in subject.names:
            for text in (row.get(f"{column}Label"), row[column]):
                known.setdefault((text or "").casefold(), (row[subject.value] or "", name))
    if typed.casefold() in known:
        return known[typed.casefold()]
    near = get_close_matches(typed.casefold(), [name for name in known if "://" not in name], n=3)
    hint = f"did you mean {', '.join(near)}?" if near else f"ask: sovgraph query {subject.query}"
    raise QueryError(f"'{typed}': no such {subject.name} in the papers of this store; {hint}")
