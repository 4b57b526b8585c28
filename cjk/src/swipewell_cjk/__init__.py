"""Fonts for Chinese, Japanese and Korean, for Swipewell."""

from pathlib import Path

__all__ = ["FOLDER"]

FOLDER = Path(__file__).resolve().parent / "fonts"
"""The folder of the fonts, with their catalogue ``fonts.yaml``."""
