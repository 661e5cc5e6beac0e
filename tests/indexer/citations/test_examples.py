"""The examples in the docstrings of the forms: each is found whole, and what stands behind ``Not:`` is not found."""

import re
from importlib.resources import files

import pytest

from indexer.citations import find_citations, forms
from indexer.citations.base.form import Form
from indexer.citations.forms import FORMS

_REMARK = re.compile(r" \([^()]*\)$")


def _examples(form: Form, *, wanted: bool) -> list[tuple[str, str]]:
    lines = (form.examples or "").splitlines()
    chosen = [
        line.strip() if wanted else line[len("Not:") :]
        for line in lines
        if line.startswith("    " if wanted else "Not:")
    ]
    return [(form.name, example.strip()) for line in chosen for example in line.split(" · ")]


@pytest.mark.parametrize(("form", "example"), [case for form in FORMS for case in _examples(form, wanted=True)])
def test_is_found_whole(form: str, example: str) -> None:
    lead = "Hội nghị nhắc lại: "
    found = find_citations(f"{lead}{example}, rồi bàn tiếp.")
    assert found, form
    assert found[0].span.start - len(lead) in (0, len("các "))
    assert found[-1].span.end - len(lead) in (len(example), len(example.rstrip(")")))


@pytest.mark.parametrize(("form", "example"), [case for form in FORMS for case in _examples(form, wanted=False)])
def test_is_not_found(form: str, example: str) -> None:
    assert find_citations(f"Hôm nay\n{_REMARK.sub('', example)}\nHết giờ làm.") == [], form


def test_every_module_is_registered_with_its_examples() -> None:
    modules = {entry.name.removesuffix(".py") for entry in files(forms).iterdir() if entry.name.endswith(".py")}
    assert sorted(form.name for form in FORMS) == sorted(modules - {"__init__"})
    assert all(_examples(form, wanted=True) and _examples(form, wanted=False) for form in FORMS)
