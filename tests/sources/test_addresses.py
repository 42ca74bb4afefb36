"""Pages on the web are fetched with care. All servers here stand on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.errors import FetchFailed
from dateline.records.failures import Failure
from dateline.sources import addresses, read
from dateline.sources.addresses import fetch

PAGE = "<!doctype html><p>Müller said so.".encode("cp1252")


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", path.removeprefix("/to/"))
            self.end_headers()
            return
        if path == "/missing":
            self.send_error(404)
            return
        body, kind, coding = {
            "/big": (b"a" * 5000, "text/plain", ""),
            "/bomb": (gzip.compress(b"a" * 5000), "text/plain", "gzip"),
            "/zipped": (gzip.compress(PAGE), "text/html; charset=windows-1252", "gzip"),
            "/image": (b"\x89PNG", "image/png", ""),
            "/broken": (b"not gzip", "text/plain", "gzip"),
        }.get(path, (PAGE, "text/html; charset=windows-1252", ""))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its parent has it
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("path", ["/", "/zipped", "/a path/é?q=ü#part"])
def test_a_page_is_fetched_with_what_its_sender_says_of_it(server: str, path: str) -> None:
    page = fetch(server + path, allow_private=True)
    assert page.body == PAGE
    assert (page.media_type, page.charset) == ("text/html", "windows-1252")
    assert page.url == page.where == server + path


def test_redirects_are_followed(server: str) -> None:
    assert fetch(f"{server}/to/{server}/x", allow_private=True).body == PAGE


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/x", "data:text/plain,hello"]
)
def test_redirects_to_anything_but_http_are_refused(server: str, target: str) -> None:
    with pytest.raises(FetchFailed):
        fetch(f"{server}/to/{target}", allow_private=True)


def test_redirects_in_a_circle_end(server: str) -> None:
    with pytest.raises(FetchFailed):
        fetch(f"{server}/to/" * 12, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:1/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://100.64.0.1/",
        "http://[fe80::1%25lo]/",
    ],
)
def test_addresses_that_are_not_public_are_refused(url: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        fetch(url)
    assert "public" in caught.value.message or "cannot be" in caught.value.message


def test_what_counts_is_the_address_that_is_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])

    def lie(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lie)
    with pytest.raises(FetchFailed, match="not a public address") as caught:
        fetch("http://news.example.org/")
    assert caught.value.hint == "if you trust it, say --allow-private"


@pytest.mark.parametrize(
    ("path", "said"),
    [("/missing", "404"), ("/image", "image/png"), ("/broken", "cannot be fetched")],
)
def test_an_answer_that_is_no_page_says_why(server: str, path: str, said: str) -> None:
    with pytest.raises(FetchFailed, match=said):
        fetch(server + path, allow_private=True)


@pytest.mark.parametrize("path", ["/big", "/bomb"])
def test_an_answer_too_large_is_cut_off(
    server: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "LARGEST", 1000)
    with pytest.raises(FetchFailed, match="found more than"):
        fetch(server + path, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "http://", "http://[::1", "http://user:pw@a.b/",
        "http://a b/", "http://x:99999999/", "gopher://a", "http://\x00/", "http://" + "a" * 300,
        "http://é" + "é" * 80 + ".org/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    (failure,) = read(url)
    assert isinstance(failure, Failure)
    assert failure.code == "fetch-failed"
