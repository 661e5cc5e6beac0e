"""Text as XML 1.0 can carry it (https://www.w3.org/TR/xml/#charsets): what writes XML passes through here last."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def xml_text(text: str) -> str:
    """A text without control characters, lone surrogates and noncharacters, none of which means anything to a reader."""
    return _FORBIDDEN.sub("", text)
