"""A small Prefect server on loopback that one machine's runs share and that stops when idle.

Started by `flows.engine` as a process of its own. It writes `engine.json` once it answers and goes
when nobody has touched `last-used` for the idle time.
"""

import asyncio
import json
import os
import socket
import sys
import time
from pathlib import Path


async def serve(home: Path, idle_seconds: float) -> None:
    """Serve until idle; the state file is there exactly while the server answers."""
    import uvicorn
    from prefect.server.api.server import create_app

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    config = uvicorn.Config(create_app(), log_level="error", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    state = home / "engine.json"
    running = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not running.done():  # noqa: ASYNC110  (uvicorn offers no event)
        await asyncio.sleep(0.05)
    last_used = home / "last-used"
    if not running.done():
        last_used.touch()  # nobody could use it while it came up, which takes long on a busy machine
        _write(state, {"url": f"http://127.0.0.1:{port}/api", "pid": os.getpid()})
    while not running.done():
        await asyncio.sleep(1)
        if _idle_for(last_used) > idle_seconds:
            state.unlink(missing_ok=True)
            server.should_exit = True
            break
    await running


def _idle_for(last_used: Path) -> float:
    """Seconds since somebody used the server; without end once its folder is gone."""
    try:
        return time.time() - last_used.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _write(path: Path, content: dict[str, str | int]) -> None:
    """Write a small file in one step, so that a reader never sees half of it."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content))
    part.replace(path)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), float(sys.argv[2])))
