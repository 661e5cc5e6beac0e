"""Words as underthesea gives them, without the rest of its package."""

import json
import subprocess
import sys

import pytest

SENTENCES = (
    "Thực hiện Chỉ thị của Ban Chấp hành Trung ương về kinh tế tập thể",
    "phát động thi đua, khen thưởng kỷ niệm 25 năm ngày thành lập Liên minh Hợp tác xã Việt Nam",
    "cà phê Sơn La",
    "kinh te tap the",
    "Uỷ ban nhân dân tỉnh Quảng Ninh (UBND)",
    "hoà giải ở cơ sở",
    "",
)


def told(code: str) -> object:
    """What a fresh process prints, as JSON."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("before", ["", "import underthesea;"], ids=["alone", "after the package"])
def test_words_are_those_of_the_whole_package(before: str) -> None:
    ours = told(
        f"import json; {before} from indexer.engine.segmentation import segment; "
        f"print(json.dumps([segment(text) for text in {SENTENCES!r}]))"
    )
    theirs = told(
        f"import json; from underthesea import word_tokenize; print(json.dumps([word_tokenize(text) for text in {SENTENCES!r}]))"
    )
    assert ours == theirs


def test_nothing_else_of_the_package_is_imported_and_nothing_is_left_behind() -> None:
    left = told(
        "import json, sys; from indexer.engine.segmentation import segment; segment('hợp tác xã'); "
        "print(json.dumps([name for name in sys.modules if name.split('.')[0] in ('underthesea', 'requests', 'sklearn')]))"
    )
    assert left == []
    after = told(
        "import json; from indexer.engine.segmentation import segment; segment('hợp tác xã'); "
        "import underthesea; print(json.dumps(underthesea.pipeline.word_tokenize.word_tokenize('hợp tác xã')))"
    )
    assert after == ["hợp tác xã"]
