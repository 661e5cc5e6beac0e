"""What the API answers is of the types from which it is described."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from indexer.campaigns.precedents.rows import TiesRow
from tests.typed import fits
from webapp.answers import (
    CampaignAnswer,
    CheckAnswer,
    CiteAnswer,
    ErrorAnswer,
    NoticeAnswer,
    PrecedentAnswer,
)

TEXT = "Thực hiện Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị; Luật Hợp tác xã năm 2012; Chỉ thị 12/CT-TTg."


@pytest.mark.parametrize("language", ["vi", "en"])
def test_answers_are_of_their_types(client: FlaskClient, some: dict[str, Any], language: str) -> None:
    def answer(address: str) -> Any:
        return client.get(f"/api/v1/{address}?lang={language}").get_json()

    fits(answer(f"notices/{some['notice']}"), NoticeAnswer)
    campaign = answer(f"campaigns/{some['campaigns'][0]}")
    fits(campaign, CampaignAnswer)
    fits(campaign["precedents"], list[PrecedentAnswer])
    fits(campaign["ties"], TiesRow)
    fits(answer("notices/none"), ErrorAnswer)


@pytest.mark.parametrize(("address", "kind"), [("cite", CiteAnswer), ("check", CheckAnswer)])
def test_texts_are_answered_in_their_types(client: FlaskClient, address: str, kind: Any) -> None:
    answer = client.post(f"/api/v1/{address}", json={"text": TEXT, "on": "2018-08-01"}).get_json()
    assert len(answer["citations"]) == 3
    fits(answer, kind)
