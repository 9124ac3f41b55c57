"""The sample's period, members, people and awards, to build records from."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.sample.cluster import sample_cluster

CATALOGUE = Path(__file__).resolve().parents[3] / "resources" / "catalogue" / "awards.json"


@pytest.fixture(scope="session")
def sample():
    return sample_cluster(read_catalogue(CATALOGUE.read_text("utf-8")))


@pytest.fixture
def period(sample):
    return sample.periods[0]


@pytest.fixture
def units(period):
    return [member.unit for member in period.members_on(None)]
