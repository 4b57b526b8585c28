"""The version of Swipewell."""

__version__ = "0.1.0"
