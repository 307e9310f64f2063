"""The words of a block with all that is marked in them: mentions inside and across each other, notes, anchors.

HTML knows no link inside a link and no element across another. So a mention that holds others becomes a wrapper whose
own words are linked piece by piece, and one that crosses another is closed and opened again. Each letter of the text
is written once, in order.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sovgraph.pages.paper_blocks import Lines
from sovgraph.pages.paper_marks import Marked

CLAUSES = frozenset("measure programme council_meeting deadline request commitment commitment_claim".split())
"""Whole stretches with names of their own: the words aren't linked, a sign behind them is."""
_STRONG = re.compile(r"\*\*(?=[^\s*])(?:[^*]|\*(?!\*))*?(?<=[^\s*])\*\*")
_SLANTED = re.compile(r"(?<![*\w])\*(?=[^\s*])[^*]*?(?<=[^\s*])\*(?![*\w])")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PLAIN_FIGURES = re.compile(r"[\d,]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of a mention: where it leads ("" for nowhere) and what the reader sees who points at it."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Call:
    """A mark in the text that calls a note: its own anchor and that of the note's body."""

    start: int
    end: int
    note: int


@dataclass(slots=True)
class _Wrap:
    """An element around a stretch of one block. `is_leaf`: the element itself is the link."""

    start: int
    end: int
    tag: str
    attributes: str
    href: str = ""
    title: str = ""
    is_clause: bool = False
    is_leaf: bool = False
    is_last: bool = True
    linked: bool = False


class Inliner:
    """Writes blocks in the order of the text; a block that was passed can't be written again."""

    def __init__(
        self,
        text: str,
        mentions: Iterable[Marked],
        anchors: Iterable[int],
        calls: Iterable[Call],
        told: Callable[[Marked], Told],
        *,
        markdown: bool = False,
        note_word: str = "noot",
    ) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end, m.type not in CLAUSES, m.type))
        self._next = 0
        self._going: list[Marked] = []
        self._anchors = sorted(set(anchors))
        self._anchor = 0
        self._calls = sorted(calls, key=lambda c: c.start)
        self._call_starts = [c.start for c in self._calls]
        self._told = told
        self._markdown = markdown
        self._note_word = note_word

    def write(self, start: int, end: int, breaks: Sequence[int] = (), hidden: Sequence[tuple[int, int]] = ()) -> str:
        """The HTML of a stretch. `breaks`: line ends that show; `hidden`: signs of the print that the page replaces."""
        signs = list(hidden)
        wraps = [*self._emphasis(start, end, signs), *self._mention_wraps(start, end)]
        wraps.sort(key=lambda w: (w.start, -w.end, not w.is_clause))
        calls = self._calls[bisect_left(self._call_starts, start) : bisect_left(self._call_starts, end)]
        calls = [c for c in calls if c.end <= end]
        _find_leaves(wraps, calls, signs)
        points = {start, end, *breaks}
        points.update(p for w in wraps for p in (w.start, w.end))
        points.update(p for c in calls for p in (c.start, c.end))
        points.update(p for s in signs for p in s)
        last = bisect_left(self._anchors, end, self._anchor)
        points.update(a for a in self._anchors[self._anchor : last] if a > start)
        return self._joined(sorted(p for p in points if start <= p <= end), wraps, calls, (set(breaks), signs))

    def _joined(
        self, points: list[int], wraps: list[_Wrap], calls: list[Call], layout: tuple[set[int], list[tuple[int, int]]]
    ) -> str:
        out: list[str] = []
        stack: list[_Wrap] = []
        called = {c.start: c for c in calls}
        veiled = {place for s, e in layout[1] for place in range(s, e)}
        at = 0
        for place, following in zip(points, (*points[1:], None), strict=True):
            _close(out, stack, place)
            anchors = self._anchors_until(place) if following is not None else []
            opened = at
            while at < len(wraps) and wraps[at].start == place and following is not None:
                at += 1
            for number, wrap in enumerate(wraps[opened:at]):
                stack.append(wrap)
                out.append(_open(wrap, anchors.pop(0) if anchors and number == 0 else None))
            out.extend(f'<span class="c" id="c{a}"></span>' for a in anchors)
            if following is None:
                break
            if place in layout[0]:
                out.append("<br>")
            words = escape(self._text[place:following], quote=False)
            if place in called:
                out.append(self._call(called[place], words))
            elif place in veiled:
                out.append(f"<span hidden>{words}</span>")
            else:
                out.append(_linked(stack, words))
        return "".join(out)

    def _anchors_until(self, place: int) -> list[int]:
        first = self._anchor
        self._anchor = bisect_right(self._anchors, place, first)
        return self._anchors[first : self._anchor]

    def rest(self) -> str:
        """The anchors that no block holds."""
        left = self._anchors[self._anchor :]
        self._anchor = len(self._anchors)
        return "".join(f'<span class="c" id="c{a}"></span>' for a in left)

    def _call(self, call: Call, words: str) -> str:
        raised = " raised" if _PLAIN_FIGURES.fullmatch(words) else ""
        label = f"{self._note_word} {words.strip('[]^ ')}"
        return (
            f'<a class="fn{raised}" id="r{call.start}" href="#n{call.note}" role="doc-noteref"'
            f' aria-label="{escape(label)}">{words}</a>'
        )

    def _mention_wraps(self, start: int, end: int) -> list[_Wrap]:
        while self._next < len(self._mentions) and self._mentions[self._next].start < end:
            self._going.append(self._mentions[self._next])
            self._next += 1
        self._going = [m for m in self._going if m.end > start]
        return [self._wrap(m, max(m.start, start), min(m.end, end)) for m in self._going if m.start < end]

    def _wrap(self, mention: Marked, start: int, end: int) -> _Wrap:
        told = self._told(mention)
        state = "" if mention.resolution == "exact" else f" s-{escape(mention.resolution)}"
        attributes = f' class="m t-{escape(mention.type)}{state}" title="{escape(told.title)}"'
        tag = "span"
        if mention.type == "date" and _DAY.fullmatch(mention.id):
            tag, attributes = "time", f'{attributes} datetime="{mention.id}"'
        clause = mention.type in CLAUSES
        last = end == mention.end
        return _Wrap(start, end, tag, attributes, told.href, told.title, clause, is_last=last)

    def _emphasis(self, start: int, end: int, signs: list[tuple[int, int]]) -> list[_Wrap]:
        """Markdown's own signs for bold and italic words; the signs stay in the text, hidden."""
        if not self._markdown:
            return []
        bold = [m.span() for m in _STRONG.finditer(self._text, start, end)]
        slanted = [m.span() for m in _SLANTED.finditer(self._text, start, end)]
        slanted = [(a, b) for a, b in slanted if not any(c < b and a < d for c, d in bold)]
        for width, spans in ((2, bold), (1, slanted)):
            signs += [sign for a, b in spans for sign in ((a, a + width), (b - width, b))]
        return [_Wrap(a, b, "strong", "") for a, b in bold] + [_Wrap(a, b, "em", "") for a, b in slanted]


def _find_leaves(wraps: list[_Wrap], calls: Sequence[Call], signs: Sequence[tuple[int, int]]) -> None:
    """A mention with nothing in it and nothing across it is one link. Expects the order of opening."""
    inner = sorted({*(c.start for c in calls), *(s for s, _ in signs)})
    reach: list[int] = []
    for index, wrap in enumerate(wraps):
        reach = [end for end in reach if end > wrap.start]
        holds = index + 1 < len(wraps) and wraps[index + 1].start < wrap.end
        crossed = any(end < wrap.end for end in reach)
        cut = bisect_left(inner, wrap.start) < bisect_left(inner, wrap.end)
        wrap.is_leaf = bool(wrap.href) and not (holds or crossed or cut or wrap.is_clause)
        reach.append(wrap.end)


def _open(wrap: _Wrap, anchor: int | None) -> str:
    name = f' id="c{anchor}"' if anchor is not None else ""
    if not wrap.is_leaf:
        return f"<{wrap.tag}{wrap.attributes}{name}>"
    if wrap.tag == "time":
        return f'<time{wrap.attributes}{name}><a href="{escape(wrap.href)}">'
    return f'<a{wrap.attributes}{name} href="{escape(wrap.href)}">'


def _shut(wrap: _Wrap) -> str:
    if not wrap.is_leaf:
        return f"</{wrap.tag}>"
    return "</a></time>" if wrap.tag == "time" else "</a>"


def _close(out: list[str], stack: list[_Wrap], place: int) -> None:
    """Closes what ends here. What lies inside it but goes on is closed too and opened again."""
    ending = [w for w in stack if w.end <= place]
    if not ending:
        return
    first = stack.index(ending[0])
    out.extend(_shut(wrap) for wrap in reversed(stack[first:]))
    going = [w for w in stack[first:] if w.end > place]
    del stack[first:]
    out.extend(
        f'<a class="go" href="{escape(w.href)}" aria-label="{escape(w.title)}"></a>'
        for w in ending
        if w.href and w.is_last and not (w.is_leaf or w.linked)
    )
    for wrap in going:
        stack.append(wrap)
        out.append(_open(wrap, None))


def _linked(stack: Sequence[_Wrap], words: str) -> str:
    """A piece of text inside wrappers, linked to what the innermost of them names."""
    if not words.strip() or any(w.is_leaf for w in stack):
        return words
    wrap = next((w for w in reversed(stack) if w.href and not w.is_clause), None)
    if wrap is None:
        return words
    again = ' tabindex="-1"' if wrap.linked else ""
    wrap.linked = True
    return f'<a href="{escape(wrap.href)}"{again}>{words}</a>'


def breaks_in(text: str, lines: Lines, start: int, end: int) -> list[int]:
    """The line ends inside a block that show: those behind a line that was broken on purpose."""
    first = bisect_right(lines.starts, start) - 1
    found = []
    for index in range(max(first, 0), len(lines.spans) - 1):
        line, following = lines.spans[index], lines.spans[index + 1]
        if following[0] >= end:
            break
        if line[0] >= start - 1 and lines.is_short((max(line[0], start), line[1])):
            found.append(text.index("\n", line[1]))
    return found
