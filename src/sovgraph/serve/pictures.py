"""Pictures for pages: made once for each state of the data, a few at a time, none too large."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sovgraph.errors import QueryError
from sovgraph.export import GraphView, picture_view
from sovgraph.export.names import views
from sovgraph.query import view_query
from sovgraph.query.sentences import in_language
from sovgraph.serve.engine import Refused
from sovgraph.serve.state import Site

LIMIT = 1500
"""Things in a picture; a browser and a reader can have more, but a server has others to serve."""
KEPT = 40
WAIT = 10.0
"""Seconds to wait for others' pictures."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which picture: a view with its parameters, in a language."""

    view: str
    lang: str
    params: tuple[tuple[str, str], ...] = ()
    hops: int = 1


@dataclass
class Pictures:
    """The pictures that were asked last."""

    kept: OrderedDict[tuple[str, Asked], GraphView] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    busy: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(2))

    def get(self, site: Site, asked: Asked) -> GraphView:
        """The view with facts and evidence. Raises Refused: wrong parameters, nothing found, too large, too busy."""
        key = (site.version, asked)
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        if not self.busy.acquire(timeout=WAIT):
            raise Refused(503, "busy", "other pictures are being drawn; try again in a moment")
        try:
            view = picture_view(
                site.store, asked.view, dict(asked.params), lang=asked.lang, hops=asked.hops, limit=LIMIT
            )
        except QueryError as error:
            raise Refused(400, "bad-picture", in_language(str(error), asked.lang)) from error
        finally:
            self.busy.release()
        with self.lock:
            self.kept[key] = view
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        return view


def asked_of(view: str, lang: str, given: Mapping[str, str]) -> Asked:
    """From the parameters of an address; those that the view doesn't have are left out. Raises Refused."""
    if view not in views():
        raise Refused(404, "no-picture", f"no picture '{view[:80]}'; there are: {', '.join(views())}")
    names = [param.name for param in view_query(view).params]
    params = tuple((name, given[name].strip()) for name in names if name != "lang" and given.get(name, "").strip())
    return Asked(view, lang, params, 2 if view == "ego" and given.get("hops") == "2" else 1)


def missing(asked: Asked) -> list[str]:
    """Parameters that the view needs and the asker didn't give; a story needs its dossier here too."""
    given = dict(asked.params)
    needed = [param.name for param in view_query(asked.view).params if param.required]
    if asked.view == "story":
        needed.append("dossier")
    return [name for name in needed if name not in given]
