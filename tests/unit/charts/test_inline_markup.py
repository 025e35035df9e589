"""Inline SVG is safe and small: prefixed ids, no style, no text under 12 px, hostile labels inert."""

import dataclasses
import re
from xml.etree import ElementTree

import pytest

from minhbach.charts import markup
from minhbach.charts.contract import Bar, BreakdownChart, ChartText, Table
from minhbach.charts.outputs import draw_inline_svg, draw_svg

HOSTILE = (
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    "a & b &amp; &lt;",
    "\"quoted\" and 'quoted'",
    "]]> <![CDATA[ <!-- -->",
    "$x^2$ \\frac{1}{2} {} % #",
    "var(--x) url(#a) javascript:1",
)


def _parse(svg):
    return ElementTree.fromstring(svg)


def _words(root):
    return " ".join(node.text or "" for node in root.iter() if node.tag.endswith("text"))


def test_ids_are_prefixed_unique_and_referenced(samples):
    page = "<div>" + "".join(draw_inline_svg(chart) for chart in samples.values()) + "</div>"
    ids = [node.get("id") for node in _parse(page).iter() if node.get("id")]
    assert len(ids) == len(set(ids)) == 2 * len(samples)
    for svg, key in zip(_parse(page), samples, strict=True):
        assert svg.get("aria-labelledby") == f"{key}-title {key}-desc"
        assert [node.get("id") for node in svg.iter() if node.get("id")] == [f"{key}-title", f"{key}-desc"]
    assert "url(" not in page
    assert "href" not in page


def test_no_style_prolog_metadata_or_concrete_font(sample):
    svg = draw_inline_svg(sample)
    assert svg.startswith('<svg class="mb-chart__svg" viewBox="0 0 328 ')
    for refused in ("style", "<?", "<!", "metadata", "rdf", "font-family", "<g", "<defs", "xlink", "\n"):
        assert refused not in svg


def test_colours_are_variables_with_a_light_fallback(sample):
    svg = draw_inline_svg(sample)
    paints = re.findall(r'(?:fill|stroke)="([^"]*)"', svg)
    assert all(re.fullmatch(r"none|var\(--mb-chart-[a-z-]+,#[0-9a-f]{6}\)", paint) for paint in paints)
    assert "var(" not in draw_svg(sample).decode()


def test_no_text_is_smaller_than_12_px(sample):
    for svg in (draw_inline_svg(sample), draw_svg(sample).decode()):
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
        assert sizes
        assert min(sizes) >= 12


def test_sizes_stay_small(sample):
    assert len(draw_inline_svg(sample).encode()) < 4500


def test_root_tells_its_size_to_the_page(sample):
    root = _parse(draw_inline_svg(sample))
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root.get("role") == "img"


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_come_back_unchanged_as_text(label):
    text = ChartText("k", label, label, label, label, label)
    chart = BreakdownChart(text, (Bar(label, 3, label),), Table((), ()))
    for svg in (draw_inline_svg(chart), draw_svg(chart)):
        root = _parse(svg)
        assert label in _words(root)
        assert root[0].text == root[1].text == label
        assert {node.tag.rpartition("}")[2] for node in root.iter()} <= {
            "svg",
            "title",
            "desc",
            "path",
            "text",
        }


def test_control_and_reordering_characters_are_dropped(samples):
    chart = samples["progress"]
    svg = draw_inline_svg(dataclasses.replace(chart, label="a\x00b\x1bc\u202e123\ufffe\ud800\n\td"))
    assert _words(_parse(svg)) == "abc123 d"


def test_letters_the_font_lacks_do_not_fail(samples):
    assert "災" in draw_inline_svg(dataclasses.replace(samples["progress"], label="災 🩸"))


@pytest.mark.parametrize(
    "element",
    [
        "<image/>",
        "<script/>",
        '<path d="M 0 0 C 1 1 2 2 3 3"/>',
        '<path d="M 0 0" style="fill: url(#a)"/>',
        "<text/>",
    ],
)
def test_unknown_markup_is_refused(element):
    raw = f'<svg xmlns="http://www.w3.org/2000/svg">{element}</svg>'
    with pytest.raises(markup.MarkupError):
        markup.body(raw, markup.concrete_paint)
