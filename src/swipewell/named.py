"""Named tuples that are quick to define: a start defines more than a hundred.

`typing.NamedTuple` compiles each annotation of each class, and `collections.namedtuple` a function
for each, which takes longer than all the rest of it. Here annotations stay as they are written, and
tuples of one length share what is compiled: each class derives from a named tuple of that length
whose fields are named by their places, and gives them their names. To a type checker it is
`typing.NamedTuple`. From Python 3.14 on annotations wait by themselves (PEP 649).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    _KEPT = frozenset(("__module__", "__qualname__", "__annotations__"))

    class _Defining(type):
        """Makes of a class body, with its annotated fields, a named tuple."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body.pop(field) for field in fields if field in body}
            base = _of_length(len(fields))
            places = (base.__dict__[place] for place in base._fields)
            body |= {
                **dict(zip(fields, places, strict=True)),
                **{key: body.get(key, kept) for key, kept in _SHARED.items()},
                "__slots__": (),
                "__match_args__": fields,
                "__new__": _making(base.__new__, name, fields, tuple(defaults.values())),
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (base,), body)

    @cache
    def _of_length(length):
        """Return the named tuple whose fields are named by their places."""
        return namedtuple("Places", [f"place_{i}" for i in range(length)])

    def _making(made, name, fields, defaults):
        """Return a named tuple's way to be made that calls its arguments by the fields' names."""
        code = made.__code__.replace(
            co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__", co_name="__new__"
        )
        return FunctionType(code, made.__globals__, "__new__", defaults)

    def _replace(self, /, **fields):
        """Return a copy with some fields replaced; ValueError for names it does not have."""
        made = self._make(map(fields.pop, self._fields, self))
        if fields:
            raise ValueError(f"{type(self).__name__} has no field {', '.join(fields)}")
        return made

    def _shown(self):
        named = map("{}={!r}".format, self._fields, self)
        return f"{type(self).__name__}({', '.join(named)})"

    _SHARED = {"_replace": _replace, "__replace__": _replace, "__repr__": _shown}

    class NamedTuple(metaclass=_Defining):
        """What a class of named fields derives from."""
