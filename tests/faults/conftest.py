"""The rig and the files that the fault tests start from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.new_file import award_catalogue, create_sample
from desktop_app.storage import DataFile
from tests.faults.rig import Rig


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample file, closed."""
    path = tmp_path_factory.mktemp("gốc") / "cụm.thidua"
    create_sample(path).close()
    return path


@pytest.fixture(scope="session")
def lean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's cluster with its conferences and criteria: all kinds of parts, soon checked."""
    path = tmp_path_factory.mktemp("gọn") / "cụm.thidua"
    sample = sample_cluster(award_catalogue())
    of_a_year = (*sample.periods, *sample.meetings, sample.criteria)
    DataFile.create(path, (sample.cluster, *sample.units, *sample.people, *of_a_year)).close()
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    target = tmp_path / made.name
    shutil.copyfile(made, target)
    return target


@pytest.fixture(scope="session")
def rig(lean: Path) -> Iterator[Rig]:
    if not hasattr(os, "fork"):
        pytest.skip("chỉ có trên hệ thống POSIX")
    with Rig(lean) as running:
        yield running
