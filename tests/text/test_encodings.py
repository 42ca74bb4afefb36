"""Bytes become the text they spell, and what is no text is refused."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError, UnreadableFile
from dateline.text.encodings import decode

TEXT = "“Four killed,” says Müller – in São Paulo’s north.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encodings_of_western_news_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_a_declared_encoding_is_believed_where_utf8_does_not_fit() -> None:
    russian = "Полиция сообщила"
    assert decode(russian.encode("koi8-r"), charset="koi8-r") == (russian, "koi8-r")
    page = f'<meta charset="windows-1251"><p>{russian}'
    assert decode(page.encode("cp1251")) == (page, "cp1251")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(TEXT.encode(), charset="iso-8859-1") == (TEXT, "utf-8")


def test_latin1_means_cp1252_as_it_does_to_browsers() -> None:
    assert decode(b"\x93No\x94", charset="iso-8859-1") == ("“No”", "cp1252")


def test_stray_bytes_do_not_spoil_a_text_in_utf8() -> None:
    body = TEXT.encode() * 3 + b"it\x92s\n" + TEXT.encode()
    assert decode(body) == (TEXT * 3 + "it’s\n" + TEXT, "utf-8")


def test_an_undeclared_alphabet_is_guessed() -> None:
    russian = "Полиция сообщила, что при пожаре в жилом доме пострадали четыре человека. " * 5
    assert decode(russian.encode("cp1251"))[0] == russian


def test_bytes_that_cp1252_does_not_have_are_kept() -> None:
    assert decode(b"plain words and \x81 one more")[0] == "plain words and \x81 one more"


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        gzip.compress(b"text"),
        zlib.compress(b"some text " * 50) * 3,
        bytes(range(256)) * 4,
        b"\x00" * 100,
    ],
)
def test_what_is_no_text_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode(body)


@pytest.mark.parametrize("charset", ["", "nonsense", "utf-16", "base64", "rot13", "idna", "\x00"])
def test_a_senseless_declaration_does_no_harm(charset: str) -> None:
    assert decode(b"caf\xe9", charset=charset)[0] == "café"


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-7", "iso-2022-jp", "hz", "big5"])
)
def test_any_bytes_give_text_or_our_own_error(body: bytes, charset: str | None) -> None:
    try:
        text, _ = decode(body, charset=charset)
    except DatelineError:
        return
    assert isinstance(text, str)
