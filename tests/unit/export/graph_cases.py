"""Views that break writers: odd characters, no names, mixed types, parallel edges, very many nodes."""

from datetime import date

from sovgraph.export.view import Evidence, GraphView, Value, ViewEdge, ViewNode, make_view

_ODD = "a\x00b\x1bc\ufffe \"quote\" 'single' <tag> & ]]> \\ backslash 🗳️ ﷽ \U0001f1f3\U0001f1f1 e\u0301\r\nnext\tline"
HERE = "https://example.org/thing/"


def odd() -> GraphView:
    """Labels with control characters, quotes, emoji and line ends."""
    rows = [
        (f"{HERE}1", _ODD, "x#Person", "x#memberOf", f"{HERE}2", "=1+1", "x#Committee"),
        (f"{HERE}ë/ü?q=1&r=2#top", "'; DROP", "x#Person", "x#memberOf", f"{HERE}2", "=1+1", "x#Committee"),
    ]
    view = make_view("entities", rows)
    evidence = (Evidence(f"{HERE}paper", 7, 'Hij zei: "ja" & <nee>\n🙂', "page=3", "rule", 88, f"{HERE}a/1", "Stuk 1"),)
    edges = tuple(ViewEdge(e.source, e.target, e.kind, evidence=evidence) for e in view.edges)
    return GraphView(view.name, view.nodes, edges, notices=view.notices)


def nameless() -> GraphView:
    """Things without a name or class; one without a link, one linked with itself."""
    rows = [(f"{HERE}1", "", "", "x#cites", f"{HERE}1", "", ""), (f"{HERE}2", " ", "", "", "", "", "")]
    return make_view("entities", rows)


def mixed() -> GraphView:
    """A property that is a number here and a text there; numbers that fit no type of the format."""
    values: tuple[Value, ...] = (3, "drie", 2.5, True, date(2026, 1, 2), 2**70)
    nodes = tuple(
        ViewNode(f"{HERE}{i}", f"n{i}", "Letter", "2026-01-02", "2026-02-03", (("amount", value), ("only", i)))
        for i, value in enumerate(values)
    )
    return GraphView("story", nodes, ())


def parallel() -> GraphView:
    """Several links between two things: other kinds, and one kind through other things on other days."""
    a, b = ViewNode(f"{HERE}a", "A", "Fractie"), ViewNode(f"{HERE}b", "B", "Country")
    edges = [ViewEdge(a.id, b.id, "cites"), ViewEdge(a.id, b.id, "reminds"), ViewEdge(b.id, a.id, "cites")]
    edges += [
        ViewEdge(a.id, b.id, "asksAbout", f"{HERE}q{i}", f"vraag {i}", f"2026-01-0{i}", f"2026-01-0{i}")
        for i in (1, 2, 3)
    ]
    return GraphView("asks", (a, b), tuple(sorted(edges)))


def many(size: int = 10_000) -> GraphView:
    """A tree with cross links; each thing cites an earlier one."""
    nodes = tuple(ViewNode(f"{HERE}{i:06}", f"stuk {i}", "Kamerstuk", f"2026-01-{i % 28 + 1:02}") for i in range(size))
    links = {(i, (i * 7919) // 11 % i) for i in range(1, size)} | {(i, i // 2) for i in range(1, size)}
    edges = tuple(ViewEdge(nodes[a].id, nodes[b].id, "cites") for a, b in sorted(links))
    return GraphView("citations", nodes, edges)


SMALL = {"odd": odd, "nameless": nameless, "mixed": mixed, "parallel": parallel}
