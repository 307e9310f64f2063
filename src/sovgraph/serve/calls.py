"""What is noted of one request while it is answered."""

from dataclasses import dataclass
from typing import Any

from sovgraph.serve.protocol import header


@dataclass(slots=True)
class Call:
    """`work`: seconds of processor time in a worker; `outcome`: what came of a query (for the log)."""

    client: str
    path: str
    work: float = 0.0
    outcome: str = ""
    status: int = 0
    sent: int = 0


def client_of(scope: Any, *, trust_proxy: bool) -> str:
    """The address that counts for budgets; behind a proxy the last one that it added."""
    if trust_proxy:
        last = header(scope, b"x-forwarded-for").rpartition(",")[2].strip()
        if last:
            return last[:64]
    client = scope.get("client")
    return str(client[0]) if client else "local"


def split_language(path: str) -> tuple[str, str]:
    """The language of a path below the root of the site, and the path without it: ("en", "/search")."""
    return ("en", path[3:] or "/") if path == "/en" or path.startswith("/en/") else ("nl", path)


def lang_of(scope: Any) -> str:
    """The language of the address that was asked."""
    call: Call = scope["sovgraph"]
    return split_language(call.path)[0]


def site_path(scope: Any, root_path: str) -> str:
    """The path below the root of the site, whether or not the proxy took the root off."""
    path: str = scope["path"]
    if root_path and (path == root_path or path.startswith(f"{root_path}/")):
        return path[len(root_path) :] or "/"
    return path
