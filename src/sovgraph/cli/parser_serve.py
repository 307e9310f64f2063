"""The options of `sovgraph serve`."""

import argparse


def fill_serve(p: argparse.ArgumentParser) -> None:
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("--host", default="127.0.0.1", metavar="HOST", help="adres om op te luisteren / address (127.0.0.1)")
    p.add_argument("--port", type=int, default=8000, metavar="N", help="poort; 0: een vrije / port; 0: a free one")
    p.add_argument("--root-path", default="", metavar="/X", help="pad achter een proxy / path behind a proxy")
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    p.add_argument("--base", metavar="IRI", help="begin van alle eigen IRI's / where our IRIs begin")
    p.add_argument("--server", choices=("granian", "uvicorn"), default="granian", help="webserver / web server")
