"""Whether a value is what its type says, field by field."""

from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints


def fits(value: Any, kind: Any, at: str = "") -> None:
    """Check a value against a type; a field too many or too few is a fault too."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Annotated, NotRequired):
        fits(value, inner[0], at)
    elif origin in (Union, UnionType):
        fitting = [one for one in inner if (value is None) == (one is NoneType)]
        for one in fitting[:1] if value is not None and len(fitting) == 1 else ():
            fits(value, one, at)
        assert fitting, f"{at}: {value!r} is no {kind}"
    elif origin is Literal:
        assert value in inner, f"{at}: {value!r}"
    elif origin is tuple:
        assert len(value) == len(inner), f"{at}: {value!r}"
        for part, one in zip(value, inner, strict=True):
            fits(part, one, f"{at}[]")
    elif origin in (list, Sequence):
        assert isinstance(value, list | tuple), f"{at}: {value!r}"
        for part in value:
            fits(part, inner[0], f"{at}[]")
    elif origin in (dict, Mapping):
        for name, part in value.items():
            fits(part, inner[1], f"{at}.{name}")
    elif hasattr(kind, "__required_keys__"):
        hints = get_type_hints(kind, include_extras=True)
        assert kind.__required_keys__ <= set(value) <= set(hints), f"{at}: {set(value) ^ set(hints)}"
        for name, part in value.items():
            fits(part, hints[name], f"{at}.{name}")
    elif isinstance(kind, type):
        assert isinstance(value, (int, float) if kind is float else kind), f"{at}: {value!r} is no {kind}"
