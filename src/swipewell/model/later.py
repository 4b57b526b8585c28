"""Fields whose models are made when a file has something for them: to make a model takes a while.

Most brands have neither helplines nor wording of their own, most posts a third of the kinds of slide,
and every start would wait for the others.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError

if TYPE_CHECKING:
    from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Later:
    """Says of a field of any type, by ``Annotated[Any, Later(...)]``, what it really holds.

    ``of`` returns that type, and imports what is needed for it. Where it is a union, ``likely`` says
    which model of it a value looks like; the union is asked only about a value that this model refuses.
    """

    def __init__(
        self,
        of: Callable[[], Any],
        likely: Callable[[Any], type[BaseModel] | None] | None = None,
    ) -> None:
        self._of = of
        self._likely = likely

    @property
    def type(self) -> Any:
        """Return the type of what the field holds."""
        return self._of()

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        from pydantic import TypeAdapter

        return TypeAdapter(self.type)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a schema that hands a value on, with the place of each fault in it."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self._validated)

    def _validated(self, value: Any) -> Any:
        likely = self._likely and self._likely(value)
        if likely:
            with suppress(ValidationError):
                return likely.model_validate(value)
        return self._adapter.validate_python(value)

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of what the field holds, for editors."""
        return handler(self._adapter.core_schema)
