"""Marked passages against what is found in them: precision, recall and the fields of each citation.

    python -m benchmarks.reference FOLDER

FOLDER: holds ``*.jsonl`` with passages (`id`, `text`, `place`, `on`) and the citations marked in them, and the scorer ``score.py``, which
takes a marked file and a found one. The project bears none: many such passages are other people's texts.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from indexer.drafts.cite import cite_text


def found_in(marked: Path, out: Path) -> None:
    """Write what is cited in each passage of a marked file."""
    with out.open("w", encoding="utf-8") as file:
        for line in marked.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = cite_text(row["text"], place=row.get("place"), on=row.get("on"))
            file.write(json.dumps({"id": row["id"], "citations": found}, ensure_ascii=False) + "\n")


def main() -> int:
    """Score every marked file of the folder."""
    if len(sys.argv) != 2 or not (folder := Path(sys.argv[1])).joinpath("score.py").exists():
        print("usage: python -m benchmarks.reference FOLDER (with marked *.jsonl and score.py)", file=sys.stderr)
        return 2
    for marked in sorted(folder.glob("citations-*.jsonl")):
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch) / "found.jsonl"
            found_in(marked, out)
            print(marked.stem, flush=True)
            subprocess.run([sys.executable, str(folder / "score.py"), str(marked), str(out)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
