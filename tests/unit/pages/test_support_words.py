"""What somebody is acknowledged for is told in the source's words."""

from __future__ import annotations

import pytest

from minhbach.language import read_catalogue
from minhbach.pages.formatting import Formatter
from minhbach.pages.support_words import SupportWords
from minhbach.records.organisation import AcknowledgmentRecord

WORDS = SupportWords(Formatter(read_catalogue("vi")))


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "Nguồn không nêu số tiền, số lượng."),
        ({"amount": "not-stated"}, "Nguồn không nêu số tiền, số lượng."),
        ({"stated": "hơn 759,1 triệu đồng"}, "Số tiền: hơn 759,1 triệu đồng."),
        ({"amount_vnd": "80.000.000"}, "Số tiền: 80.000.000 đồng."),
        (
            {"amount_vnd": "759150000", "stated": "hơn 759,1 triệu đồng"},
            "Số tiền: 759.150.000 đồng (nguồn ghi “hơn 759,1 triệu đồng”).",
        ),
        ({"amount_vnd": "5000000", "stated": "5.000.000 đồng"}, "Số tiền: 5.000.000 đồng."),
        (
            {
                "stated": "gần 32 triệu đồng",
                "goods": [
                    {"item": "lương thực", "stated": "30 tấn"},
                    {"item": "mì ăn liền", "quantity": "1.500", "unit": "thùng"},
                    {"item": "gạo", "quantity": "1,5", "unit": "tấn", "stated": "hơn 1,4 tấn"},
                    {"item": "quần áo"},
                ],
            },
            "Số tiền: gần 32 triệu đồng. Hiện vật: 30 tấn lương thực; 1.500 thùng mì ăn liền; "
            "1,5 tấn gạo (nguồn ghi “hơn 1,4 tấn”); quần áo (nguồn không nêu số lượng).",
        ),
    ],
)
def test_the_words_of_the_source_are_kept(keys, told) -> None:
    keys = {"who": "Ai", "kind": "gift", "what": "Gì", "source": {"document": "x"}, **keys}
    record = AcknowledgmentRecord.model_validate(keys)
    assert " ".join(WORDS.given(record).split()) == told
