"""Options of `sovgraph export graph`."""

import argparse

GRAPH_FORMATS = (
    *("graphml", "gexf", "cytoscape", "json", "dot", "csv", "nodes.csv", "edges.csv", "html", "svg", "png"),
)
VIEWS = (
    *("story", "correspondence", "questions", "asks", "motion-trail", "motions", "members", "measures", "citations"),
    *("ego", "entities"),
)


def fill_graph(p: argparse.ArgumentParser) -> None:
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("--format", choices=GRAPH_FORMATS, help="anders naar de bestandsnaam / else by the file's name")
    p.add_argument("--view", metavar="NAME", default="entities", help=f"welk deel / which part: {', '.join(VIEWS)}")
    p.add_argument(
        "--thing", metavar="IRI", help="waaromheen (ego), welke motie (motion-trail) / around what, which motion"
    )
    p.add_argument("--dossier", metavar="NR", help="alleen dit dossier (story, asks) / only this dossier")
    p.add_argument("--country", metavar="CODE", help="alleen dit land (asks): ETH / only this country")
    p.add_argument("--hops", type=int, choices=(1, 2), default=1, help="stappen rond het ding (ego) / steps (ego)")
    p.add_argument(
        "--limit", type=int, metavar="N", help="meer dingen worden geweigerd / refuse more things (html, svg: 3000)"
    )
    p.add_argument("-o", "--output", metavar="FILE")
