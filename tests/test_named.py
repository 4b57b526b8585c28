"""Named tuples that are quick to define are what `typing.NamedTuple` makes, in all that one can see."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from swipewell.named import NamedTuple


class Point(NamedTuple):
    """A place on a page."""

    x: float
    y: float = 0.0
    unit: str = "px"

    @property
    def moved(self) -> Point:
        """Return the place one to the right."""
        return self._replace(x=self.x + 1)

    @classmethod
    def origin(cls) -> Point:
        """Return where both are nought."""
        return cls(0.0)


class Other(NamedTuple):
    """As long as a point, with other names and no defaults."""

    first: int
    second: int
    third: int


class Plain(typing.NamedTuple):
    """What a point would be by `typing`."""

    x: float
    y: float = 0.0
    unit: str = "px"


@pytest.mark.parametrize("kind", [Point, Plain])
def test_it_is_made_shown_changed_and_taken_apart_as_a_named_tuple(kind: typing.Any) -> None:
    point = kind(1.0, unit="em")
    assert (point.x, point.y, point.unit) == (1.0, 0.0, "em") == point
    assert repr(point) == f"{kind.__name__}(x=1.0, y=0.0, unit='em')"
    assert point._replace(y=2.0) == (1.0, 2.0, "em")
    assert type(point._replace(y=2.0)) is kind
    assert point._asdict() == {"x": 1.0, "y": 0.0, "unit": "em"}
    assert kind._fields == ("x", "y", "unit")
    assert kind._field_defaults == {"y": 0.0, "unit": "px"}
    assert kind._make([1.0, 2.0, "em"]) == (1.0, 2.0, "em")
    match point:
        case kind(x, y, unit):
            assert (x, y, unit) == point


@pytest.mark.parametrize("kind", [Point, Plain])
def test_slips_are_refused_as_by_typing(kind: typing.Any) -> None:
    with pytest.raises(TypeError, match=r"__new__\(\) missing 1 required positional argument: 'x'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        kind(1.0, z=2.0)
    with pytest.raises((ValueError, TypeError), match="z"):
        kind(1.0)._replace(z=2.0)
    with pytest.raises(AttributeError):
        kind(1.0).x = 2.0
    with pytest.raises(AttributeError):
        kind(1.0).z = 2.0
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        kind._make([1.0])


def test_classes_of_one_length_keep_their_own_names_and_defaults() -> None:
    assert Other(1, 2, 3).second == 2
    assert not hasattr(Other(1, 2, 3), "y")
    assert not hasattr(Point(1.0), "first")
    untyped: typing.Any = Other  # what a type checker would not let pass
    with pytest.raises(TypeError, match="'third'"):
        untyped(1, 2)


def test_it_keeps_its_words_and_survives_copies() -> None:
    assert Point.__doc__ == "A place on a page."
    assert (Point.__name__, Point.__qualname__, Point.__module__) == ("Point", "Point", __name__)
    assert Point.origin().moved == (1.0, 0.0, "px")
    point = Point(3.0)
    assert pickle.loads(pickle.dumps(point)) == copy.deepcopy(point) == point
    assert type(pickle.loads(pickle.dumps(point))) is Point
    assert hash(point) == hash((3.0, 0.0, "px"))
