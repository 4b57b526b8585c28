"""Text to set lines: markup, typography, fonts, line breaking, shaping and paragraphs."""
