"""The links of an imagined place, for tests of pages."""

from collections.abc import Mapping


class Flat:
    """Addresses of a server at the root."""

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        start = "/en/" if lang == "en" else "/"
        return f"{start}{path}" + (f"#{fragment}" if fragment else "")

    def data(self, path: str, suffix: str) -> str:
        return f"/{path}{suffix}"

    def asset(self, name: str) -> str:
        return f"/static/{name}"

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        return f"/queries/{name}"

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        return None
