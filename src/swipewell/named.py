"""Named tuples that are quick to define: a start defines more than a hundred.

`typing.NamedTuple` compiles each annotation of each class, which takes longer than all the rest of
it. Here they stay as they are written, the strings that `from __future__ import annotations` leaves
or what they stand for; to a type checker the two are one. From Python 3.14 on annotations wait by
themselves (PEP 649).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    _KEPT = frozenset(("__module__", "__qualname__", "__annotations__"))

    class _Defining(type):
        """Makes of a class body, with its annotated fields, a named tuple."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = fields
            made.__qualname__ = body["__qualname__"]
            for key in body.keys() - _KEPT:
                setattr(made, key, body[key])
            return made

    class NamedTuple(metaclass=_Defining):
        """What a class of named fields derives from."""
