"""What a person asks for, in the words of the services: dossiers, papers, genres, queries."""

import re
from collections.abc import Iterable
from datetime import date

from sovgraph.errors import ConfigError
from sovgraph.harvest.base import FORMATS, KINDS, Selection
from sovgraph.harvest.cql import Query, quoted
from sovgraph.identifiers import normalise_id
from sovgraph.model import Chamber, Genre

_NUMBERED = re.compile(r"(\d{1,6})(?:-([A-Za-z0-9]{1,8}))?")
_LETTERED = re.compile(r"[CDLXVI]{1,8}")
_PAPER = re.compile(r"[A-Za-z]{1,6}-[A-Za-z0-9][A-Za-z0-9._-]{0,80}")

CREATORS = {Chamber.EK: "Eerste Kamer der Staten-Generaal", Chamber.TK: "Tweede Kamer der Staten-Generaal"}
PUBLICATIONS = {
    Genre.WRITTEN_QUESTIONS: "Kamervragen zonder antwoord",
    Genre.ANSWERED_QUESTIONS: "Kamervragen (Aanhangsel)",
    Genre.PROCEEDINGS: "Handelingen",
}
"""Genres that are series of their own; all others are Kamerstukken of that rubric."""
OFFICIAL_AREA = "c.product-area==officielepublicaties"


def dossier_of(text: str) -> str:
    """ "32 317", "36 600 XVI", "36600-XVI": as identifiers write it. Raises ConfigError."""
    joined = re.sub(r"(?<=\d)[\s.\u00a0](?=\d{3}\b)", "", text.strip())
    joined = re.sub(r"[\s\u00a0]+", "-", joined.removeprefix("dossier-"))
    found = _NUMBERED.fullmatch(joined)
    if not found and not _LETTERED.fullmatch(joined):
        raise ConfigError(f"--dossier {text}: expected a number such as 32317 or 36600-XVI")
    if not found or not found[2]:
        return joined
    return (normalise_id(f"dossier-{found[1]}-{found[2]}") or f"dossier-{joined}").removeprefix("dossier-")


def paper_of(text: str) -> str:
    """An official identifier in its proper case. Raises ConfigError."""
    name = normalise_id(text.strip()) or text.strip()
    if not _PAPER.fullmatch(name) or ".." in name:
        raise ConfigError(f"--paper {text}: expected an official identifier such as kst-32317-QC")
    return name


def day_of(text: str | None) -> date | None:
    """Raises ConfigError for what isn't a day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ConfigError(f"--since {text}: expected a date such as 2026-01-31") from error


def listed(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Comma-separated words of a closed list, in the order given, each once. Raises ConfigError."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    for word in words:
        if word not in known:
            raise ConfigError(f"{option} {word}: expected some of {', '.join(known)}")
    if not words:
        raise ConfigError(f"{option}: expected some of {', '.join(known)}")
    return words


def selection_of(
    *,
    dossiers: Iterable[str] = (),
    papers: Iterable[str] = (),
    since: str | None = None,
    chamber: str | None = None,
    genres: Iterable[str] = (),
    formats: str = ",".join(FORMATS),
    what: str = "papers",
    limit: int | None = None,
) -> Selection:
    """Raises ConfigError for what can't be asked, and for a selection of everything there is."""
    found = Selection(
        dossiers=tuple(sorted({dossier_of(text) for text in dossiers})),
        papers=tuple(sorted({paper_of(text) for text in papers})),
        since=day_of(since),
        chamber=Chamber(chamber) if chamber else None,
        genres=tuple(sorted({slug(text) for text in genres})),
        formats=listed(formats, FORMATS, "--formats"),
        what=listed(what, KINDS, "--what"),
        limit=limit,
    )
    bounded = found.dossiers or found.since
    if limit is not None and limit < 1:
        raise ConfigError(f"--limit {limit}: expected 1 or more")
    if "papers" in found.what and not (bounded or found.papers):
        raise ConfigError("nothing selected: give --dossier, --paper or --since")
    if not bounded and set(found.what) & {"cases", "votes", "commitments"}:
        raise ConfigError("--what cases, votes and commitments: give --dossier or --since")
    return found


def slug(text: str) -> str:
    """ "Memorie van toelichting" and "memorie-van-toelichting" are one genre."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def queries_of(selection: Selection) -> tuple[Query, ...]:
    """One query a dossier and series, or a series; single papers are asked for one by one."""
    found = [Query((OFFICIAL_AREA, f"dt.identifier=={quoted(paper)}")) for paper in selection.papers]
    if not (selection.dossiers or selection.since):
        return tuple(found)
    general = [OFFICIAL_AREA]
    narrowing = []
    if selection.chamber:
        narrowing.append(f"dt.creator=={quoted(CREATORS[selection.chamber])}")
    if selection.since:
        narrowing.append(f"dt.modified >= {selection.since}")
    for series in series_of(selection.genres):
        named = [*general, f"w.publicatienaam={quoted(series)}"]
        for dossier in selection.dossiers or ("",):
            asked = [f"w.dossiernummer=={quoted(dossier)}"] if dossier else []
            found.append(Query((*named, *asked, *narrowing)))
    return tuple(found)


def series_of(genres: tuple[str, ...]) -> tuple[str, ...]:
    """The series in which papers of these genres appear."""
    if not genres:
        return ("Kamerstuk",)
    return tuple(sorted({PUBLICATIONS.get(Genre(g), "Kamerstuk") if g in set(Genre) else "Kamerstuk" for g in genres}))


def is_wanted(rubric: str, genres: tuple[str, ...]) -> bool:
    """The publisher's rubric is one of the genres; a series of its own has been asked for as such."""
    return not genres or not rubric or slug(rubric) in genres
