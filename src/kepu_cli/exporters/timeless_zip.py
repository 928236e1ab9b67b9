"""Zip files that are the same for the same content: no clock, no trace of the machine."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def moment(year: str) -> datetime:
    """The time a file claims: SOURCE_DATE_EPOCH, else New Year of the plan's year, never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdecimal() and len(epoch) <= 10:
        told = datetime.fromtimestamp(int(epoch), UTC)
        if 1980 <= told.year <= 2107:  # what a zip file can say
            return told
    known = year.isascii() and year.isdecimal() and len(year) <= 4 and 1980 <= int(year) <= 2107
    return datetime(int(year) if known else 1980, 1, 1, tzinfo=UTC)


def repacked(raw: io.BytesIO, when: datetime) -> bytes:
    """The same entries in the same order, all with one time and one system, compressed."""
    packed = io.BytesIO()
    with ZipFile(raw) as source, ZipFile(packed, "w") as archive:
        for name in source.namelist():
            entry = ZipInfo(name, when.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, source.read(name), compresslevel=6)
    return packed.getvalue()
