"""Finds the fonts and themes that travel with Swipewell: inside the package, or beside ``src/``.

A wheel carries both folders inside the package; an editable install leaves them at the top of the
checkout, because hatchling's ``force-include`` does not reach there.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder of bundled files by that name; FileNotFoundError where the install is broken."""
    for folder in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Swipewell was installed without its {name}; install it again")
