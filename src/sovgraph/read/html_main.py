"""What of a web page is the paper: its main part, without menus, banners, buttons and what isn't shown."""

import re

from lxml import etree

from sovgraph.read.paths import tag_of

NEVER = frozenset(
    "script style template noscript head iframe object embed svg canvas audio video select option textarea input "
    "button link meta base map area dialog nav aside".split()
)
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog complementary menu menubar toolbar".split())
_FURNITURE = re.compile(
    r"(?!no-toc$)(?:[\w-]*[-_])?(?:nav|navbar|navigation|navigatie|menu|breadcrumbs?|kruimelpad|cookies?"
    r"|cookie-?(?:bar|banner|melding|wall|notice|consent)|share|social|sidebar|zijbalk|pagination|paginering|toolbar|modal"
    r"|popup|tooltip|search(?:bar|box|form)?|zoekbalk|zoeken|banner|toc|inhoudsopgave|buttons?|knoppen|downloads?|related"
    r"|gerelateerd|skiplinks?)(?:[-_][\w-]*)?"
    r"|(?:site-?|page-?|main-?)?footer|site-?header|no-?print|note-close",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"sr-only|visually-?hidden|visuallyhidden|offscreen|screen-?reader(?:-text)?|skip(?:-?link|-?to[\w-]*)?|note-close",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"(?:[\w-]+[-_])?(?:button|btn|knop|download)(?:[-_][\w-]+)?", re.IGNORECASE)
_BOXES = frozenset("div ul ol section header footer table dl p".split())
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_KNOWN = (
    ("kopregel", "broodtekst", "noten", "voetregel"),  # official publications, until about 2019
    ("PrintContents",),
    ("main-column",),
    ("main_content_wrapper",),  # Eerste Kamer
    ("publicatie",),
    ("main-content",),
    ("maincontent",),
    ("content",),
)
_LEAST = 200
"""Letters that a known container must hold, or it is an empty shell."""
_MOST = 0.85


def is_shown(element: etree._Element) -> bool:
    """Whether an element is part of what a reader sees of the paper."""
    tag = tag_of(element)
    if not tag or tag in NEVER or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    if tag == "form" and next(element.iter("p", "h1", "article"), None) is None:
        return False  # a search box; some sites wrap the whole page in a form
    if (element.get("role") or "").lower() in _ROLES or _HIDDEN.search(element.get("style") or ""):
        return False
    if tag in ("header", "footer") and not any(
        tag_of(above) in ("main", "article") for above in element.iterancestors()
    ):
        return False
    if tag in ("html", "body", "main", "article"):
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
    if any(_UNSEEN.fullmatch(name) for name in names):
        return False
    if tag == "a" and (element.get("role") == "button" or any(_BUTTON.fullmatch(name) for name in names)):
        return False
    return tag not in _BOXES or not any(_FURNITURE.fullmatch(name) for name in names)


def main_parts(root: etree._Element) -> list[etree._Element]:
    """The elements that hold the paper, in order: by the containers of known sites, then by a general rule."""
    body = root if tag_of(root) == "body" else next(root.iter("body"), root)
    for names in _KNOWN:
        found = [each for each in (_with_id(body, name) for name in names) if each is not None]
        if sum(letters(each) for each in found) >= _LEAST:
            return _outermost(found)
    for name in ("main", "article"):
        tagged = [each for each in body.iter(name) if _all_shown(each, body) and letters(each) >= _LEAST]
        if len(tagged) == 1 and letters(tagged[0]) >= letters(body) / 2:
            return tagged
    return [_densest(body)]


def letters(element: etree._Element) -> int:
    """How many letters an element shows, those of links left out."""
    if not is_shown(element):
        return 0
    total = len("".join((element.text or "").split()))
    for child in element:
        if tag_of(child) and tag_of(child) != "a":
            total += letters(child)
        total += len("".join((child.tail or "").split()))
    return total


def _densest(element: etree._Element) -> etree._Element:
    """Down from the body as long as one child holds nearly all of the words."""
    while True:
        total = letters(element)
        best = max((child for child in element if tag_of(child)), key=letters, default=None)
        if best is None or total == 0 or letters(best) < total * _MOST or tag_of(best) not in _HOLDERS:
            return element
        element = best


_HOLDERS = frozenset("body div main article section center table tbody tr td span font".split())


def _with_id(body: etree._Element, name: str) -> etree._Element | None:
    for each in body.iter():
        if each.get("id") == name or (name == "publicatie" and name in (each.get("class") or "").split()):
            return each
    return None


def _outermost(found: list[etree._Element]) -> list[etree._Element]:
    kept = [each for each in found if not any(above in found for above in each.iterancestors())]
    order = {each: index for index, each in enumerate(kept[0].getroottree().iter())} if len(kept) > 1 else {}
    return sorted(kept, key=lambda each: order.get(each, 0))


def _all_shown(element: etree._Element, body: etree._Element) -> bool:
    return all(is_shown(above) for above in element.iterancestors() if above is not body and tag_of(above) != "html")
