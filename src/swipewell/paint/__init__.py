"""Frames to images: one painter for each kind of item, no decisions."""
