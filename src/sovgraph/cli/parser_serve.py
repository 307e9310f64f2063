"""The options of `sovgraph serve`."""

import argparse

LIMITS = (
    ("seconds", float, "S", "seconden voor een vraag / seconds for one query (10)"),
    ("memory_mb", int, "MB", "geheugen van een proces voor vragen / memory of a process for queries (1024)"),
    ("max_rows", int, "N", "rijen van een antwoord / rows of an answer (500000)"),
    ("max_mb", int, "MB", "grootte van een antwoord / size of an answer (64)"),
    ("workers", int, "N", "processen voor vragen, hoogstens / processes for queries, at most (8)"),
    ("client_seconds", float, "S", "werk voor één adres per minuut, 0: vrij / work for one address a minute (60)"),
    ("client_errors", int, "N", "fouten van één adres per minuut, 0: vrij / errors of one address a minute (30)"),
    ("held_quads", int, "N", "in het geheugen gehouden opslag, hoogstens / store held in memory, at most (1000000)"),
    ("cache_mb", int, "MB", "bewaarde antwoorden / answers kept (64)"),
)


def fill_serve(p: argparse.ArgumentParser) -> None:
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("--host", default="127.0.0.1", metavar="HOST", help="adres om op te luisteren / address (127.0.0.1)")
    p.add_argument("--port", type=int, default=8000, metavar="N", help="poort; 0: een vrije / port; 0: a free one")
    p.add_argument("--root-path", default="", metavar="/X", help="pad achter een proxy / path behind a proxy")
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    p.add_argument("--base", metavar="IRI", help="begin van alle eigen IRI's / where our IRIs begin")
    p.add_argument("--server", choices=("granian", "uvicorn"), default="granian", help="webserver / web server")
    for name, kind, unit, told in LIMITS:
        p.add_argument(f"--{name.replace('_', '-')}", type=kind, metavar=unit, help=told)
    p.add_argument("--token-file", metavar="FILE", help="wie dit kent mag schrijven / who knows this may write")
    p.add_argument(
        "--no-cors", dest="cors", action="store_false", help="niet voor pagina's elders / not for other sites"
    )
    p.add_argument(
        "--trust-proxy", action="store_true", help="adres uit X-Forwarded-For / address from X-Forwarded-For"
    )
    p.add_argument(
        "--no-union", dest="union", action="store_false", help="alleen de standaardgraaf / default graph only"
    )
    p.add_argument("--no-access-log", dest="access_log", action="store_false", help="zonder log / no log of requests")
