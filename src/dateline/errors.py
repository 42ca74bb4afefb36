"""Every error dateline raises.

```text
DatelineError               code "dateline"
├── SourceError             code "source"
│   ├── FetchFailed         code "fetch-failed"
│   ├── UnreadableFile      code "unreadable-file"
│   └── BadRecord           code "bad-record"
├── TextError               code "text"
│   ├── NoText              code "no-text"
│   └── TextTooLong         code "text-too-long"
├── LanguageError           code "language"
│   └── UnsupportedLanguage code "unsupported-language"
├── ExtractError            code "extract"
│   └── RuleBroken          code "rule-broken"   a defect of dateline, not of the text
├── ReadingError            code "reading"        a reading that does not hold
├── MissingExtra            code "missing-extra"  needs an optional package (also an ImportError)
└── UsageError              code "usage"          wrong use of an option (also a ValueError)
    └── BadCodebook         code "bad-codebook"   a dictionary of the user's that cannot be used
```

A message says where, what was found, what was expected; `hint` says what to do about it.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root of all errors; `code` is stable, the wording is not."""

    code = "dateline"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep the message and what to do about it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        # The traceback of a defect, which `--debug` prints; other errors have none.
        self.trace: str | None = None


class SourceError(DatelineError):
    """A source could not be read."""

    code = "source"


class FetchFailed(SourceError):
    """A URL could not be fetched."""

    code = "fetch-failed"


class UnreadableFile(SourceError):
    """A file is missing, forbidden, binary or in no known encoding."""

    code = "unreadable-file"


class BadRecord(SourceError):
    """A line of a JSON Lines file is no article."""

    code = "bad-record"


class TextError(DatelineError):
    """A source was read, but its words cannot be used."""

    code = "text"


class NoText(TextError):
    """There are no words in it."""

    code = "no-text"


class TextTooLong(TextError):
    """The text is longer than one article can be."""

    code = "text-too-long"


class LanguageError(DatelineError):
    """The language of a text stands in the way."""

    code = "language"


class UnsupportedLanguage(LanguageError):
    """The text is in a language that dateline does not read yet."""

    code = "unsupported-language"


class ExtractError(DatelineError):
    """The findings of a text could not be made."""

    code = "extract"


class RuleBroken(ExtractError):
    """A rule of dateline failed on a text: a defect of ours, worth a report."""

    code = "rule-broken"


class ReadingError(DatelineError):
    """A reading does not follow the contract, or its spans do not hold."""

    code = "reading"


class MissingExtra(DatelineError, ImportError):
    """A function needs a package that is installed only on request."""

    code = "missing-extra"


class UsageError(DatelineError, ValueError):
    """An option or argument has a value that cannot be used."""

    code = "usage"


class BadCodebook(UsageError):
    """A user's own dictionary or list of event types cannot be used as it is."""

    code = "bad-codebook"
