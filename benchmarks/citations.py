"""Speed of finding citations on one core, beside a plain single regular expression.

    python -m benchmarks.citations [FILE.jsonl]

FILE: rows with "text"; without one, synthetic notices. The plain expression finds full numbers only, with no kind, date, issuer or relation.
"""

import json
import re
import sys
import time
from pathlib import Path

from benchmarks.synthetic import synthetic_notices
from indexer.citations import find_citations

KIND = r"(?:Chỉ thị|Nghị quyết|Nghị định|Quyết định|Thông tư|Kết luận|Kế hoạch|Luật|Công văn)"
NUMBER = r"\d+[a-z]?(?:/\d{4})?[/-][A-ZĐ][\w.&-]*(?:/[A-ZĐ]\w*)?"
PLAIN = re.compile(rf"{KIND}\s+số\s*:?\s*{NUMBER}")


def main() -> None:
    """Print megabytes of UTF-8 a second for both, best of three."""
    if len(sys.argv) > 1:
        texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    else:
        texts = [row["text"] for row in synthetic_notices(400)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    for name, run in (("find_citations", find_citations), ("plain expression", PLAIN.findall)):
        best, found = float("inf"), 0
        for _ in range(3):
            began = time.perf_counter()
            found = sum(len(run(text)) for text in texts)
            best = min(best, time.perf_counter() - began)
        print(f"{name:<18} {size / best:8.2f} MB/s   {found} found in {size:.2f} MB, {len(texts)} texts")


if __name__ == "__main__":
    main()
