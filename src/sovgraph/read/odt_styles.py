"""Styles of an OpenDocument text: what is hidden, raised or in capitals, and how lists are numbered."""

from dataclasses import dataclass, field

from lxml import etree

from sovgraph.read.flow import attribute
from sovgraph.read.numerals import FORMS, letters, numeral, whole
from sovgraph.read.paths import tag_of

LEVELS = 10
BULLET = "•"
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    parent: str
    list_style: str | None
    outline: int | None
    hidden: bool | None
    capitals: bool | None
    raised: bool | None


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. `form` is "" where no number is printed, `bullet` the sign of an unnumbered one."""

    form: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    doubled: bool = False

    def shows(self, value: int) -> str:
        if self.form in ("a", "A"):
            printed = letters(value, self.doubled)
            return printed.upper() if self.form == "A" else printed
        return numeral(value, FORMS.get(self.form, "decimal"))


@dataclass(slots=True)
class Styles:
    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    """By family and name."""
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def says(self, family: str, name: str | None, what: str) -> object:
        """What a style, or its parent, says; None when neither does."""
        for _ in range(_DEEPEST):
            style = self.styles.get((family, name or ""))
            if style is None:
                return None
            value = getattr(style, what)
            if value is not None:
                return value
            name = style.parent
        return None

    def read(self, root: etree._Element) -> None:
        """Takes in the styles of content.xml or styles.xml; those of the content come last and win."""
        for element in root.iter():
            match tag_of(element):
                case "style":
                    key = (attribute(element, "family") or "", attribute(element, "name") or "")
                    self.styles[key] = _style(element)
                case "list-style":
                    self.lists[attribute(element, "name") or ""] = _levels(element)
                case "outline-style":
                    self.outline = _levels(element)


def _style(element: etree._Element) -> Style:
    hidden = capitals = raised = None
    for properties in element:
        if tag_of(properties) == "text-properties":
            display, transform = attribute(properties, "display"), attribute(properties, "text-transform")
            position = (attribute(properties, "text-position") or "").split()
            hidden = display == "none" if display is not None else None
            capitals = transform == "uppercase" if transform is not None else None
            raised = _is_raised(position[0]) if position else None
    outline = attribute(element, "default-outline-level")
    return Style(
        attribute(element, "parent-style-name") or "",
        attribute(element, "list-style-name"),
        whole(outline) if outline else None,
        hidden,
        capitals,
        raised,
    )


def _is_raised(position: str) -> bool:
    return position == "super" or (position.endswith("%") and not position.startswith(("-", "0%")))


def _levels(element: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in element:
        tag = tag_of(level)
        number = whole(attribute(level, "level"))
        if tag in ("list-level-style-number", "outline-level-style"):
            found[number] = Level(
                attribute(level, "num-format") or "",
                "",
                attribute(level, "num-prefix") or "",
                attribute(level, "num-suffix") or "",
                whole(attribute(level, "start-value"), 1),
                max(1, whole(attribute(level, "display-levels"), 1)),
                attribute(level, "num-letter-sync") == "true",
            )
        elif tag in ("list-level-style-bullet", "list-level-style-image"):
            sign = attribute(level, "bullet-char") or BULLET
            found[number] = Level(bullet=BULLET if "\ue000" <= sign[:1] <= "\uf8ff" or sign in ("o", "") else sign)
    return found


@dataclass(slots=True)
class Lists:
    """Counts the items of all lists in the order of the text."""

    styles: Styles
    by_name: dict[str, list[int | None]] = field(default_factory=dict)
    by_style: dict[str, list[int | None]] = field(default_factory=dict)
    headings: list[int | None] = field(default_factory=lambda: [None] * (LEVELS + 1))

    def begin(self, element: etree._Element, style: str) -> list[int | None]:
        """The counts of a list: new ones, or those of the list that it says it continues."""
        counts: list[int | None] | None = None
        if attribute(element, "continue-list"):
            counts = self.by_name.get(attribute(element, "continue-list") or "")
        elif attribute(element, "continue-numbering") == "true":
            counts = self.by_style.get(style)
        counts = counts if counts is not None else [None] * (LEVELS + 1)
        self.by_style[style] = counts
        name = attribute(element, "id")
        if name:
            self.by_name[name] = counts
        return counts

    def label(self, style: str, counts: list[int | None], level: int, start: str | None) -> str:
        """The printed number of the next item."""
        return _label(self.styles.lists.get(style, {}), counts, min(level, LEVELS), start)

    def heading(self, level: int, start: str | None) -> str:
        if not self.styles.outline:
            return ""
        return _label(self.styles.outline, self.headings, min(max(level, 1), LEVELS), start)


def _label(levels: dict[int, Level], counts: list[int | None], level: int, start: str | None) -> str:
    own = levels.get(level, Level())
    before = counts[level]
    counts[level] = whole(start, 1) if start else own.start if before is None else before + 1
    for deeper in range(level + 1, LEVELS + 1):
        counts[deeper] = None
    if own.bullet:
        return own.bullet
    if not own.form:
        return ""
    numbers = [
        levels[i].shows(counts[i] or levels[i].start)
        for i in range(max(1, level - own.shown + 1), level + 1)
        if i in levels and levels[i].form
    ]
    return f"{own.prefix}{'.'.join(numbers)}{own.suffix}".strip()
