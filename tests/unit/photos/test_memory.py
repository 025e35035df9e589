"""A photo of 48 megapixels is made within the memory that one photo may take."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from waiting import GIVE_UP_SECONDS

ROOT = Path(__file__).resolve().parents[3]
LIMIT_MB = 420
MEASURE = """
import re, sys
from pathlib import Path
from minhbach.photos.describing import describe_photo
from minhbach.photos.making import make_photos

root = Path(sys.argv[1])
photo = describe_photo(root, sys.argv[2])
made = make_photos(root, [photo])
assert all(content is None for _name, content in made[0])
peak_kb = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(photo.width_px, photo.height_px, int(peak_kb) // 1000)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the peak")
@pytest.mark.parametrize(
    ("name", "options"),
    [("a.jpg", {"quality": 80}), ("b.jpg", {"progressive": True}), ("c.png", {"compress_level": 1})],
)
def test_48_megapixels_fit(name: str, options: dict[str, object], tmp_path: Path) -> None:
    picture = Image.linear_gradient("L").resize((8000, 6000)).convert("RGB")
    picture.save(tmp_path / name, **options)  # type: ignore[arg-type]
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path), name],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
        timeout=GIVE_UP_SECONDS,
    )
    assert result.returncode == 0, result.stderr
    width, height, peak_mb = map(int, result.stdout.split())
    assert (width, height) == (1920, 1440)
    assert peak_mb < LIMIT_MB, f"{peak_mb} MB"
