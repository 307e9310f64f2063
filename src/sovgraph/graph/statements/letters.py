"""Letters: the ones printed in the paper, and the ones that it only mentions."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.correspondents import correspondents, listed_correspondents
from sovgraph.ids import short_hash
from sovgraph.model import Basis, Evidence, Letter, Literal, Mention, MentionType, Node, Span, Statement
from sovgraph.read.dates import dutch_date

_CLASSES = {
    "questions": v.QuestionLetter,
    "reminder": v.Reminder,
    "answer": v.AnswerLetter,
    "delay": v.DelayLetter,
}
_KIND_NL = {
    "questions": "brief met vragen",
    "reminder": "rappelbrief",
    "answer": "antwoordbrief",
    "delay": "uitstelbrief",
    "letter": "brief",
}
_TERM = re.compile(
    r"(?i)binnen\s+(?P<n>\d+|een|twee|drie|vier|vijf|zes|acht)\s+(?P<unit>dagen|dag|weken|week|maanden|maand)"
)
_NUMBERS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8}
_ABOUT = re.compile(r"(?i)\b(?:betreffende|inzake|over|met betrekking tot)\s+(?=\S)")
_KENMERK_OPENS = re.compile(r"[\s,]*\(?\s*(?:met\s+)?(?:ons\s+)?(?:kenmerk|nummer)?\s*:?\s*$", re.IGNORECASE)
_REMINDED_LIST = re.compile(r"(?m)^[-•*]\s+")
_LETTER_OF = re.compile(
    r"(?i)\b(?:kamer|antwoord|rappel)?brief(?:\s+aan\s+de\s+(?:Tweede|Eerste)\s+Kamer)?\s+"
    r"(?:van|d\.\s?d\.|dd\.?|gedateerd|gedagtekend(?:\s+op)?)\s*$"
)
_EARLIER = re.compile(r"(?i)(?:eerdere|vorige)\s+rappelbrief")


@statements("letters")
def letters(ctx: GraphContext) -> Iterator[Statement]:
    for letter in ctx.document.letters:
        yield from _printed(ctx, letter)
        yield from _deadline(ctx, letter)
    yield from _answers(ctx)
    for letter in ctx.document.letters:
        yield from _mentioned(ctx, letter)


def _printed(ctx: GraphContext, letter: Letter) -> Iterator[Statement]:
    iri = ctx.letter_iri(letter.key)
    where = ctx.evidence(letter.heading, "letter/1")
    yield fact(iri, v.RDF_type, v.Letter, where)
    if letter.kind in _CLASSES:
        yield fact(iri, v.RDF_type, _CLASSES[letter.kind], ctx.evidence(letter.heading, "letter.kind/1", 0.95))
    day = letter.date
    label = _KIND_NL.get(letter.kind, "brief") + (f" van {dutch_date(day.value)}" if day else "")
    yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), where)
    yield fact(iri, v.reproducedIn, ctx.paper_iri, where)
    if day:
        yield fact(iri, v.ELI_date_document, day.value, ctx.evidence(day.span, "letter.date/1"))
    if letter.place:
        place = Literal(ctx.words(letter.place), lang="nl")
        yield fact(iri, v.place, place, ctx.evidence(letter.place, "letter.place/1"))
    if letter.subject:
        yield fact(
            iri,
            v.DCTERMS_subject,
            Literal(ctx.words(letter.subject), lang="nl"),
            ctx.evidence(letter.subject, "letter.subject/1"),
        )
    yield from _parties_of(ctx, iri, letter)
    yield from _kenmerk(ctx, iri, letter)


def _parties_of(ctx: GraphContext, iri: str, letter: Letter) -> Iterator[Statement]:
    """Who sent the letter, to whom, who got a copy, who signed."""
    roles = ((v.from_, letter.senders), (v.to, letter.addressees), (v.copyTo, letter.copies))
    for predicate, spans in roles:
        for span in spans:
            for named in _named_bodies(ctx, span):
                yield fact(iri, predicate, named.iri or "", ctx.evidence(named, "letter.parties/1"))
    for signer in letter.signers:
        person = next((m for m in ctx.mentions_in(signer.name, MentionType.PERSON) if m.iri), None)
        if person is not None and person.iri:
            yield fact(iri, v.signedBy, person.iri, ctx.evidence(person, "letter.signature/1"))


def _named_bodies(ctx: GraphContext, span: Span) -> list[Mention]:
    kinds = (MentionType.MINISTER, MentionType.COMMITTEE, MentionType.ORGANISATION)
    found = [m for m in ctx.mentions_in(span, *kinds) if m.iri]
    posts = [m for m in found if m.type is not MentionType.ORGANISATION]
    return posts or found


def _kenmerk(ctx: GraphContext, iri: str, letter: Letter) -> Iterator[Statement]:
    """The letter's number: printed on it, or given to the letter of its date elsewhere in the paper."""
    if letter.own_kenmerk:
        number = ctx.words(letter.own_kenmerk)
        yield fact(iri, v.kenmerk, Literal(number), ctx.evidence(letter.own_kenmerk, "letter.kenmerk/1"))
        return
    for mention in ctx.mentions:
        if mention.type is MentionType.KENMERK and mention.id and ctx.ids.letter_by_kenmerk(mention.id) == iri:
            where = ctx.evidence(mention, "letter.kenmerk-by-date/1", 0.97, Basis.INFERRED)
            yield fact(iri, v.kenmerk, Literal(mention.id), where)


def _deadline(ctx: GraphContext, letter: Letter) -> Iterator[Statement]:
    if letter.deadline is None:
        return
    term = _TERM.search(ctx.words(letter.deadline))
    iri = ctx.letter_iri(letter.key)
    due = ctx.ids.below(iri, "termijn")
    where = ctx.evidence(letter.deadline, "letter.deadline/1")
    yield fact(iri, v.hasDeadline, due, where)
    yield fact(due, v.RDF_type, v.ELIDL_Deadline, where)
    yield fact(due, v.statedAs, Literal(ctx.words(letter.deadline), lang="nl"), where)
    yield fact(due, v.documentedIn, ctx.paper_iri, where)
    if term is None:
        return
    count = int(term["n"]) if term["n"].isdigit() else _NUMBERS[term["n"].lower()]
    unit = term["unit"].lower()
    days = count * (7 if unit.startswith("we") else 1)
    duration = f"P{count}M" if unit.startswith("maand") else f"P{days}D"
    yield fact(due, v.duration, Literal(duration, v.XSD_duration), where)
    if letter.date:
        start = ctx.evidence(letter.date.span, "letter.deadline/1", 0.99, Basis.INFERRED)
        yield fact(due, v.startsFrom, letter.date.value, start)
        end = (
            letter.date.value + timedelta(days=days)
            if not unit.startswith("maand")
            else _months(letter.date.value, count)
        )
        yield fact(due, v.dueDate, end, where, start)


def _months(day: date, count: int) -> date:
    year, month = divmod(day.month - 1 + count, 12)
    last = (date(day.year + year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day if month != 11 else 31
    return date(day.year + year, month + 1, min(day.day, last))


def _answers(ctx: GraphContext) -> Iterator[Statement]:
    """An answer letter replies to the question letter of the paper whose kenmerk or date it gives."""
    questions = [x for x in ctx.document.letters if x.kind == "questions"]
    for answer in ctx.document.letters:
        if answer.kind not in ("answer", "delay"):
            continue
        for question in questions:
            proof = _reply_evidence(ctx, answer, question, only=len(questions) == 1)
            if proof is not None:
                yield fact(ctx.letter_iri(answer.key), v.inReplyTo, ctx.letter_iri(question.key), proof)


def _reply_evidence(ctx: GraphContext, answer: Letter, question: Letter, *, only: bool) -> Evidence | None:
    iri = ctx.letter_iri(question.key)
    for mention in ctx.mentions_in(answer.span, MentionType.KENMERK):
        if mention.id and ctx.ids.letter_by_kenmerk(mention.id) == iri:
            return ctx.evidence(mention, "letter.reply-by-kenmerk/1", 0.99)
    for mention in ctx.mentions_in(answer.span, MentionType.DATE):
        if question.date and mention.id == question.date.value.isoformat():
            return ctx.evidence(mention, "letter.reply-by-date/1", 0.95)
    if only and answer.kind == "answer":
        return ctx.evidence(answer.heading, "letter.reply-only-one/1", 0.85, Basis.INFERRED)
    return None


def _mentioned(ctx: GraphContext, letter: Letter) -> Iterator[Statement]:
    """Letters that this letter names by kenmerk: their date, subject, and whether it reminds of them."""
    home = ctx.letter_iri(letter.key)
    printed = {ctx.letter_iri(x.key): x for x in ctx.document.letters}
    for mention in ctx.mentions_in(letter.span, MentionType.KENMERK):
        iri = mention.iri
        if iri is None or mention.id is None or iri == home:
            continue
        line = _line(ctx, mention.start)
        where = ctx.evidence(mention, "letter.mentioned/1")
        if iri not in printed:
            yield from _stub(ctx, iri, mention, line)
            if _REMINDED_LIST.match(ctx.text, line.start):
                yield from listed_correspondents(ctx, iri, letter, line)
        elif printed[iri].subject is None:
            yield from _subject_told(ctx, iri, mention, line)
        if letter.kind != "reminder":
            continue
        if _EARLIER.search(ctx.text, line.start, mention.start):
            yield fact(home, v.earlierReminder, iri, where)
            yield fact(iri, v.RDF_type, v.Reminder, where)
        elif _REMINDED_LIST.match(ctx.text, line.start):
            yield fact(home, v.reminds, iri, ctx.evidence(line, "letter.reminds/1"))


def _line(ctx: GraphContext, offset: int) -> Span:
    start = ctx.text.rfind("\n", 0, offset) + 1
    end = ctx.text.find("\n", offset)
    return Span(start, end if end >= 0 else len(ctx.text))


def _stub(ctx: GraphContext, iri: str, mention: Mention, line: Span) -> Iterator[Statement]:
    where = ctx.evidence(mention, "letter.mentioned/1")
    sentence = Span(max(line.start, ctx.sentence(mention.start).start), mention.end)
    yield fact(iri, v.RDF_type, v.Letter, where)
    yield fact(iri, v.kenmerk, Literal(mention.id or mention.text), where)
    yield fact(iri, v.mentionedIn, ctx.paper_iri, where)
    day = next((m for m in ctx.mentions_in(sentence, MentionType.DATE) if m.id and len(m.id) == 10), None)
    behind = re.search(r"(?i)brief\s+van\s+$", ctx.text[sentence.start : day.start]) if day else None
    label = f"brief met kenmerk {mention.id}"
    if day is not None and behind is not None and day.id:
        yield fact(iri, v.ELI_date_document, date.fromisoformat(day.id), ctx.evidence(day, "letter.mentioned-date/1"))
        label = f"brief van {dutch_date(date.fromisoformat(day.id))} ({mention.id})"
    yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), where)
    if day is not None and behind is not None:
        yield from correspondents(ctx, iri, day)
    yield from _subject_told(ctx, iri, mention, line)


def _subject_told(ctx: GraphContext, iri: str, mention: Mention, line: Span) -> Iterator[Statement]:
    """The subject that the words around a letter's kenmerk give it."""
    sentence = Span(max(line.start, ctx.sentence(mention.start).start), mention.end)
    span = _subject(ctx, sentence, mention, line)
    if span is not None:
        text = Literal(ctx.words(span), lang="nl")
        yield fact(iri, v.DCTERMS_subject, text, ctx.evidence(span, "letter.subject/1", 0.95))


def _subject(ctx: GraphContext, sentence: Span, kenmerk: Mention, line: Span) -> Span | None:
    """What the letter is about: up to the bracket with its kenmerk, or behind that to the end of the sentence."""
    opens = _KENMERK_OPENS.search(ctx.text, max(sentence.start, kenmerk.start - 40), kenmerk.start)
    before = opens.start() if opens else kenmerk.start
    about = _ABOUT.search(ctx.text, sentence.start, before)
    end = before
    if about is None:
        about = _ABOUT.search(ctx.text, kenmerk.end, line.end)
        end = min(line.end, ctx.sentence(kenmerk.end).end)
    if about is None or about.end() >= end:
        return None
    while end > about.end() and ctx.text[end - 1] in " .;,\n":
        end -= 1
    return Span(about.end(), end)


def names_letter(ctx: GraphContext, mention: Mention) -> bool:
    """Whether a date, given to the day, names a letter: "de brief van 3 mei 2025"."""
    if mention.type is not MentionType.DATE or not mention.id or len(mention.id) != 10:
        return False
    return _LETTER_OF.search(ctx.text, max(0, mention.start - 50), mention.start) is not None


def same_letter(ctx: GraphContext, mention: Mention) -> Iterator[Mention]:
    """The namings, in text order, of a letter of one day by the same senders, itself among them."""
    senders = _senders(ctx, mention)
    for other in ctx.dates_of(mention.id or ""):
        if other == mention or (names_letter(ctx, other) and _senders(ctx, other) == senders):
            yield other


def _senders(ctx: GraphContext, day: Mention) -> frozenset[Node]:
    return frozenset(s.object for s in correspondents(ctx, "", day) if s.predicate == v.from_)


def dated_letter_iri(ctx: GraphContext, mention: Mention, day: date) -> str:
    """The IRI of a letter known only by its date and senders: made from the paper and the order in which it names
    letters of that day, so that each format of the paper gives the same one."""
    first = next(same_letter(ctx, mention), mention)
    before = sum(other.start < first.start for other in ctx.dates_of(mention.id or ""))
    return ctx.ids.letter(f"{day.isoformat()}-{short_hash(f'{ctx.paper_iri} {before}', 8)}")
