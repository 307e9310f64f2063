"""`sovgraph mcp`: tools for language models over standard input and output."""

from argparse import Namespace

from sovgraph.mcp.corpus import Corpus
from sovgraph.mcp.server import make_server
from sovgraph.search import open_index
from sovgraph.store import open_store


def mcp(args: Namespace) -> int:
    """Runs until the other side closes."""
    with open_store(args.store, read_only=True) as store:
        index = open_index(args.store, store=store)
        try:
            make_server(Corpus(store, index)).run("stdio")
        finally:
            index.close()
    return 0
