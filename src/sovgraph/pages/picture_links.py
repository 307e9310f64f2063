"""Which pictures a page links to: those about the thing, and on the home page those of everything."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from sovgraph.export.names import views
from sovgraph.pages.boxes import given_of
from sovgraph.pages.contract import Links
from sovgraph.pages.facts import Thing
from sovgraph.pages.kinds import KindFile
from sovgraph.pages.words import word

OF_ALL: Final = ("correspondence", "questions", "asks", "motions", "members", "measures", "citations")
"""Views that say something without being narrowed to one thing."""


@dataclass(frozen=True, slots=True)
class PictureLink:
    title: str
    href: str
    about: str = ""


def pictures_of(
    thing: Thing, kind: KindFile | None, boxes: Set[str], lang: str, links: Links
) -> tuple[PictureLink, ...]:
    """The pictures of its kind (the story of a dossier, the trail of a motion), then all around the thing."""
    given = given_of(thing, kind.given, "") if kind else {}
    found = []
    for picture in kind.pictures if kind else ():
        params = {name: given.get(name, "") for name in picture.params}
        href = links.picture(picture.view, params, lang) if all(params.values()) else None
        if href is not None and (not picture.box or picture.box in boxes):
            found.append(PictureLink(views()[picture.view].title(lang), href))
    around = links.picture("ego", {"thing": thing.iri}, lang)
    if around is not None:
        found.append(PictureLink(views()["ego"].title(lang), around))
    return tuple(found)


def pictures_of_all(lang: str, links: Links) -> tuple[PictureLink, ...]:
    """Each with a sentence on what it shows."""
    known = ((name, links.picture(name, {}, lang)) for name in OF_ALL)
    return tuple(
        PictureLink(views()[name].title(lang), href, word(f"picture-{name}", lang)) for name, href in known if href
    )
