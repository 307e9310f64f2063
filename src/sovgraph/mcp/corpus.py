"""The open store and its index, as the tools ask them: things with links, quotes with places, what isn't there."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from sovgraph.describe.version import dataset_version
from sovgraph.errors import QueryError
from sovgraph.graph.places import pdf_page
from sovgraph.identifiers import parse_id, web_address
from sovgraph.mcp.answers import Holdings, NotInCorpus, Paging, Quote, Thing
from sovgraph.query import find_paper, labels_of, run, run_internal
from sovgraph.query.sentences import code_words
from sovgraph.report.sources import address_of
from sovgraph.search import Index
from sovgraph.store import QuadStore

MOST = 50
"""Items of one answer."""

_DOSSIERS = 40
Row = Mapping[str, str | None]


class Corpus:
    """One state of the data, in the language of the asker."""

    def __init__(self, store: QuadStore, index: Index) -> None:
        self.store = store
        self.index = index

    @cached_property
    def papers(self) -> frozenset[str]:
        """IRIs of the papers that are held, with their text."""
        return frozenset(iri for (iri,) in self.index.database.execute("SELECT iri FROM units WHERE graph = iri"))

    @cached_property
    def holdings(self) -> Holdings:
        rows = self.index.database.execute(
            "SELECT date, chamber, dossiers FROM units WHERE graph = iri ORDER BY date"
        ).fetchall()
        days = [date for date, _, _ in rows if date]
        dossiers = sorted({number for _, _, numbers in rows for number in numbers.split()})
        return Holdings(
            papers=len(rows),
            chambers=tuple(sorted({chamber for _, chamber, _ in rows if chamber})),
            first_day=days[0] if days else "",
            last_day=days[-1] if days else "",
            dossiers=tuple(dossiers[:_DOSSIERS]),
            dossiers_in_all=len(dossiers),
        )

    @cached_property
    def version(self) -> str:
        return dataset_version(self.store)

    def rows(self, query: str, lang: str, **params: str) -> list[dict[str, str | None]]:
        """Rows of a stored query; parameters that are "" stay open."""
        return run(self.store, query, {k: v for k, v in params.items() if v}, lang=lang).values()

    def thing(self, iri: str, label: str = "", lang: str = "nl") -> Thing:
        name = label or labels_of(self.store, [iri], lang).get(iri, "")
        return Thing(iri=iri, label=name or iri, web=web_of(iri), held=iri in self.papers)

    def things(self, iris: Iterable[str], lang: str) -> dict[str, Thing]:
        wanted = sorted(set(iris))
        names = labels_of(self.store, wanted, lang)
        return {iri: self.thing(iri, names.get(iri, iri)) for iri in wanted}

    def find(self, text: str) -> str | None:
        """IRI of the paper that an IRI, a number or a citation names; None when the corpus knows no such paper."""
        typed = text.strip()
        if "://" in typed:
            return typed if typed in self.papers or labels_of(self.store, [typed]) else None
        try:
            return find_paper(self.store, typed)
        except QueryError:
            return None

    def quotes(self, iri: str, lang: str, properties: Iterable[str] = (), limit: int = 3) -> tuple[Quote, ...]:
        """The words behind facts about a thing, the surest first; only of some properties when given."""
        wanted = frozenset(properties)
        rows = [row for row in self.rows("evidence", lang, subject=iri) if not wanted or row["property"] in wanted]
        if not wanted:
            rows = [row for row in rows if row["start"] is not None]
        places = (
            {
                (row["property"], row["quote"], row["paper"]): row["place"] or ""
                for row in self.rows("evidence-places", lang, subject=iri)
            }
            if rows
            else {}
        )
        found: dict[tuple[str | None, ...], Quote] = {}
        for row in sorted(rows, key=lambda r: (-int(r["confidence"] or 0), r["paper"] or "", int(r["start"] or 0))):
            place = places.get((row["property"], row["quote"], row["paper"]), "")
            found.setdefault((row["paper"], row["start"], row["quote"]), self._quote(row, place, lang))
        return tuple(found.values())[:limit]

    def _quote(self, row: Row, place: str, lang: str) -> Quote:
        return Quote(
            text=row["quote"] or "",
            paper=self.thing(row["paper"] or "", row.get("paperLabel") or "", lang),
            start=_number(row["start"]),
            end=_number(row["end"]),
            page=pdf_page(place),
            place=place or None,
            confidence=_number(row["confidence"]),
            basis=code_words(lang).get(row["basis"] or "", row["basis"]),
            rule=row["rule"],
        )

    def text(self, paper: str) -> str:
        """The text of a paper, "" when it isn't held."""
        rows = run_internal(self.store, "paper-text", {"paper": paper}).values() if paper in self.papers else []
        return (rows[0]["text"] or "") if rows else ""

    def not_held(self, nl: str, en: str) -> NotInCorpus:
        """`nl` and `en` say what was asked for."""
        return NotInCorpus(
            nl=f"Niet in dit corpus: {nl}. Dat zegt niet dat het niet bestaat.",
            en=f"Not in this corpus: {en}. That doesn't mean that it doesn't exist.",
            holds=self.holdings,
        )


def web_of(iri: str) -> str | None:
    """The page on an official site: of a paper, an act, an EU act."""
    if iri.startswith("http://data.europa.eu/eli/"):
        return iri
    if "/id/wet/" in iri:
        known = parse_id(iri.rpartition("/")[2])
        return web_address(known) if known else None
    return address_of(iri) or None


def paging(total: int, offset: int, limit: int) -> Paging:
    following = offset + limit
    return Paging(total=total, offset=offset, limit=limit, next_offset=following if following < total else None)


def bounded(limit: int, offset: int) -> tuple[int, int]:
    """Limit and offset as they are used: 1 to MOST, from 0."""
    return max(1, min(limit, MOST)), max(0, offset)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdigit() else None
