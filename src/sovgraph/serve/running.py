"""Runs the application in granian, or in uvicorn where granian is absent, until it is told to stop."""

import asyncio
import importlib.util
import signal
import sys
from typing import Any

from sovgraph.errors import ConfigError
from sovgraph.serve.app import make_app
from sovgraph.serve.options import ServeOptions

STOP = (signal.SIGINT, signal.SIGTERM)


def serve(options: ServeOptions) -> int:
    """Serves until SIGINT or SIGTERM; 0 after a clean stop."""
    asyncio.run(_serve(options))
    return 0


async def _serve(options: ServeOptions) -> None:
    app = make_app(options)
    stop, running = _server(app, options)
    loop = asyncio.get_running_loop()
    for number in STOP:
        loop.add_signal_handler(number, stop)
    task = asyncio.ensure_future(running())
    await _answers(options, task)
    sys.stderr.write(f"sovgraph: http://{options.host}:{options.port}{options.root_path}/\n")
    sys.stderr.flush()
    await task


async def _answers(options: ServeOptions, task: "asyncio.Task[Any]") -> None:
    """Waits until a connection is accepted."""
    while not task.done():
        try:
            _, writer = await asyncio.open_connection(options.host, options.port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        return
    await task


def _server(app: Any, options: ServeOptions) -> tuple[Any, Any]:
    """How the server is stopped and how it is run."""
    if options.server == "granian" and importlib.util.find_spec("granian"):
        return _granian(app, options)
    if importlib.util.find_spec("uvicorn"):
        return _uvicorn(app, options)
    raise ConfigError("serve: no web server is installed; pip install 'sovgraph[web]'")


def _granian(app: Any, options: ServeOptions) -> tuple[Any, Any]:
    from granian.constants import Interfaces
    from granian.server.embed import Server

    server = Server(
        app,
        address=options.host,
        port=options.port,
        interface=Interfaces.ASGINL,
        backlog=2048,
        backpressure=4096,
        websockets=False,
        log_enabled=False,
    )
    return server.stop, server.serve


def _uvicorn(app: Any, options: ServeOptions) -> tuple[Any, Any]:
    import uvicorn

    config = uvicorn.Config(
        app, options.host, options.port, log_level="error", access_log=False, lifespan="off", backlog=2048
    )
    server = uvicorn.Server(config)

    def stop() -> None:
        server.should_exit = True

    return stop, lambda: server._serve()
