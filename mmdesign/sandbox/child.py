"""The child's side: obey the limits, read what is asked, answer in plain data."""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from mmdesign.errors import MMDesignError
from mmdesign.sandbox.transfer import ARRAYS_FILE, REPLY_LIMIT_BYTES, Reading, write_arrays

if sys.platform != "win32":
    import resource

Reader = Callable[[Mapping[str, Any]], Reading]


def serve(start: Mapping[str, Any]) -> None:
    """Answer requests, one JSON line each, until the parent closes the pipe.

    Args:
        start: The reader as 'module:function', and the limits.
    """
    replies = _keep_replies_apart()
    _limit_process(start)
    module, function = start["reader"].split(":")
    read: Reader = getattr(import_module(module), function)
    # libraries write what they like to stderr; once the start is done, nobody reads it
    _redirect_to_null(2)
    _reply(replies, {"ready": True})
    for line in sys.stdin.buffer:
        _renew_cpu_limit(start["cpu_s"])
        _reply(replies, _answer(read, json.loads(line)))


def _answer(read: Reader, request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        reading = read(request)
        arrays = write_arrays(Path(ARRAYS_FILE), reading.arrays)
    except MMDesignError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except MemoryError:
        return {"error": "MemoryError"}
    except RecursionError:
        return {"error": "RecursionError"}
    except Exception as error:  # noqa: BLE001 - the border: parsers raise anything on a bad file
        return {"error": "Exception", "message": type(error).__name__}
    return {"arrays": arrays, "facts": dict(reading.facts)}


def _reply(replies: BinaryIO, reply: Mapping[str, Any]) -> None:
    line = json.dumps(reply).encode() + b"\n"
    if len(line) > REPLY_LIMIT_BYTES:
        line = json.dumps({"error": "MemoryError"}).encode() + b"\n"
    replies.write(line)
    replies.flush()


def _keep_replies_apart() -> BinaryIO:
    """Move the reply pipe away from stdout, which C libraries print to."""
    replies = os.fdopen(os.dup(1), "wb")
    _redirect_to_null(1)
    return replies


def _redirect_to_null(descriptor: int) -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, descriptor)
    os.close(null)


def _limit_process(start: Mapping[str, Any]) -> None:
    if sys.platform == "win32":
        return  # there the parent's wall clock is the only limit
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, start["open_files"])
    _limit(resource.RLIMIT_FSIZE, start["file_mb"] * 2**20)
    _limit(resource.RLIMIT_AS, start["memory_mb"] * 2**20)


def _limit(which: int, value: int) -> None:
    if sys.platform != "win32":
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))


def _renew_cpu_limit(cpu_s: int) -> None:
    """Allow this request its own share: the limit counts the whole life of the process."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = int(time.process_time()) + 1 + cpu_s
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
