"""Counts for /metrics, in the text form of Prometheus."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

BUCKETS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0)


class Metrics:
    """Requests by part of the site and status; the time to answer; outcomes of queries."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, int]] = Counter()
        self.queries: Counter[str] = Counter()
        self.sent = 0
        self.active = 0
        self._times = [0] * (len(BUCKETS) + 1)
        self._total = 0.0

    def count(self, part: str, status: int, seconds: float, size: int) -> None:
        self.requests[part, status] += 1
        self.sent += size
        self._times[bisect_left(BUCKETS, seconds)] += 1
        self._total += seconds

    def lines(self, gauges: Iterable[tuple[str, str, dict[str, str], float]]) -> Iterator[str]:
        """`gauges`: name, help, labels and value of what others count."""
        yield from _family("sovgraph_requests_total", "counter", "Requests answered.")
        for (part, status), number in sorted(self.requests.items()):
            yield _sample("sovgraph_requests_total", {"part": part, "status": str(status)}, number)
        yield from _family("sovgraph_request_seconds", "histogram", "Time from request to end of answer.")
        total = 0
        for bound, number in zip((*map(str, BUCKETS), "+Inf"), self._times, strict=True):
            total += number
            yield _sample("sovgraph_request_seconds_bucket", {"le": bound}, total)
        yield _sample("sovgraph_request_seconds_sum", {}, round(self._total, 6))
        yield _sample("sovgraph_request_seconds_count", {}, total)
        yield from _family("sovgraph_queries_total", "counter", "Queries of strangers by outcome.")
        for outcome, number in sorted(self.queries.items()):
            yield _sample("sovgraph_queries_total", {"outcome": outcome}, number)
        yield from _family("sovgraph_sent_bytes_total", "counter", "Bytes of bodies sent.")
        yield _sample("sovgraph_sent_bytes_total", {}, self.sent)
        yield from _family("sovgraph_active_requests", "gauge", "Requests being answered.")
        yield _sample("sovgraph_active_requests", {}, self.active)
        before = ""
        for name, told, labels, value in gauges:
            if name != before:
                yield from _family(name, "counter" if name.endswith("_total") else "gauge", told)
            before = name
            yield _sample(name, labels, value)


def _family(name: str, kind: str, told: str) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} {kind}"


def _sample(name: str, labels: dict[str, str], value: float) -> str:
    inside = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"{name}{{{inside}}} {value}" if inside else f"{name} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
