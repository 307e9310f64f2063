"""Runs the application in granian, or in uvicorn where granian is absent, until it is told to stop."""

import asyncio
import contextlib
import importlib.util
import os
import resource
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from sovgraph.errors import ConfigError, SovgraphError
from sovgraph.serve.app import make_app
from sovgraph.serve.calls import Call
from sovgraph.serve.engine import Refused
from sovgraph.serve.front import Front
from sovgraph.serve.logs import LogWriter
from sovgraph.serve.options import ServeOptions
from sovgraph.serve.rsgi import DirectApp

STOP = (signal.SIGINT, signal.SIGTERM)
DRAIN_SECONDS = 3.5
"""After a signal, answers that are under way may take so long; then their queries are ended, and the rest too."""
END_SECONDS = 4.5
HEADER_SECONDS = 10
"""A connection that doesn't send a whole head in this time is closed."""
_BACKLOG, _CONNECTIONS = 2048, 4096

Running = tuple[Callable[[], None], Callable[[], Awaitable[None]]]


def serve(options: ServeOptions) -> int:
    """Serves until SIGINT or SIGTERM; 0 after a clean stop."""
    _raise_open_files()
    options = replace(options, port=_checked_port(options))
    log = LogWriter()
    app = make_app(options, log=log.write if options.log_requests else None)
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_serve(app, options))
    finally:
        log.close()
    return 0


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where it is installed: a fifth more answers a second."""
    if importlib.util.find_spec("uvloop") is None:
        return None
    import uvloop

    return uvloop.new_event_loop


async def _serve(app: Front, options: ServeOptions) -> None:
    loop = asyncio.get_running_loop()
    app.service.start()
    stop, running = _server(app, options)
    task = asyncio.ensure_future(running())

    def stopping() -> None:
        stop()
        loop.call_later(DRAIN_SECONDS, app.service.close)
        loop.call_later(END_SECONDS, _end, app)

    await _answers(options, task)
    for number in STOP:
        loop.add_signal_handler(number, stopping)
    host = f"[{options.host}]" if ":" in options.host else options.host
    sys.stderr.write(f"sovgraph: http://{host}:{options.port}{options.root_path}/\n")
    sys.stderr.flush()
    warming = asyncio.ensure_future(_warm(app))
    try:
        await task
    finally:
        warming.cancel()
        app.service.close()
        await asyncio.sleep(0)


async def _warm(app: Front) -> None:
    """Asks for the first pages itself, so that no reader waits for templates and indexes to be read."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        return

    for path, query in (("/", b""), ("/search", b"q=motie"), ("/queries", b"")):
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query,
            "headers": [(b"accept", b"text/html")],
            "sovgraph": Call("self", path),
            "app": app.service.app,
        }
        with contextlib.suppress(SovgraphError, Refused):
            await app.inner(scope, receive, send)


def _end(app: Front) -> None:
    """Somebody still holds a connection; the time for a clean stop is over."""
    app.service.close()
    os._exit(0)


async def _answers(options: ServeOptions, task: "asyncio.Task[Any]") -> None:
    """Waits until a connection is accepted."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(options.host, options.host)
    while not task.done():
        try:
            _, writer = await asyncio.open_connection(host, options.port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        return
    await task


def _checked_port(options: ServeOptions) -> int:
    """The port, or a free one for 0. Raises ConfigError when another program listens there."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((options.host, options.port))
        except OSError as error:
            where = f"{options.host}:{options.port}"
            raise ConfigError(f"serve: {where} can't be used ({error.strerror}); give another --port") from error
        port: int = probe.getsockname()[1]
    return port


def _raise_open_files() -> None:
    """Each connection is an open file; the soft limit is often small."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65536 if hard == resource.RLIM_INFINITY else min(hard, 65536)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _server(app: Front, options: ServeOptions) -> Running:
    """How the server is stopped and how it is run."""
    if options.server == "granian" and importlib.util.find_spec("granian"):
        return _granian(app, options)
    if importlib.util.find_spec("uvicorn"):
        return _uvicorn(app, options)
    raise ConfigError("serve: no web server is installed; pip install 'sovgraph[web]'")


def _granian(app: Front, options: ServeOptions) -> Running:
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.server.embed import Server

    server = Server(
        DirectApp(app),
        address=options.host,
        port=options.port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        backlog=_BACKLOG,
        backpressure=_CONNECTIONS,
        websockets=False,
        log_enabled=False,
    )
    return server.stop, server.serve


def _uvicorn(app: Front, options: ServeOptions) -> Running:
    import uvicorn

    config = uvicorn.Config(
        app,
        options.host,
        options.port,
        log_level="critical",
        access_log=False,
        lifespan="off",
        backlog=_BACKLOG,
        server_header=False,
        timeout_keep_alive=HEADER_SECONDS,
    )
    server = uvicorn.Server(config)

    def stop() -> None:
        server.should_exit = True

    return stop, server._serve
