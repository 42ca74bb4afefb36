"""Stage 6, write the record out: readings as a report for the terminal, or as a page.

Nothing shown here is computed on the way out: both show what a reading holds, in words.
"""

from dateline.export.page import to_html
from dateline.export.report import to_report

__all__ = ["to_html", "to_report"]
