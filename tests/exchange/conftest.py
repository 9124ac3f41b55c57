"""The sample's criteria, and a workbook as a person changes it in Excel."""

from __future__ import annotations

import openpyxl
import pytest

from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.exchange.criteria_book import write_criteria
from desktop_app.exchange.criteria_reading import read_criteria
from desktop_app.exchange.reading import read_book
from desktop_app.new_file import award_catalogue


@pytest.fixture(scope="session")
def sample():
    return sample_cluster(award_catalogue())


@pytest.fixture
def criteria(sample):
    return sample.criteria


@pytest.fixture
def taken(tmp_path, sample):
    """What is read of a workbook, after somebody changed it."""

    def taken(data, change=None):
        path = tmp_path / "Tiêu chí cụm.xlsx"
        path.write_bytes(data)
        if change:
            book = openpyxl.load_workbook(path)
            change(book)
            book.save(path)
        return read_criteria(read_book(path), sample.periods[0], sample.units, path.stem)

    return taken


@pytest.fixture
def changed(taken, criteria):
    """The sample's workbook with the cells of its first sheet changed."""

    def changed(cells, sheet="Tiêu chí"):
        def change(book):
            for place, value in cells.items():
                book[sheet][place] = value

        return taken(write_criteria(criteria), change)

    return changed
