"""`sovgraph serve`."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sovgraph.cli.common import config_file, settings_of
from sovgraph.describe.publication import Publication, load_publication
from sovgraph.describe.withheld import published_folder
from sovgraph.errors import ConfigError

if TYPE_CHECKING:
    from sovgraph.serve.options import Limits, ServeOptions

_MEGABYTE = 1024 * 1024
_NAMES = {
    "seconds": ("seconds", 1),
    "memory_mb": ("memory", _MEGABYTE),
    "max_rows": ("rows", 1),
    "max_mb": ("bytes", _MEGABYTE),
    "workers": ("workers", 1),
    "client_seconds": ("client_seconds", 1),
    "client_errors": ("client_errors", 1),
    "held_quads": ("held_quads", 1),
    "cache_mb": ("cache_bytes", _MEGABYTE),
}
"""Options with the limit that each sets, and what it counts in."""
_MAY_BE_ZERO = frozenset(("client_seconds", "client_errors", "held_quads", "cache_mb"))


def serve(args: Namespace) -> int:
    """Runs the site until it is stopped; its address comes on stderr once it answers."""
    try:
        from sovgraph.serve import running
    except ModuleNotFoundError as error:
        raise ConfigError(f"serve: {error.name} is not installed; pip install 'sovgraph[web]'") from error
    root = args.root_path.rstrip("/")
    if root and not root.startswith("/"):
        raise ConfigError(f"--root-path {args.root_path}: must begin with /")
    publication = load_publication(config_file(args))
    with published_folder(Path(args.store), publication.withhold) as store:
        return running.serve(_options(args, store, root, publication))


def _options(args: Namespace, store: Path, root: str, publication: Publication) -> "ServeOptions":
    from sovgraph.serve.options import ServeOptions

    return ServeOptions(
        store=store,
        host=args.host,
        port=args.port,
        root_path=root,
        base=settings_of(args).base,
        token=_token(args.token_file),
        cors=args.cors,
        union=args.union,
        trust_proxy=args.trust_proxy,
        log_requests=args.access_log and not args.quiet,
        server=args.server,
        limits=_limits(args),
        publication=publication,
    )


def _limits(args: Namespace) -> "Limits":
    from sovgraph.serve.options import Limits

    given: dict[str, Any] = {}
    for name, (limit, unit) in _NAMES.items():
        value = getattr(args, name)
        if value is None:
            continue
        if value < 0 or (value == 0 and name not in _MAY_BE_ZERO):
            raise ConfigError(f"--{name.replace('_', '-')} {value}: must be more than 0")
        given[limit] = value * unit
    return Limits(**given)


def _token(path: str | None) -> str:
    """The token on the only line of the file; a short one would be guessed."""
    if path is None:
        return ""
    try:
        token = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"--token-file {path}: can't be read ({error}); give a file with one line") from error
    if len(token) < 16 or not token.isascii() or any(c.isspace() for c in token):
        raise ConfigError(f"--token-file {path}: needs one line of at least 16 ASCII characters without spaces")
    return token
