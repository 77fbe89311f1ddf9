"""Lists of partners as the library reads them: CSV, as bytes one after the other."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias, Union

from . import _native

__all__ = ["PartnerList", "Readable", "as_source"]


class Readable(Protocol):
    """A file object, binary or text."""

    def read(self, size: int, /) -> bytes | str: ...


class _Pandas(Protocol):
    def to_csv(self, *, index: bool) -> Any: ...


class _Polars(Protocol):
    def write_csv(self) -> Any: ...


PartnerList: TypeAlias = Union[
    "os.PathLike[str]", bytes, str, Readable, Iterable[Mapping[str, Any]], _Pandas, _Polars
]
"""Where partners come from: a path (`pathlib.Path`), the content as bytes or text, a file object, dicts, or a frame."""


class _Rows:
    """Dicts as CSV, made while it is read: only the rows of one piece are held. The first dict's keys are the columns."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._pieces = self._write(iter(rows))
        self._left = b""

    @staticmethod
    def _write(rows: Iterator[Mapping[str, Any]]) -> Iterator[bytes]:
        first = next(rows, None)
        if first is None:
            return
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(first))
        writer.writeheader()
        writer.writerow(first)
        for row in rows:
            writer.writerow(row)
            if text.tell() > 1 << 16:
                yield text.getvalue().encode()
                text.seek(0)
                text.truncate()
        yield text.getvalue().encode()

    def read(self, size: int, /) -> bytes:
        while len(self._left) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._left += piece
        taken, self._left = self._left[:size], self._left[size:]
        return taken


def as_source(partners: PartnerList) -> Any:
    """What the native half can read."""
    source: Any = partners
    if isinstance(source, (bytes, str, os.PathLike)) or hasattr(source, "read"):
        return source
    if hasattr(source, "write_csv"):
        return source.write_csv()
    if hasattr(source, "to_csv"):
        return source.to_csv(index=False)
    if isinstance(source, Iterable):
        return _Rows(source)
    raise TypeError(f"partners cannot be read from {type(partners).__name__}")


def template() -> str:
    """A file to start from: the header of all columns and an example, as CSV."""
    return _native.import_template()
