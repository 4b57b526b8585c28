"""What keeps readers safe: helplines by region, a disclaimer's wording by language.

Helplines and clinical wording can hurt someone if they are wrong. So every entry in ``data/`` keeps
its source, the day it was researched and how sure it is, and what is unsure is never shown.
"""
