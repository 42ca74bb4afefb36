"""Bytes to text: which encoding they are in, and the text they spell."""

from __future__ import annotations

import codecs
import re

from dateline.errors import UnreadableFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that hold no plain text, with what to call them.
FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
HIGH = re.compile(rb"[\x80-\xff]+")
CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
# Running text has none; a stray few are damage, more are another kind of file.
MOST_CONTROLS = 0.02
# Western text has one letter in thirty beyond ASCII; above one in five it is in an alphabet
# that cp1252 does not have, and a guess is better than a fixed fallback.
MOST_HIGH = 0.2
# In fewer bytes a guess is worth nothing.
GUESSABLE = 64


def decode(body: bytes, *, charset: str | None = None) -> tuple[str, str]:
    r"""Return the text that bytes spell and the encoding they were read in.

    In this order: a byte order mark, UTF-8 where it fits, `charset` (as declared by the
    sender), a charset that HTML declares of itself, then the likeliest.

    >>> decode("Müller".encode())
    ('Müller', 'utf-8')
    >>> decode(b"\x93No,\x94 he said")
    ('“No,” he said', 'cp1252')

    Raises:
        UnreadableFile: if the bytes are no text.
    """
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), encoding
    refuse_binary(body)
    wide = _guess_wide(body)
    if wide:
        return body.decode(wide, "replace"), wide
    declared = [_known(charset), _known(_declared_in_html(body))]
    # Encodings of seven bits look like ASCII and have to be believed when declared.
    shifts = [name for name in declared if name and name.startswith(("iso2022", "hz", "utf-7"))]
    for name in (*shifts, "utf-8", *declared):
        if name:
            try:
                return body.decode(name), name
            except UnicodeError:
                continue
    return _decode_likeliest(body)


def refuse_binary(body: bytes) -> None:
    """Raise where bytes are of a known format that is no text, or hold too many controls."""
    for magic, name in FORMATS:
        if body.startswith(magic):
            raise UnreadableFile(
                f"found {name}, expected text or HTML", hint="convert it to plain text first"
            )
    sample = body[:65536]
    if len(CONTROLS.findall(sample)) > MOST_CONTROLS * len(sample) and not _guess_wide(body):
        raise UnreadableFile("found binary content, expected text or HTML")


def _guess_wide(body: bytes) -> str | None:
    """Return UTF-16's name where every other byte of Latin text is zero."""
    sample = body[: min(4096, len(body) // 2 * 2)]
    if len(sample) < 4 or len(body) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _declared_in_html(body: bytes) -> str | None:
    found = META.search(body[:4096])
    return found[1].decode("ascii", "ignore") if found else None


def _known(charset: str | None) -> str | None:
    try:
        name = codecs.lookup(charset or "").name
        # As browsers do: Latin-1 and ASCII mean cp1252, and wide encodings cannot be
        # declared in a text that is plainly not wide.
        if name in {"iso8859-1", "ascii"}:
            return "cp1252"
        "".encode(name)
    except (LookupError, ValueError, TypeError):
        return None
    return None if name.startswith(("utf-16", "utf-32")) else name


def _decode_likeliest(body: bytes) -> tuple[str, str]:
    high = sum(len(run) for run in HIGH.findall(body))
    mixed = body.decode("utf-8", "dateline-cp1252")
    if mixed.count("\ufffd") == 0 and _is_mostly_utf8(body):
        return mixed, "utf-8"
    if high <= MOST_HIGH * len(body) or len(body) < GUESSABLE:
        try:
            return body.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            pass
    else:
        import charset_normalizer  # noqa: PLC0415 - rarely needed

        best = charset_normalizer.from_bytes(body[:200_000]).best()
        if best is not None:
            return body.decode(best.encoding, "replace"), best.encoding
    return body.decode("cp1252", "dateline-latin1"), "cp1252"


def _is_mostly_utf8(body: bytes) -> bool:
    """Return whether most of the bytes beyond ASCII are in runs that are sound UTF-8."""
    sound = broken = 0
    for run in HIGH.findall(body):
        try:
            run.decode("utf-8")
            sound += 1
        except UnicodeDecodeError:
            broken += 1
    return sound > broken


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.start + 1]
    return broken.decode("cp1252", "replace"), error.start + 1


def _as_latin1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("dateline-cp1252", _as_cp1252)
codecs.register_error("dateline-latin1", _as_latin1)
