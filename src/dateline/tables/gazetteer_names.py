"""The form under which the gazetteer keeps a name: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

# Letters that have no decomposition, as English text writes them without their sign.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
)
_GONE = re.compile(r"[.'`´’‘ʻʼʹʿʾ\u0300-\u036f\u02b0-\u02ff]+")
_BREAKS = re.compile(r"[\W_]+")
_SHORT = {
    "st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mts": "mountains",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """Return the form of a name under which the gazetteer keeps it.

    >>> fold("Alma-Ata"), fold("St. Louis"), fold("the Ukraine"), fold("N'Djaména")
    ('alma ata', 'saint louis', 'ukraine', 'ndjamena')
    >>> fold("Алматы"), fold("U.S.")
    ('алматы', 'us')
    """
    form = name.casefold()
    if not form.isascii():
        form = unicodedata.normalize("NFKD", form).translate(_LETTERS)
    form = _GONE.sub("", form).replace("&", " and ")
    words = _BREAKS.sub(" ", form).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words = [_SHORT.get(word, word) for word in words]
    return " ".join(words)


def key(form: str) -> int:
    """Return the 64 bits by which a folded name is looked up.

    Two of the million names of the gazetteer share them with a chance of one in thirty
    million, so the names themselves need not be kept.
    """
    return int.from_bytes(
        blake2b(form.encode("utf-8", "replace"), digest_size=8).digest(), "little"
    )
