from __future__ import annotations

from pathlib import Path

import pytest

from swipewell import store


@pytest.fixture(params=["one-step", "two-renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to exchange folders."""
    if request.param == "two-renames":
        monkeypatch.setattr(store, "_exchanged", lambda *_: False)
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A post's folder that is not there yet, in an output folder of its own."""
    return tmp_path / "out" / "kind-boundaries"
