"""The links of the server: absolute paths below its root, English ones below /en/."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from sovgraph.export.names import views


@dataclass(frozen=True, slots=True)
class ServerLinks:
    """`root` is the path at which the site begins ("" or "/x"). `drawn`: views that have a page with a picture."""

    root: str = ""
    drawn: frozenset[str] = field(default_factory=lambda: frozenset(views()))

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        start = f"{self.root}/en/" if lang == "en" else f"{self.root}/"
        return start + path + (f"#{fragment}" if fragment else "")

    def data(self, path: str, suffix: str) -> str:
        return f"{self.root}/{path}{suffix}"

    def asset(self, name: str) -> str:
        return f"{self.root}/static/{quote(name)}"

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        return self.page(f"queries/{quote(name)}", lang) + _asked(params)

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        return self.page(f"picture/{quote(view)}", lang) + _asked(params) if view in self.drawn else None


def _asked(values: Mapping[str, str]) -> str:
    return f"?{urlencode(sorted(values.items()), doseq=True)}" if values else ""
