"""The first post of a process: its stages as one line of JSON (``python -m benchmarks.first``).

The modules are imported before the clock starts; what a stage imports by itself counts for it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.stages import measured, read_case
from swipewell.carousel import Studio


def main(path: str, form: str) -> None:
    """Print the ms of every slide of a post, by stage."""
    case = read_case(Path(path))
    times, _ = measured(case.post, case.brand, Studio(), form)
    print(json.dumps([asdict(time) for time in times]))


if __name__ == "__main__":
    main(*sys.argv[1:])
