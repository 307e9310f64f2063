"""Sections of a paper, the parts of an amendment and of a bill, and papers that a paper replaces."""

from dataclasses import dataclass

from sovgraph.model.base import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it, sections inside it too.

    `kind`: part, chapter, article, item, numbered, annex, explanation, heading. `number` is the printed number or
    label ("2.1", "artikel I, onderdeel B"), "" without one. `level` counts from 1; `parent` is the place of the section
    around it in `Document.sections`, None for one of the first level.
    """

    heading: Span
    number: str
    kind: str
    level: int
    span: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """A paper that this one replaces ("ter vervanging van die gedrukt onder nr. 12"). `dossier` and `suffix` are those
    that the words give, else those of the head."""

    span: Span
    dossier: str
    suffix: str | None
    number: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """One change that an amendment asks for. `article` is the place in the bill as printed ("artikel I, onderdeel B"),
    `action`: replace, insert, add, delete, reword, renumber, change."""

    span: Span
    article: Span | None
    action: str


@dataclass(frozen=True, slots=True)
class AmendmentParts:
    """The parts of an amendment; `movers` are the signatures in order, or the names of its title."""

    title: Span | None
    movers: tuple[Span, ...]
    instructions: tuple[Instruction, ...]
    explanation: Span | None


@dataclass(frozen=True, slots=True)
class BillParts:
    """The parts of a bill around its articles, which are sections of the paper."""

    considerans: Span | None
    closing: Span | None
