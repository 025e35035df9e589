"""The same chart is the same bytes in every process, order, locale and time zone; nothing is left behind."""

import dataclasses
import hashlib
import io
import os
import pickle
import struct
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageColor

from minhbach.charts.outputs import draw_inline_svg, draw_png, draw_svg
from minhbach.charts.palette import PALETTE
from minhbach.charts.spreadsheet import write_csv
from waiting import GIVE_UP_SECONDS

SCRIPT = """
import hashlib, pathlib, pickle, sys
from minhbach.charts.outputs import draw_inline_svg, draw_png, draw_svg
charts = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
if "settings" in sys.argv:
    import matplotlib
    matplotlib.rcParams.update({
        "svg.fonttype": "path", "font.size": 30, "text.parse_math": True, "path.sketch": (1, 2, 3),
        "savefig.bbox": "tight", "savefig.facecolor": "red", "text.hinting": "default",
        "backend": "agg",  # reading the settings below would otherwise look for one, with pyplot
    })
    before = dict(matplotlib.rcParams)
for name in sorted(charts, reverse="reverse" in sys.argv):
    parts = draw_inline_svg(charts[name]).encode(), draw_svg(charts[name]), draw_png(charts[name])
    print(name, *(hashlib.sha256(part).hexdigest() for part in parts))
if "settings" in sys.argv:
    assert before == dict(matplotlib.rcParams)
assert "matplotlib.pyplot" not in sys.modules
"""


PACKAGES = str(Path(__file__).parents[3] / "hooks")


def _start(path, *words, **variables):
    environment = {**os.environ, "PYTHONPATH": PACKAGES, **variables}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", SCRIPT, path, *words],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_bytes_do_not_depend_on_process_order_locale_zone_or_settings(samples, tmp_path):
    path = tmp_path / "charts.pickle"
    path.write_bytes(pickle.dumps(samples))
    runs = [
        _start(path, "reverse", PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh", LANG="vi_VN.UTF-8"),
        _start(path, "settings", PYTHONHASHSEED="2", TZ="America/Adak", LANG="C", LC_ALL="C"),
    ]
    here = [
        " ".join(
            [
                name,
                hashlib.sha256(draw_inline_svg(chart).encode()).hexdigest(),
                hashlib.sha256(draw_svg(chart)).hexdigest(),
                hashlib.sha256(draw_png(chart)).hexdigest(),
            ]
        )
        for name, chart in sorted(samples.items())
    ]
    for run in runs:
        output, _ = run.communicate(timeout=GIVE_UP_SECONDS)
        assert run.returncode == 0
        assert sorted(output.splitlines()) == here


def test_drawing_again_gives_the_same_bytes(sample):
    assert draw_inline_svg(sample) == draw_inline_svg(sample)


def test_importing_the_package_does_not_import_matplotlib():
    modules = "contract, palette, outputs, spreadsheet, drawing, canvas, markup"
    code = f"import sys; from minhbach.charts import {modules}; assert 'matplotlib' not in sys.modules"
    environment = {**os.environ, "PYTHONPATH": PACKAGES}
    subprocess.run([sys.executable, "-c", code], check=True, timeout=GIVE_UP_SECONDS, env=environment)


def _chunks(png):
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8]
        at += 12 + length


def test_png_is_twice_the_size_and_says_nothing_about_its_making(sample):
    png, svg = draw_png(sample), draw_svg(sample).decode()
    width, height = struct.unpack(">II", png[16:24])
    assert width == 656
    assert f'viewBox="0 0 328 {height // 2}"' in svg
    assert height % 2 == 0
    assert not {b"tEXt", b"iTXt", b"zTXt", b"tIME"} & set(_chunks(png))


def test_dot_of_a_single_reading_is_in_the_png(samples):
    chart = dataclasses.replace(samples["series"], points=samples["series"].points[:1], marks=())
    with Image.open(io.BytesIO(draw_png(chart))) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20)}
    assert ImageColor.getrgb(PALETTE["result"].light) in colours


def test_standalone_carries_title_source_and_date(sample):
    svg = draw_svg(sample).decode()
    assert svg.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    for words in ("Quà Tết Nhân ái", "Nguồn: Báo cáo", "Đến 31/12/2024"):
        assert f">{words}" in svg


def test_csv_is_the_table(samples):
    expected = "\ufeffNăm,Kết quả\r\n2024,4.875\r\n2025,chưa công bố\r\n"
    assert write_csv(samples["target"]).decode() == expected
