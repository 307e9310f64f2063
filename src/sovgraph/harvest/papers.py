"""Papers: from the records of a listing to the files of each, in the first format that there is."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from sovgraph.harvest.base import Got, Row, Selection
from sovgraph.harvest.errors import NotHad
from sovgraph.harvest.fetching import Fetcher
from sovgraph.harvest.selecting import is_wanted, queries_of
from sovgraph.harvest.sru import Listing, Record

Progress = Callable[[Iterable[None], int], Iterable[None]]
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


def path_of(identifier: str, kind: str) -> str:
    """Where a file of a paper stands: kind is a format, "metadata" or "sru"."""
    if kind == "sru":
        return f"sru/{identifier}.xml"
    ending = "metadata.xml" if kind == "metadata" else kind
    return f"papers/{identifier}/{identifier}.{ending}"


def records_of(fetcher: Fetcher, selection: Selection, wall: int) -> tuple[Record, ...]:
    """The records that the selection means, each once, sorted by identifier; what can't be listed is a problem."""
    found: dict[str, Record] = {}
    rubrics: Counter[str] = Counter()
    for query in queries_of(selection):
        listing, alive = Listing(fetcher, wall), False
        try:
            for record in listing.records(query):
                alive = True
                single = record.identifier in selection.papers
                rubrics[record.rubric] += 1
                if single or is_wanted(record.rubric, selection.genres):
                    found[record.identifier] = _stored(fetcher, selection, record)
        except NotHad as error:
            fetcher.problem("sru", f"{fetcher.services.sru} {query.text}", error.reason)
            continue
        asked_whole = selection.dossiers and not (selection.since or selection.chamber)
        if not alive and asked_whole and "dt.identifier" not in query.text:
            fetcher.problem("sru", fetcher.services.sru, f"the service lists no papers for {query.text}")
    if selection.genres and not found and rubrics:
        known = ", ".join(f"{name or '-'} {count}" for name, count in sorted(rubrics.items()))
        fetcher.problem("sru", fetcher.services.sru, f"no paper of that genre; the listing has: {known}")
    names = sorted(found)
    return tuple(found[name] for name in names[: selection.limit])


def _stored(fetcher: Fetcher, selection: Selection, record: Record) -> Record:
    """Writes the record at once, so that a long listing needs no memory; with a limit it isn't known yet which."""
    if selection.limit is not None or fetcher.folder is None or not _NAME.fullmatch(record.identifier):
        return record
    fetcher.given(path_of(record.identifier, "sru"), record.listed, record.xml)
    return replace(record, xml=b"")


def absent_papers(fetcher: Fetcher, selection: Selection, records: Iterable[Record]) -> None:
    """A paper that was named, but that no listing has, gets a row that says so."""
    have = {record.identifier for record in records}
    for paper in selection.papers:
        if paper not in have and selection.limit is None and not fetcher.problems:
            url, reason = fetcher.services.sru, "the service doesn't list it"
            fetcher.told(Row(path=path_of(paper, "xml"), url=url, status=Got.MISSING, reason=reason))


def fetch_papers(
    fetcher: Fetcher, selection: Selection, records: tuple[Record, ...], connections: int, progress: Progress
) -> None:
    """All files of all records, a few at a time."""
    with ThreadPoolExecutor(connections) as pool:
        futures = [pool.submit(_fetch, fetcher, selection.formats, record) for record in records]
        for _ in progress(_settled(futures), len(records)):
            pass


def _settled(futures: list[Future[None]]) -> Iterator[None]:
    """Each as it is done, in order; an error (disk full, interrupt) ends all."""
    try:
        for future in futures:
            future.result()
            yield
    finally:
        for future in futures:
            future.cancel()


def _fetch(fetcher: Fetcher, formats: tuple[str, ...], record: Record) -> None:
    name = record.identifier
    if not _NAME.fullmatch(name) or ".." in name:
        fetcher.problem("sru", record.listed, f"{name[:100]!r} isn't an identifier")
        return
    if record.xml:
        fetcher.given(path_of(name, "sru"), record.listed, record.xml)
    _fetch_text(fetcher, formats, record)
    if "metadata" in record.items:
        fetcher.file(path_of(name, "metadata"), record.items["metadata"], "xml")
    else:
        reason = "the record has no address of its metadata; has the service's schema changed?"
        fetcher.told(Row(path=path_of(name, "metadata"), url=record.listed, status=Got.FAILED, reason=reason))


def _fetch_text(fetcher: Fetcher, formats: tuple[str, ...], record: Record) -> None:
    """The first format that the service has. When that is another than in an earlier run, the older file goes, as
    a paper is one; a file that is no longer published stays."""
    name = record.identifier
    missing: list[str] = []
    for form in formats:
        if form not in record.items:
            continue
        row = fetcher.file(path_of(name, form), record.items[form], form)
        if row.held:
            for other in formats:
                if other != form:
                    fetcher.forget(path_of(name, other))
        if row.status is not Got.MISSING or row.sha256:
            return
        missing.append(row.path)
    for path in missing[1:]:
        fetcher.forget(path)
    if not missing:
        _not_offered(fetcher, formats, record)


def _not_offered(fetcher: Fetcher, formats: tuple[str, ...], record: Record) -> None:
    status, reason = Got.MISSING, f"not published as {', '.join(formats)}"
    if not record.items:
        status, reason = Got.FAILED, "the record has no addresses; has the service's schema changed?"
    path = path_of(record.identifier, formats[0])
    fetcher.told(Row(path=path, url=record.listed, status=status, reason=reason))
