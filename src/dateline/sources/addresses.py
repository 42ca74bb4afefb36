"""Pages on the web, fetched with care.

Only http and https are spoken, redirects included. A name that leads to this machine, to
a private network or to any other address that is not public is refused; what counts is
the address that was connected to, so a name that changes its mind gains nothing. Answers
are bounded in size and time.
"""

from __future__ import annotations

import gzip
import http.client
import io
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Any

from dateline.errors import FetchFailed
from dateline.records.pages import Page

LARGEST = 16 * 1024 * 1024
# Seconds without a byte, and seconds in all.
SILENCE, PATIENCE = 20.0, 60.0
MOST_REDIRECTS = 5
TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/octet-stream")


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Return the page at a URL.

    Raises:
        FetchFailed: if the address is refused, or gives no text in time.
    """
    parts = _checked(url)
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked
        parts.geturl(),
        headers={
            "User-Agent": f"dateline/{_version()}",
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
            "Accept-Language": "en",
            "Accept-Encoding": "gzip",
        },
    )
    try:
        with _opener(allow_private=allow_private).open(request, timeout=SILENCE) as answer:
            return _to_page(url, answer)
    except FetchFailed:
        raise
    except urllib.error.HTTPError as error:
        error.close()
        raise FetchFailed(f"the server answered {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, FetchFailed):
            raise error.reason from error
        raise FetchFailed(f"cannot be reached: {_reason(error.reason)}") from error
    except (OSError, http.client.HTTPException, ValueError, EOFError, zlib.error) as error:
        raise FetchFailed(f"cannot be fetched: {_reason(error)}") from error


def _checked(url: str) -> urllib.parse.SplitResult:
    """Return the parts of a URL that may be fetched, its letters beyond ASCII escaped."""
    try:
        parts = urllib.parse.urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchFailed(f"is no URL: {error}") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise FetchFailed(f"found the scheme {parts.scheme!r}, expected http or https")
    if not host:
        raise FetchFailed("found no host, expected one, as in https://example.org/news")
    if parts.username or parts.password:
        raise FetchFailed("found a user name in the URL, expected none")
    try:
        netloc = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError as error:
        raise FetchFailed(f"found {host!r}, expected the name of a host") from error
    netloc = f"[{netloc}]" if ":" in netloc else netloc
    return parts._replace(
        netloc=netloc + (f":{parts.port}" if parts.port else ""),
        path=urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
        query=urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
        fragment="",
    )


def _to_page(url: str, answer: Any) -> Page:
    media_type = answer.headers.get_content_type()
    if not media_type.startswith(TEXT_TYPES):
        raise FetchFailed(
            f"found {media_type}, expected a page of text",
            hint="download it and convert it to plain text first",
        )
    body = _read(answer)
    if answer.headers.get("Content-Encoding", "").lower() in {"gzip", "x-gzip"}:
        body = _bounded(gzip.GzipFile(fileobj=io.BytesIO(body)).read(LARGEST + 1))
    return Page(
        body=body,
        where=url,
        media_type=media_type,
        charset=answer.headers.get_content_charset(),
        url=url,
    )


def _read(answer: Any) -> bytes:
    """Return the body of an answer, within bounds of size and time."""
    pieces: list[bytes] = []
    size, until = 0, time.monotonic() + PATIENCE
    while piece := answer.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            break
        if time.monotonic() > until:
            raise FetchFailed(f"took longer than {PATIENCE:.0f} seconds")
    return _bounded(b"".join(pieces))


def _bounded(body: bytes) -> bytes:
    if len(body) > LARGEST:
        raise FetchFailed(f"found more than {LARGEST // 1024 // 1024} MB, expected one article")
    return body


def _opener(*, allow_private: bool) -> urllib.request.OpenerDirector:
    """Return an opener that speaks http and https and nothing else."""
    opener = urllib.request.OpenerDirector()
    # A proxy is the user's own choice, wherever it stands; what it fetches is checked by name.
    proxies = urllib.request.getproxies()
    connect = partial(_connect, allow_private=allow_private or bool(proxies))
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.ProxyHandler(proxies),
        _Http(connect),
        _Https(connect),
        _Redirects(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ]
    if proxies and not allow_private:
        handlers.append(_PublicNames())
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _connect(
    address: tuple[str, int],
    timeout: float = SILENCE,
    source_address: tuple[str, int] | None = None,
    *,
    allow_private: bool,
) -> socket.socket:
    """Return a connection to a host, unless the address it leads to is not public."""
    host, port = address
    refused: FetchFailed | None = None
    problem: OSError | None = None
    for family, kind, protocol, _, place in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
        if not allow_private and not _is_public(str(place[0])):
            refused = _refusal(host, str(place[0]))
            continue
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(timeout)
            if source_address:
                connection.bind(source_address)
            connection.connect(place)
        except OSError as error:
            problem = error
            connection.close()
        else:
            return connection
    raise refused or problem or OSError(f"{host} has no address")


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is not None:
        found = inner
    return found.is_global and not found.is_multicast


def _refusal(host: str, address: str) -> FetchFailed:
    return FetchFailed(
        f"{host} leads to {address}, which is not a public address",
        hint="if you trust it, say --allow-private",
    )


class _PublicNames(urllib.request.BaseHandler):
    """Refuses, before a proxy is asked, names that lead to no public address from here."""

    handler_order = 90

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        """Check the host of a request."""
        host = urllib.parse.urlsplit(request.full_url).hostname or ""
        try:
            found = socket.getaddrinfo(host, None)
        except OSError:
            return request  # only the proxy knows this name
        for *_, place in found:
            if not _is_public(str(place[0])):
                raise _refusal(host, str(place[0]))
        return request

    https_request = http_request


class _Http(urllib.request.HTTPHandler):
    def __init__(self, connect: Any) -> None:
        super().__init__()
        self._connect = connect

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._connection, request)

    def _connection(self, host: str, **options: Any) -> http.client.HTTPConnection:
        made = http.client.HTTPConnection(host, **options)
        made._create_connection = self._connect  # type: ignore[attr-defined]  # noqa: SLF001
        return made


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, connect: Any) -> None:
        super().__init__()
        self._connect = connect

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._connection, request)

    def _connection(self, host: str, **options: Any) -> http.client.HTTPConnection:
        made = http.client.HTTPSConnection(host, context=ssl.create_default_context(), **options)
        made._create_connection = self._connect  # type: ignore[attr-defined]  # noqa: SLF001
        return made


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = MOST_REDIRECTS

    def redirect_request(  # noqa: PLR0917 - as its parent has it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _checked(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _reason(error: object) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0"
