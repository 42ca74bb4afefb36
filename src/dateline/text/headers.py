"""The metadata header that some collections write before an article."""

from __future__ import annotations

import re

HEADER = re.compile(r"\s*date (\d{4}-\d\d-\d\d)\s")


def find_header(text: str) -> tuple[str | None, int]:
    """Return the publication date of a leading ` date YYYY-MM-DD ` header and its end.

    The header stays in the text, so that no offset moves; reading starts behind it.

    >>> find_header(" date 2022-01-07 The riots")
    ('2022-01-07', 17)
    >>> find_header("The riots")
    (None, 0)
    """
    match = HEADER.match(text)
    return (match[1], match.end()) if match else (None, 0)
