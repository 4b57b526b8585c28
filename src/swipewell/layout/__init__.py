"""Outline and theme to deck: boxes to placed texts, sizes in harmony, long slides continued."""
