"""Every supporter and every award has a place of its own, to which search leads."""

from hypothesis import given
from hypothesis import strategies as st

from minhbach.pages.recognition import name_anchors


def test_names_become_anchors_apart_from_headings() -> None:
    assert name_anchors(["Ông Đỗ Mẫu", "Công ty A", "ông đỗ mẫu"]) == [
        "mb--ong-do-mau",
        "mb--cong-ty-a",
        "mb--ong-do-mau--2",
    ]


@given(st.lists(st.text("aA- đ2…", max_size=5), max_size=30))
def test_no_anchor_is_given_twice(names) -> None:
    anchors = name_anchors(names)
    assert len(set(anchors)) == len(names)
