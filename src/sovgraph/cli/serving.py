"""`sovgraph serve`."""

from argparse import Namespace
from pathlib import Path

from sovgraph.cli.common import settings_of
from sovgraph.errors import ConfigError


def serve(args: Namespace) -> int:
    """Runs the site until it is stopped; its address comes on stderr once it answers."""
    try:
        from sovgraph.serve import running
    except ModuleNotFoundError as error:
        raise ConfigError(f"serve: {error.name} is not installed; pip install 'sovgraph[web]'") from error
    from sovgraph.serve.options import ServeOptions

    settings = settings_of(args)
    options = ServeOptions(
        store=Path(args.store),
        host=args.host,
        port=args.port,
        root_path=args.root_path.rstrip("/"),
        base=settings.base,
        server=args.server,
    )
    return running.serve(options)
