"""A sheet as it is gathered cell by cell in the reading process, within the limits."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.vietnamese import number
from desktop_app.exchange.book import Source, place
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.reader import written
from desktop_app.exchange.sheet_scan import TooLarge


class SheetBuilder:
    """Cells and merged areas of one sheet, as the answer of the process has them."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.is_hidden = False
        self._limits = limits
        self._cells: list[list[Any]] = []
        self._merged: list[list[int]] = []

    def put(self, row: int, column: int, value: object, source: Source = Source.TYPED) -> None:
        """A cell that holds something. Raises TooLarge."""
        most = self._limits
        if row > most.rows:
            raise TooLarge(f"Có dữ liệu ở dòng {number(row)}; nhiều nhất đọc {number(most.rows)}.")
        if column > most.columns:
            raise TooLarge(f"Có dữ liệu ở cột {column}; nhiều nhất đọc {most.columns} cột.")
        if len(self._cells) >= most.cells:
            raise TooLarge(f"Tệp có hơn {number(most.cells)} ô nên không được đọc.")
        if isinstance(value, str) and len(value) > most.text:
            raise TooLarge(f"Ô {place(row, column)} có hơn {number(most.text)} chữ.")
        self._cells.append([row, column, source.value, *written(value)])

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Cells that are one; only the first of them holds something."""
        if (bottom, right) != (top, left) and len(self._merged) < self._limits.rows:
            self._merged.append([top, left, bottom, right])

    @property
    def is_empty(self) -> bool:
        return not self._cells

    def plain(self) -> dict[str, Any]:
        """The sheet for the answer."""
        return {
            "name": self.name,
            "hidden": self.is_hidden,
            "cells": self._cells,
            "merged": self._merged,
        }
