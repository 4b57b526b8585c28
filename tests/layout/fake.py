"""Setting without fonts: one em for every character, so that every place can be reckoned by hand."""

from __future__ import annotations

from typing import Any

import yaml

from swipewell.geometry import Rect
from swipewell.layout.kit import Kit, kit_of
from swipewell.layout.place import Laid, lay_out
from swipewell.model.theme import Layout, Theme
from swipewell.reading.theme import formed
from swipewell.text.shape import ALONE, Context, Manner, Metrics, Shaped
from swipewell.text.typeset import Typesetter

AREA = Rect(0, 0, 400, 300)

# At 10 px, 'abc' is 30 px wide, its line 14 px high, and its baseline 10 px down;
# at 20 px, 'abc' is 60 px wide, its line 24 px high, and its baseline 18 px down.
STYLES = """
small: {family: body, sizes: [10, 8], leading: {10: 14, 8: 12}}
large: {family: heading, sizes: [20, 15], leading: {20: 24, 15: 20}, setting: balanced}
"""


class OneEm:
    """Shapes every character as one em, and draws nothing."""

    language = "en"

    def word(self, text: str, manner: Manner, context: Context = ALONE) -> Shaped:  # noqa: ARG002
        return Shaped(text, (), float(len(text)))

    def space(self, manner: Manner) -> float:  # noqa: ARG002
        return 1.0

    def metrics(self, manner: Manner) -> Metrics:  # noqa: ARG002
        return Metrics(ascent=0.8, descent=0.2, cap_height=0.7)


def theme(**layouts: str) -> Theme:
    """A theme of two styles and the layouts given as YAML."""
    return formed(
        Theme,
        {
            "name": "fake",
            "voice": "none",
            "idea": "none",
            "seed": "#000000",
            "palette": {},
            "grounds": {},
            "families": {"heading": "None", "body": "None"},
            "styles": yaml.safe_load(STYLES),
            "layouts": {kind: yaml.safe_load(layout) for kind, layout in layouts.items()},
        },
    )


def kit(of: Theme | None = None) -> Kit:
    return kit_of(of or theme(), Typesetter(OneEm()))


def laid(box: str, fields: dict[str, Any], *, path: str = "", **how: Any) -> Laid:
    """A box, given as YAML, with its fields laid out on 400 by 300 px."""
    layout = formed(Layout, {"box": yaml.safe_load(box)})
    return lay_out(layout, fields, path, AREA, kit(), how.pop("sizes", {}), **how)


def places(found: Laid) -> dict[str, tuple[float, ...]]:
    """Where the texts stand: left, top, right and bottom of the lines' boxes, by path."""
    return {block.path: tuple(block.extent) for block in found.blocks}
