"""/health: whether the server answers and from which state of the data; /metrics: counts for Prometheus."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sovgraph.serve.service import Service

NO_STORE = {"Cache-Control": "no-store"}
Gauge = tuple[str, str, dict[str, str], float]


async def health(request: Request) -> Response:
    """503 when no process can answer queries or the store on disk can't be read any more."""
    service: Service = request.app.state.service
    told = {
        "status": "ok",
        "version": service.site.version,
        "workers": service.workers.counts,
        "in_memory": service.workers.in_memory,
    }
    trouble = service.problem or service.workers.problem
    if trouble:
        told |= {"status": "failing", "problem": trouble}
    return JSONResponse(told, 503 if trouble else 200, NO_STORE)


async def metrics(request: Request) -> Response:
    service: Service = request.app.state.service
    text = "\n".join(service.metrics.lines(_gauges(service))) + "\n"
    return PlainTextResponse(text, headers=NO_STORE, media_type="text/plain; version=0.0.4; charset=utf-8")


def _gauges(service: Service) -> Iterator[Gauge]:
    yield "sovgraph_data_info", "Version of the data.", {"version": service.site.version}, 1
    yield "sovgraph_reopened_total", "Times that the store was opened again.", {}, service.reopened
    yield "sovgraph_in_memory", "1 when queries are answered from memory.", {}, int(service.workers.in_memory)
    for state, number in service.workers.counts.items():
        yield "sovgraph_workers", "Processes for queries, and queries that wait.", {"state": state}, number
    for reason, number in sorted(service.workers.killed.items()):
        yield "sovgraph_workers_ended_total", "Processes ended, by reason.", {"reason": reason}, number
    yield "sovgraph_cache_bytes", "Bytes of answers kept.", {}, service.cache.held
    yield "sovgraph_cache_answers", "Answers kept.", {}, len(service.cache)
    yield "sovgraph_cache_hits_total", "Questions answered from the cache.", {}, service.cache.hits
    yield "sovgraph_cache_misses_total", "Questions that were not in the cache.", {}, service.cache.misses


ROUTES = [Route("/health", health), Route("/metrics", metrics)]
