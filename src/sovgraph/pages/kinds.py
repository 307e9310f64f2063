"""Kinds of pages, one file each in `kinds/`: which classes they show, their words, their facts and boxes."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from sovgraph import vocab as v
from sovgraph.errors import ResourceError
from sovgraph.report import report_file
from sovgraph.report.definition import SectionFile, Words

_FOLDER = Path(__file__).with_name("kinds")
PLUMBING: Final = frozenset(
    (
        v.Assertion, v.Quote, v.Mention, v.Rule, v.Issue, v.OA_TextQuoteSelector, v.OA_TextPositionSelector,
        v.OA_FragmentSelector, v.OA_XPathSelector, v.RDF_Statement, v.ELI_Manifestation, v.DOCO_Footnote, v.DOCO_List,
        v.DOCO_Section,
    )
)  # fmt: skip
"""Classes of what carries the evidence; such things have a plain page on a server and none in a folder of files."""


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a page: a table of a stored query, or one that a function makes (`special`).

    `limit`: more rows are left to the page of the query. `look`: "table", "timeline" or "list".
    """

    section: SectionFile | None = None
    special: str = ""
    title: Words | None = None
    limit: int = 60
    look: str = "table"


class Picture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A view to link to, with the parameters among `given` that it takes; only where the page has `box`, when named."""

    view: str
    params: tuple[str, ...] = ()
    box: str = ""


class KindFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file.

    `classes` as curies; `rank`: of a thing of several classes the lowest counts. `facts`: properties that stand at the
    top. `given`: names for the parameters of boxes, each a property of the thing or "." for the thing itself.
    `listed`: it has a list, which stands among the others in the order of `menu`; `order`: the property with the day by
    which the list is ordered; `about`: properties shown in the list.
    """

    title: Words
    plural: Words
    classes: tuple[str, ...]
    rank: int
    facts: tuple[str, ...] = ()
    given: dict[str, str] = {}
    listed: bool = False
    menu: int = 100
    order: str = ""
    about: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    boxes: tuple[Box, ...] = ()


def load_kind(path: Path) -> KindFile:
    """Raises ResourceError that names the file and what is wrong in it."""
    try:
        data = _read(path)
        data["boxes"] = [_box(entry) for entry in data.get("boxes", [])]
        return msgspec.convert(data, KindFile)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: not a kind of page ({error}); compare with its neighbours") from error


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _box(entry: dict[str, Any]) -> dict[str, Any]:
    """`report = "dossier"`, `part = "letters"` takes a section of a report, `kind = "country"` with a part the box of
    another kind; other keys change it."""
    if "kind" in entry:
        entry = {**_box_of(entry.pop("kind"), entry.pop("part")), **entry}
    own: dict[str, Any] = {name: entry.pop(name) for name in ("special", "limit", "look") if name in entry}
    if "special" in own:
        return {**own, **entry}
    if "report" in entry:
        report, part = entry.pop("report"), entry.pop("part")
        section = next((s for s in report_file(report).sections if s.name == part), None)
        if section is None:
            raise ResourceError(f"kinds of pages: report {report} has no section '{part}'")
        entry = {**msgspec.to_builtins(section), **entry}
    return {**own, "section": entry}


def _box_of(kind: str, name: str) -> dict[str, Any]:
    boxes = _read(_FOLDER / f"{kind}.toml").get("boxes", ())
    found: dict[str, Any] | None = next((box for box in boxes if box.get("name") == name), None)
    if found is None:
        raise ResourceError(f"kinds of pages: kind {kind} has no box '{name}'")
    return found


@cache
def kinds() -> dict[str, KindFile]:
    """All kinds by name, the most particular first."""
    found = {path.stem: load_kind(path) for path in sorted(_FOLDER.glob("*.toml"))}
    return dict(sorted(found.items(), key=lambda item: (item[1].rank, item[0])))


@cache
def _by_class() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, kind in kinds().items():
        for curie in kind.classes:
            found.setdefault(full(curie), name)
    return found


def kind_of(classes: tuple[str, ...]) -> str:
    """The name of the kind of a thing with these classes; "" for a thing of no kind."""
    ranks = {name: rank for rank, name in enumerate(kinds())}
    names = [_by_class()[c] for c in classes if c in _by_class()]
    return min(names, key=ranks.__getitem__, default="")


def has_own_page(classes: tuple[str, ...]) -> bool:
    """Whether a thing of these classes has a page everywhere, not only on a server."""
    return bool(kind_of(classes))


def full(curie: str) -> str:
    """ "sov:from" as an IRI. Raises ResourceError for a prefix that isn't known."""
    prefix, _, local = curie.partition(":")
    known = dict(v.NAMESPACES)
    if prefix not in known:
        raise ResourceError(f"kinds of pages: no prefix '{prefix}' in '{curie}'; known: {', '.join(known)}")
    return known[prefix] + local
