"""The registry of the forms of citation: one module a form, each with its `FORM`. Nothing else lists them.

Within a stage they run in this order (`indexer.citations.base.form`).
"""

from typing import Final

from indexer.citations.base.form import Form
from indexer.citations.forms import charters, congresses, constitutions, laws, numbered, plenums, short

FORMS: Final[tuple[Form, ...]] = (
    laws.FORM,
    constitutions.FORM,
    plenums.FORM,
    congresses.FORM,
    charters.FORM,
    short.FORM,
    numbered.FORM,
)
