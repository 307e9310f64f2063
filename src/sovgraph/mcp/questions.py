"""Tools about questions, answers and what is still open."""

from collections.abc import Iterable

from sovgraph import vocab as v
from sovgraph.mcp.answers import Exchange, Exchanges, OpenItem, OpenItems
from sovgraph.mcp.corpus import Corpus, Row, bounded, paging
from sovgraph.query.sentences import code_words
from sovgraph.search.words import forms, stem


def get_exchange(
    corpus: Corpus,
    paper: str = "",
    dossier: str = "",
    asked_by: str = "",
    words: str = "",
    number: str = "",
    limit: int = 10,
    offset: int = 0,
    lang: str = "nl",
) -> Exchanges:
    """Questions with what was answered, each with its words; narrowed by what is given."""
    size, start = bounded(limit, offset)
    within = corpus.find(paper) if paper else ""
    asked = (
        f"vragen van '{asked_by or words or dossier or paper}'",
        f"questions of '{asked_by or words or dossier or paper}'",
    )
    if within is None:
        return Exchanges(exchanges=(), paging=paging(0, start, size), not_in_corpus=corpus.not_held(*asked))
    number_of_dossier = "".join(dossier.split())
    rows = [
        row
        for row in corpus.rows("ledger-questions", lang, dossier=number_of_dossier)
        if (not within or within in (row["paper"], row["question"], _letter(row["question"] or "")))
        and (not number or row["number"] == number)
        and _has(asked_by, row["askedByLabel"], row["joinedByLabel"], row["askedBy"], row["joinedBy"])
    ]
    grouped = _grouped(rows)
    if words:
        texts = _texts(corpus, words)
        grouped = {key: group for key, group in grouped.items() if key in texts or (group[0]["answer"] or "") in texts}
    chosen = list(grouped.values())[start : start + size]
    answered = _answerers(corpus, number_of_dossier, lang) if chosen else {}
    letters = _letters(corpus, number_of_dossier, lang) if chosen else {}
    return Exchanges(
        exchanges=tuple(_exchange(corpus, group, answered, letters, lang) for group in chosen),
        paging=paging(len(grouped), start, size),
        not_in_corpus=None if grouped else corpus.not_held(*asked),
    )


def _grouped(rows: Iterable[dict[str, str | None]]) -> dict[str, list[dict[str, str | None]]]:
    """A question may have several askers and answers: one group each."""
    found: dict[str, list[dict[str, str | None]]] = {}
    for row in rows:
        found.setdefault(row["question"] or "", []).append(row)
    return found


def _has(asked: str, *names: str | None) -> bool:
    """Whether every word asked for is a word of one of the names; an IRI must be the same."""
    if "://" in asked:
        return asked in names
    wanted = set(forms(asked))
    return not wanted or any(wanted <= set(forms(name or "")) for name in names)


def _texts(corpus: Corpus, words: str) -> frozenset[str]:
    """Questions and answers with all the words."""
    found: set[str] = set()
    wanted = {stem(form) for form in forms(words)}
    rows = corpus.index.database.execute(
        "SELECT u.iri, d.text FROM units u JOIN docs d ON d.uid = u.uid WHERE u.kind IN ('question', 'answer')"
    )
    for iri, text in rows:
        if wanted <= {stem(form) for form in forms(text)}:
            found.add(iri)
    return frozenset(found)


def _answerers(corpus: Corpus, dossier: str, lang: str) -> dict[str, str]:
    """By question, who answered: the person and the post."""
    found: dict[str, str] = {}
    for row in corpus.rows("question-details", lang, dossier=dossier):
        names = (row["answeredByPersonLabel"], row["answeredByLabel"])
        found[row["question"] or ""] = ", ".join(name for name in names if name)
    return found


def _letters(corpus: Corpus, dossier: str, lang: str) -> dict[str, Row]:
    return {row["letter"] or "": row for row in corpus.rows("ledger-letters", lang, dossier=dossier)}


def _letter(question: str) -> str:
    return question.partition("/vraag/")[0]


def _exchange(
    corpus: Corpus, group: list[dict[str, str | None]], answered: dict[str, str], letters: dict[str, Row], lang: str
) -> Exchange:
    row = group[0]
    question, answer = row["question"] or "", row["answer"] or ""
    letter = letters.get(_letter(question))
    return Exchange(
        question=corpus.thing(question, row["questionLabel"] or "", lang),
        number=row["number"] or "",
        asked_by=_joined(r["askedByLabel"] for r in group),
        joined_by=_joined(r["joinedByLabel"] for r in group),
        asked_on=row["askedOn"] or "",
        asked=corpus.quotes(question, lang, (v.questionText,)),
        status=code_words(lang).get(row["status"] or "", row["status"] or ""),
        answer=corpus.thing(answer, row["answerLabel"] or "", lang) if answer else None,
        answered_by=answered.get(question, ""),
        answered_on=row["answered"] or "",
        answered=corpus.quotes(answer, lang, (v.answerText,)) if answer else (),
        similarity=row["similarity"] or "",
        letter=corpus.thing(letter["letter"] or "", letter["letterLabel"] or "", lang) if letter else None,
        due=(letter["extended"] or letter["due"] or "") if letter else "",
        days_late=(letter["daysLate"] or "") if letter else "",
        paper=corpus.thing(row["paper"] or "", row["paperLabel"] or "", lang),
    )


def _joined(names: Iterable[str | None]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))


KINDS = ("letter", "question", "motion", "commitment")
_EXPLAINED = {
    "nl": "Open is alleen wat open is op een dag waarvoor het dossier volledig verklaard is. Van de andere punten is "
    "niet te zeggen of ze open zijn: het stuk dat ze afdoet kan ontbreken.",
    "en": "Only what is open on a day for which the dossier is declared complete is given as open. Of the other items "
    "it can't be told: the paper that closes them may be missing.",
}


def open_items(
    corpus: Corpus, dossier: str = "", kind: str = "", limit: int = 20, offset: int = 0, lang: str = "nl"
) -> OpenItems:
    """Letters, questions, motions and promises that are known to be open; the oldest first."""
    size, start = bounded(limit, offset)
    number = "".join(dossier.split())
    wanted = [kind] if kind else list(KINDS)
    rows = [(name, row) for name in wanted for row in corpus.rows(f"ledger-{name}s", lang, dossier=number)]
    seen: dict[tuple[str, str], tuple[str, dict[str, str | None]]] = {}
    undecided = set()
    for name, row in rows:
        iri = row.get("item") or row.get(name) or ""
        if row.get("openOn") or _state(row) == "open":
            seen.setdefault((name, iri), (name, row))
        elif _state(row) == "onbekend":
            undecided.add(iri)
    chosen = sorted(seen.values(), key=lambda one: (_since(one[1]), one[0], one[1].get("item") or ""))
    found = tuple(_open(corpus, name, row, lang) for name, row in chosen[start : start + size])
    missing = None
    if not rows:
        missing = corpus.not_held(f"iets over dossier '{dossier}'", f"anything on dossier '{dossier}'")
    explained = _EXPLAINED["en" if lang == "en" else "nl"]
    page = paging(len(chosen), start, size)
    return OpenItems(items=found, undecided=len(undecided), explanation=explained, paging=page, not_in_corpus=missing)


def _state(row: Row) -> str:
    return row.get("state") or row.get("status") or ""


def _since(row: Row) -> str:
    return row.get("sent") or row.get("askedOn") or row.get("moved") or row.get("promisedOn") or ""


def _open(corpus: Corpus, name: str, row: Row, lang: str) -> OpenItem:
    iri = row.get("item") or row.get(name) or ""
    words = code_words(lang)
    return OpenItem(
        thing=corpus.thing(iri, row.get(f"{name}Label") or "", lang),
        kind=words.get(row.get("kind") or name, name),
        text=row.get("text") or row.get("subject") or "",
        from_whom=row.get("senderLabel") or row.get("byLabel") or row.get("askedByLabel") or row.get("movers") or "",
        to_whom=row.get("addresseeLabel") or row.get("toLabel") or "",
        since=_since(row),
        due=row.get("extended") or row.get("due") or row.get("dueUntil") or "",
        state=words.get(_state(row), _state(row)),
        open_on=row.get("openOn") or "",
        quotes=corpus.quotes(iri, lang, _TOLD[name], 1),
    )


_TOLD = {
    "letter": (v.RDF_type, v.ELI_date_document),
    "question": (v.questionText,),
    "motion": (v.requestText, v.DCTERMS_title),
    "commitment": (v.promisedText, v.requestText),
}
"""The properties whose words show an item."""
