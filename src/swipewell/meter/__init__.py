"""Measures finished slides as readers will see them; no part of an ordinary render.

>>> from swipewell.meter import contrast_findings
>>> contrast_findings(sw.render(post))
()
"""

from swipewell.meter.contrast import Reading, measured
from swipewell.meter.rule import contrast_findings

__all__ = ["Reading", "contrast_findings", "measured"]
