"""A card's name changes with its words and with the design, and with nothing else."""

import dataclasses

import pytest

from minhbach.cards import model
from minhbach.cards.model import Card, card_key

CARD = Card("Tổng kết công tác Hội", "Hoạt động Hội", "Hội Chữ thập đỏ", number="3.858", unit="đơn vị máu")


def test_the_same_words_have_the_same_key() -> None:
    assert card_key(CARD) == card_key(dataclasses.replace(CARD)) == "fa85f86ee26a15eb"


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Card)])
def test_every_word_counts(field: str) -> None:
    assert card_key(dataclasses.replace(CARD, **{field: "khác"})) != card_key(CARD)


def test_words_that_move_to_another_place_make_another_card() -> None:
    moved = dataclasses.replace(CARD, number="", unit="3.858đơn vị máu")
    assert card_key(moved) != card_key(CARD)


def test_another_design_makes_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    before = card_key(CARD)
    monkeypatch.setattr(model, "DESIGN", model.DESIGN + 1)
    assert card_key(CARD) != before
