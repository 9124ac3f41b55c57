"""The file of another cluster is read and stays as it is, whoever has it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import DataFileDamaged, DataFileError
from desktop_app.new_file import create_sample
from desktop_app.storage.other_file import criteria_in

OLD = Path(__file__).parent / "old_files"


def test_a_file_that_is_open_elsewhere_is_read_with_its_newest_changes(tmp_path):
    path = tmp_path / "cụm bạn.thidua"
    with create_sample(path) as file:
        (known,) = file.criteria.all()
        file.criteria.save(known.replace(note="Vừa ghi thêm"))
        before = path.read_bytes()
        assert [one.note for one in criteria_in(path)] == ["Vừa ghi thêm"]
        assert path.read_bytes() == before
        file.criteria.save(known)  # its own program still writes


def test_an_older_file_is_not_upgraded(tmp_path):
    source = sorted(OLD.glob("version-*.thidua"))[-1]
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    path.chmod(0o444)
    criteria_in(path)
    assert path.read_bytes() == source.read_bytes()
    assert [found.name for found in tmp_path.iterdir()] == [source.name]


def test_what_is_no_data_file_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "không phải.thidua"
    path.write_bytes(b"PK" + b"0" * 500)
    with pytest.raises(DataFileDamaged, match="không phải tệp dữ liệu"):
        criteria_in(path)
    with pytest.raises(DataFileError, match="Không mở được tệp"):
        criteria_in(tmp_path / "không có.thidua")
