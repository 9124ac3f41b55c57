"""An environment folder of the tests' own, and the two lines that a refusal consists of."""

import pytest

from desktop_app.bootstrap import environment


def lines_of(refusal):
    """What went wrong, and the way out."""
    sentence, way_out = refusal.text.split("\n")
    assert sentence.endswith(".")
    return sentence, way_out


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where the environment is to be; nothing is there yet."""
    venv = tmp_path / "venv"
    monkeypatch.setattr(environment, "VENV", str(venv))
    return venv
