"""The decoder of HEIC is a mended one, opens only what has passed our limits, and changes nothing else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pillow_heif
import pytest
from packaging.version import Version
from PIL import Image

from minhbach.photos import opening
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.photos.reading import inspect_photo, read_photo

from .pictures import tagged

ROOT = Path(__file__).resolve().parents[3]
MENDED = Version("1.23.4")
"""The first libheif without CVE-2026-84383, GHSA-2jg2-4ch7-h545 and GHSA-x8r2-mggj-j6wr."""
READ = """
import json, sys
from pathlib import Path
from PIL import Image

Image.init()
before = sorted(Image.OPEN), sorted(Image.SAVE), sorted(Image.registered_extensions().items())
from minhbach.photos.reading import read_photo
size = read_photo(Path(sys.argv[1]), "a.heic").size
from pillow_heif import options
after = sorted(Image.OPEN), sorted(Image.SAVE), sorted(Image.registered_extensions().items())
told = {"size": size, "same": before == after, "formats": before[0]}
print(json.dumps(told | {"unlimited": options.DISABLE_SECURITY_LIMITS}))
"""


def test_loaded_decoder_is_one_whose_holes_are_mended() -> None:
    assert Version(pillow_heif.libheif_version()) >= MENDED


def test_reading_a_heic_teaches_pillow_no_format_and_takes_none_over(write, tmp_path: Path) -> None:
    write("a.heic", tagged("HEIF"))
    result = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
    )
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["size"] == [400, 300]
    assert told["same"]
    assert "HEIF" not in told["formats"]
    assert "AVIF" in told["formats"], "Pillow's own, which the copies are made with"
    assert told["unlimited"] is False


def test_heic_is_refused_by_its_header_where_it_is_too_large(monkeypatch, write, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "MAX_MEMORY_MB", 1)
    allowed = write("a.heic", tagged("HEIF", (400, 400)))  # 166,666 pixels are
    assert inspect_photo(tmp_path, allowed).width_px == 400
    path = write("b.heic", tagged("HEIF", (400, 420)))

    def decode(*_arguments: object) -> None:
        pytest.fail("it was decoded")

    monkeypatch.setattr("minhbach.photos.heic.HeicPicture.decode", decode)
    with pytest.raises(UnreadablePhotoError, match="anh-qua-lon"):
        read_photo(tmp_path, path)


def test_avif_under_the_brand_of_heic_is_refused(write, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(buffer, "AVIF")
    content = buffer.getvalue()
    assert content[4:12] == b"ftypavif"
    for brand in (b"mif1", b"heic"):
        path = write("a.heic", content[:8] + brand + content[12:].replace(b"avif", brand, 1))
        with pytest.raises(UnreadablePhotoError, match="anh-khong-doc-duoc"):
            read_photo(tmp_path, path)
