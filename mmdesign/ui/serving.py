"""The door to the network: gradio behind a parent app that refuses what it should not see.

What gradio alone lets through, and is closed here: foreign Host names (DNS rebinding), foreign
origins, request bodies of any size, endless password guesses, and its own side doors.
"""

import ipaddress
import socket
import sys
import threading
import time
import webbrowser
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import PlainTextResponse

from mmdesign.errors import SettingsError
from mmdesign.ui.app import build
from mmdesign.ui.checks import MAX_FILES
from mmdesign.ui.samples import SAMPLES
from mmdesign.ui.theme import STYLES, DraftingTable, script
from mmdesign.ui.words import LABELS
from mmdesign.ui.workplace import open_workplace

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

MAX_BODY = 2_000_000
"""Bytes of a request that is no upload: a spec and a few paths need a hundredth of it."""
LOGINS_PER_MINUTE = 10
ABANDONED_S = 600
CONNECTIONS = 256
QUEUE = 32
CLOSED = ("/openapi.json", "/docs", "/redoc", "/monitoring", "/gradio_api/proxy=",
          "/gradio_api/file=http", "/proxy=", "/file=http")  # fmt: skip
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "script-src-attr 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
        "frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


def serve(
    reviewer: "Reviewer",
    host: str = "127.0.0.1",
    port: int = 7860,
    share: bool = False,
    auth: str | None = None,
    open_browser: bool = True,
) -> None:
    """Open the page and stay until interrupted.

    Args:
        reviewer: The pipeline behind the page.
        host: Address to listen on; 127.0.0.1 keeps it on this machine.
        port: Port to listen on.
        share: Ask gradio for a public link. Its tunnel wants gradio's own server, so the
            hardened parent is not in front then; traffic passes gradio's relay.
        auth: "user:password" that visitors must give.
        open_browser: Whether to show the page in the default browser.

    Raises:
        SettingsError: If auth is not of that form, or the port is taken.
    """
    login = _login(auth)
    if share:
        _share(reviewer, host, port, login, open_browser)
        return
    _claim(host, port)
    address = f"http://{_shown(host)}:{port}"
    sys.stderr.write(f"mmdesign is at {address} (stop it with Ctrl+C)\n")
    if open_browser:
        threading.Timer(1.5, webbrowser.open, [address]).start()
    uvicorn.run(
        web_app(reviewer, host, auth),
        host=host,
        port=port,
        log_level="warning",
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=10,
    )


def web_app(reviewer: "Reviewer", host: str = "127.0.0.1", auth: str | None = None) -> FastAPI:
    """Put the page behind its guard, as an ASGI app.

    Args:
        reviewer: The pipeline behind the page.
        host: A name, beside this machine's own, that visitors may call it by.
        auth: "user:password" that visitors must give.
    """
    folder = open_workplace()
    threading.Thread(target=_tidy, args=[folder], daemon=True).start()
    parent = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    uploads = reviewer.settings.max_file_mb * 1_000_000 * MAX_FILES
    parent.add_middleware(CORSMiddleware, allow_origins=[])
    parent.add_middleware(Guard, hosts=_own_names(host), max_upload=uploads)
    gr.mount_gradio_app(
        parent, _queued(reviewer), path="/", auth=_login(auth), ssr_mode=False,
        enable_monitoring=False, show_error=False, pwa=False, **_look(reviewer),
    )  # fmt: skip
    return parent


def _queued(reviewer: "Reviewer") -> gr.Blocks:
    page = build(reviewer)
    page.queue(max_size=QUEUE, default_concurrency_limit=4, api_open=True)
    return page


def _look(reviewer: "Reviewer") -> dict[str, Any]:
    return {
        "theme": DraftingTable(),
        "css_paths": list(STYLES),
        "js": script("page"),
        "i18n": LABELS,
        "run_history": False,
        "footer_links": [],
        "allowed_paths": [str(SAMPLES)],
        "blocked_paths": [str(reviewer.settings.library_folder)],
        "max_file_size": reviewer.settings.max_file_mb * 1_000_000,
    }


def _share(
    reviewer: "Reviewer",
    host: str,
    port: int,
    login: tuple[str, str] | None,
    open_browser: bool,
) -> None:
    open_workplace()
    _queued(reviewer).launch(
        server_name=host, server_port=port, share=True, auth=login, inbrowser=open_browser,
        ssr_mode=False, enable_monitoring=False, show_error=False, **_look(reviewer),
    )  # fmt: skip


class Guard:
    """Refuse foreign hosts, large bodies, password guessing and side doors; send strict headers."""

    def __init__(self, app: App, hosts: Iterable[str], max_upload: int) -> None:
        self._app = app
        self._hosts = frozenset(name.lower() for name in hosts)
        self._max_upload = max_upload
        self._logins: defaultdict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {
            key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]
        }
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        limit = self._limit(scope["path"])
        await self._app(scope, _limited(receive, limit), _with_headers(send))

    def _refusal(self, scope: Message, headers: MutableMapping[str, str]) -> App | None:
        path = scope["path"]
        if not self._is_own(headers.get("host", "")):
            return PlainTextResponse("This page is not served under that name.", 400)
        if path.startswith(CLOSED):
            return PlainTextResponse("Not found", 404)
        if int(headers.get("content-length") or 0) > self._limit(path):
            return PlainTextResponse("The request is too large.", 413)
        if path == "/login" and scope["method"] == "POST" and not self._may_try(scope):
            return PlainTextResponse("Too many tries; wait a minute.", 429)
        return None

    def _is_own(self, host: str) -> bool:
        """An address cannot be rebound as a foreign name can, so any address is fine."""
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return name.lower() in self._hosts
        return True

    def _limit(self, path: str) -> int:
        return self._max_upload if path.startswith("/gradio_api/upload") else MAX_BODY

    def _may_try(self, scope: Message) -> bool:
        tries = self._logins[(scope.get("client") or ("unknown", 0))[0]]
        now = time.monotonic()
        while tries and now - tries[0] > 60:
            tries.popleft()
        tries.append(now)
        return len(tries) <= LOGINS_PER_MINUTE


def _limited(receive: Receive, limit: int) -> Receive:
    """Cut off a body that is sent in chunks and never ends."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > limit else message

    return counted


def _with_headers(send: Send) -> Send:
    extra = [(key.encode(), value.encode()) for key, value in HEADERS.items()]

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *extra]
        await send(message)

    return guarded


def _own_names(host: str) -> set[str]:
    return {"localhost", host, socket.gethostname(), socket.getfqdn()}


def _shown(host: str) -> str:
    return "127.0.0.1" if host in {"0.0.0.0", "::"} else host


def _login(auth: str | None) -> tuple[str, str] | None:
    if not auth:
        return None
    user, separator, password = auth.partition(":")
    if not (user and separator and password):
        message = "The login is given as USER:PASSWORD, with both of them filled."
        raise SettingsError(message)
    return user, password


def _claim(host: str, port: int) -> None:
    """Say clearly that a port is taken; uvicorn would only log it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            message = f"{host}:{port} cannot be used ({problem.strerror}); choose another --port."
            raise SettingsError(message) from problem


def _tidy(folder: Path) -> None:
    """Remove what broken uploads leave behind; gradio forgets those for good."""
    while folder.is_dir():
        for path in folder.glob("tmp*"):
            if path.is_file() and time.time() - path.stat().st_mtime > ABANDONED_S:
                path.unlink(missing_ok=True)
        time.sleep(ABANDONED_S / 2)
