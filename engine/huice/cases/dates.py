"""Dates as case files write them."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["iso_like", "parse_date"]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SHEET = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)


def parse_date(text: str) -> dt.date | None:
    """A day in ISO 8601, `2023-08-01`; None where it is none.

    >>> parse_date("2023-08-01"), parse_date("2023-08-32")
    (datetime.date(2023, 8, 1), None)
    """
    if _ISO.fullmatch(text) is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def iso_like(text: str) -> str:
    """Text with the day that a spreadsheet wrote, `2023/8/1`, in ISO 8601; other text as it is.

    >>> iso_like("2023/8/1"), iso_like("soon")
    ('2023-08-01', 'soon')
    """
    found = _SHEET.fullmatch(text)
    return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}" if found else text
