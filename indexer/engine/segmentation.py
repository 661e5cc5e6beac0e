"""underthesea's word segmentation, and nothing else of it.

The package imports a part for each task that it knows (classification, tagging, translation, a client for downloads) before it can be asked for
words: two thirds of what a command that searches would cost. Here it is entered as a plain folder, so that only the segmenter is imported.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from threading import RLock
from types import ModuleType

Tokenizer = Callable[[str], list[str]]
_PACKAGE = "underthesea"
_LOADING = RLock()


def segment(text: str) -> list[str]:
    """Words of one clause, syllables joined by blanks: ``cà phê Sơn La`` is ``["cà phê", "Sơn La"]``."""
    with _LOADING:  # for the first to come; the others wait for what it loads
        tokenize = _tokenizer()
    return [str(word) for word in tokenize(text)]


@cache
def _tokenizer() -> Tokenizer:
    """The segmenter with its model, which it loads when it is first called."""
    try:
        with _bare_package():
            import underthesea.pipeline.text_normalize  # noqa: F401 - first, as the package has it: the two import each other
            from underthesea.pipeline.word_tokenize import word_tokenize

            word_tokenize("hợp tác xã")
    except ImportError:  # a release that is laid out in another way
        from underthesea import word_tokenize
    tokenizer: Tokenizer = word_tokenize
    return tokenizer


@contextmanager
def _bare_package() -> Iterator[None]:
    """underthesea as a folder of modules, its own first lines left out; as it was before when the block ends.

    Where somebody has imported the package already, that is what is used.
    """
    spec = None if _PACKAGE in sys.modules else find_spec(_PACKAGE)
    if spec is None or spec.submodule_search_locations is None:
        yield
        return
    package = ModuleType(_PACKAGE)
    package.__path__ = list(spec.submodule_search_locations)
    package.__spec__ = spec
    sys.modules[_PACKAGE] = package
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]:
            del sys.modules[name]
