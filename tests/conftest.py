"""What all tests share: the header, Hypothesis's profiles, a studio, a brand and a fixed day."""

from __future__ import annotations

import datetime as dt
import os
import platform
from pathlib import Path

import PIL
import pytest
import regex
import uharfbuzz
from hypothesis import HealthCheck, Phase, settings
from PIL import features

import swipewell as sw

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

# A deck takes its time, and sizes its own inputs; in CI the examples are the same every time.
settings.register_profile(
    "dev",
    max_examples=50,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "ci", settings.get_profile("dev"), max_examples=300, derandomize=True, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the references under tests/golden"
    )


def pytest_report_header() -> list[str]:
    built = [f"{name} {features.version(name)}" for name in ("libjpeg_turbo", "zlib", "littlecms2")]
    return [
        f"swipewell {sw.__version__}, {platform.python_implementation()} {platform.python_version()}",
        f"Pillow {PIL.__version__} ({', '.join(built)})",
        f"HarfBuzz {uharfbuzz.version_string()} (uharfbuzz {uharfbuzz.__version__}), "
        f"regex {regex.__version__}, Hypothesis profile {settings.get_current_profile_name()}",
    ]


@pytest.fixture(scope="session")
def updating(request: pytest.FixtureRequest) -> bool:
    """Whether references are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def studio() -> sw.Studio:
    """A studio that all tests use one after the other, as a long run would."""
    return sw.Studio()


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    """A studio of the module's own."""
    return sw.Studio()


@pytest.fixture(scope="session")
def alma() -> sw.Brand:
    """The brand of the samples."""
    return sw.read_brand(SAMPLES / "brand.yaml")


@pytest.fixture(scope="session")
def today() -> dt.date:
    return dt.date(2026, 11, 23)
