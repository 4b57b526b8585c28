from __future__ import annotations

from pathlib import Path

import pytest
from cli_cases import BRAND, TINY


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a brand and a post, and the process standing in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brand.yaml").write_text(BRAND, "utf-8")
    (tmp_path / "tiny.yaml").write_text(TINY, "utf-8")
    return tmp_path
