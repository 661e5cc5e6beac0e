"""Small faults put into the code one at a time, to see whether the tests of the same area notice: mutmut, within a bounded time.

    python -m benchmarks.mutants [GROUP ...] [--digits 37] [--minutes 6] [--floor 0.85]

Only faults whose number ends in one of `--digits` are tried (two in ten by default, always the same ones); `--digits 0123456789` tries them all.
A group's run is cut after `--minutes`, the dearest faults untried. Survivors are written to ``build/mutants/GROUP.survivors.txt`` with what was
changed. Exit status 1 when fewer than `--floor` of the faults that were tried die.
"""

import argparse
import ast
import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "mutants"
ROOMS: Final = ("corpus", "crawler", "indexer", "webapp", "benchmarks", "tests")
SURVIVED: Final = (0, 5, 33)
"""mutmut's marks of a fault that every test passed, or that no test reaches."""

GROUPS: Final = {
    "citations": (["indexer/citations"], ["tests/indexer/citations"]),
    "resolution": (["indexer/resolution"], ["tests/indexer/resolution"]),
    "campaigns": (["indexer/campaigns"], ["tests/indexer/campaigns"]),
    "heads": (
        [f"crawler/{name}.py" for name in ("head", "letterhead", "provenance", "subject", "naming", "bodies")],
        [
            f"tests/crawler/test_{name}.py"
            for name in ("head", "letterhead", "provenance", "subject", "naming", "bodies", "heads")
        ],
    ),
    "pages": (
        [
            f"crawler/{name}.py"
            for name in (
                "article absence barren encoding evidence furniture lines links markup names notices ordinals page parsing properties pruning"
                " published stylesheet weights"
            ).split()
        ],
        [
            f"tests/crawler/test_{name}.py"
            for name in (
                "article absence barren encoding evidence furniture lines links markup names notices ordinals page pages parsing properties"
                " pruning published stylesheet weights"
            ).split()
        ],
    ),
    "store": (
        [
            "corpus/store.py",
            "corpus/database.py",
            "corpus/lineage.py",
            "corpus/frontier.py",
            "corpus/captures.py",
            "crawler/frontier.py",
        ],
        [
            *(f"tests/corpus/test_{name}.py" for name in ("store", "database", "lineage", "frontier", "captures")),
            "tests/crawler/test_frontier.py",
        ],
    ),
}
"""Group -> (the files or folders in which faults are put, the tests that shall notice)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the faults of a group: how many died, the names of the survivors, how many were not tried."""

    killed: int
    survivors: tuple[str, ...]
    untried: int

    @property
    def rate(self) -> float:
        """The share of the tried that died."""
        tried = self.killed + len(self.survivors)
        return self.killed / tried if tried else 1.0


def prepare(group: str) -> Path:
    """A copy of the project in which a group's faults are put; the project itself is never touched."""
    sources, tests = GROUPS[group]
    folder = WORK / group
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    settings = {
        "source_paths": [path for path in sources if (ROOT / path).exists()],
        "also_copy": [room for room in ROOMS if room != "tests"] + ["requirements"],
        "pytest_add_cli_args_test_selection": [path for path in tests if (ROOT / path).exists()],
        "timeout_multiplier": 5.0,
        "track_dependencies": False,
        "use_git_change_detection": False,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text("\n".join([project, "[tool.mutmut]", *lines, ""]), encoding="utf-8")
    return folder


def run(folder: Path, digits: str, seconds: float) -> None:
    """Run mutmut in a prepared folder for so many seconds at most; its words go to ``mutmut.log`` there."""
    command = [str(Path(sys.executable).parent / "mutmut"), "run", *(f"*__mutmut_*{digit}" for digit in digits)]
    command += [f"*__mutmut_{digit}" for digit in digits]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with (folder / "mutmut.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, env=environment
        )
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            code = process.wait(60)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    if code not in (0, -signal.SIGINT, 130):
        raise SystemExit(f"mutmut failed in {folder} (exit status {code}); see mutmut.log there")


def verdicts(folder: Path) -> dict[str, int | None]:
    """Fault -> the exit status of its tests, None where it was not tried."""
    found: dict[str, int | None] = {}
    for path in sorted((folder / "mutants").rglob("*.py.meta")):
        found.update(json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"])
    return found


def tally(found: dict[str, int | None], digits: str) -> Tally:
    """What became of the faults that the digits choose."""
    chosen = {name: code for name, code in found.items() if name[-1] in digits}
    survivors = tuple(name for name, code in chosen.items() if code in SURVIVED)
    untried = sum(code is None or code == 2 for code in chosen.values())
    return Tally(len(chosen) - len(survivors) - untried, survivors, untried)


def changes(folder: Path, survivors: tuple[str, ...]) -> Iterator[str]:
    """What each survivor changed, as the lines that differ."""
    functions: dict[str, dict[str, list[str]]] = {}
    for name in survivors:
        module, _, mangled = name.rpartition(".")
        if module not in functions:
            text = (folder / "mutants" / Path(*module.split("."))).with_suffix(".py").read_text(encoding="utf-8")
            lines = text.splitlines()
            nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
            functions[module] = {node.name: lines[node.lineno : node.end_lineno] for node in nodes}
        before = functions[module][mangled.rpartition("__mutmut_")[0] + "__mutmut_orig"]
        told = list(difflib.unified_diff(before, functions[module][mangled], n=0, lineterm=""))[2:]
        yield "\n".join([f"## {name}", *(line for line in told if not line.startswith("@@"))])


def main() -> int:
    """Run the groups, print a line for each, and say whether enough faults died."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--digits", default="37")
    parser.add_argument("--minutes", type=float, default=6.0, help="for each group")
    parser.add_argument("--floor", type=float, default=0.85)
    options = parser.parse_args()
    if unknown := set(options.groups) - set(GROUPS):
        parser.error(f"no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    killed = tried = 0
    for group in options.groups or GROUPS:
        folder = prepare(group)
        run(folder, options.digits, options.minutes * 60)
        result = tally(verdicts(folder), options.digits)
        report = "\n\n".join(changes(folder, result.survivors))
        (WORK / f"{group}.survivors.txt").write_text(f"{report}\n", encoding="utf-8")
        died = result.killed
        print(
            f"{group:11} {died:5} of {died + len(result.survivors):5} died  {result.rate:6.1%}  {result.untried} untried",
            flush=True,
        )
        killed += died
        tried += died + len(result.survivors)
    rate = killed / tried if tried else 0.0
    print(f"{'all':11} {killed:5} of {tried:5} died  {rate:6.1%}")
    return int(rate < options.floor)


if __name__ == "__main__":
    sys.exit(main())
