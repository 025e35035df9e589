"""Measure a build with 200 phone photos and three of 48 megapixels: ``make bench``.

The memory is that of the whole tree of processes, asked of Linux twenty times a second: what is resident
(pages that processes share count for each of them) and the proportional share (they count once).
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from bench import ROOT, environment

LIMIT_MB = 1000
PHOTOS, IN_EACH = 200, 4
PHONE_PX, LARGE_PX = (4000, 3000), (8000, 6000)
LARGE = {"lon.jpg": "JPEG", "lon.png": "PNG", "lon.heic": "HEIF"}
_BASES = 5
_PAUSE_S = 0.05


@dataclass
class Run:
    """What a command took."""

    name: str
    seconds: float
    resident_mb: int
    share_mb: int


def main() -> int:
    """Measure, print the table, and say whether the limit holds. Exit status 1 if it does not."""
    parser = argparse.ArgumentParser(description="Measure a build with many and with large photos.")
    parser.add_argument("--photos", type=int, default=PHOTOS, help="how many photos of 12 megapixels")
    photos = parser.parse_args().photos
    if not Path("/proc/self/smaps_rollup").exists():
        print("Memory is measured on Linux alone.")
        return 0
    with tempfile.TemporaryDirectory(prefix="minhbach-photos-") as name:
        chapter = Path(name) / "chapter"
        make_chapter(chapter, photos)
        build = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        check = [sys.executable, "-m", "minhbach", "check", "--root", "."]
        runs = [
            measure("check", check, chapter),
            measure("build, nothing in the cache", build, chapter),
            measure("build again, all in the cache", build, chapter),
        ]
    print_table(runs, photos)
    holds = all(run.resident_mb < LIMIT_MB for run in runs)
    print(f"\n{'holds' if holds else 'FAILS'}: less than {LIMIT_MB} MB")
    return 0 if holds else 1


# The chapter ------------------------------------------------------------------------------------------------


def make_chapter(folder: Path, photos: int) -> None:
    """Generate a demonstration chapter with ``photos`` photos in its articles, and the large ones."""
    articles = max(1, -(-photos // IN_EACH))
    generate = [sys.executable, str(ROOT / "examples/demo/generate.py"), str(folder), "--photos", "0"]
    command = [*generate, "--articles", str(articles)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())
    pictures = draw_pictures(photos)
    for number, path in enumerate(sorted((folder / "news").glob("*/*.md"))):
        beside = path.with_suffix("")
        beside.mkdir()
        names = [f"anh-{index}.jpg" for index in range(IN_EACH)]
        for name, content in zip(list(names), pictures, strict=False):
            (beside / name).write_bytes(content)
        names = [name for name in names if (beside / name).exists()]
        if number == 0:
            for name, kind in LARGE.items():
                (beside / name).write_bytes(draw_large(kind))
            names += LARGE
        list_photos(path, names)


def list_photos(path: Path, names: list[str]) -> None:
    """Add photos to the front matter of the article at ``path``."""
    _start, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    words = "alt: Hình vẽ., caption: Ảnh minh hoạ., credit: Ban Truyền thông (mẫu), basis: no-people"
    entries = "".join(f"  - {{file: {name}, {words}}}\n" for name in names)
    path.write_text(f"---\n{matter}photos:\n{entries}---\n{body}", encoding="utf-8")


def draw_pictures(count: int) -> Iterator[bytes]:
    """Yield ``count`` different photos of 12 megapixels, as heavy as a phone's."""
    bases = [_draw(PHONE_PX, number) for number in range(min(count, _BASES))]
    for number in range(count):
        moved = ImageChops.offset(bases[number % _BASES], 37 * number, 11 * number)
        yield _save(moved, "JPEG", quality=85)


def draw_large(kind: str) -> bytes:
    """Return a photo of 48 megapixels."""
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
        # Fine detail takes the encoder minutes, and the decoder no more memory.
        return _save(_draw(LARGE_PX, 1, fine=0), kind, quality=60, enc_params={"preset": "ultrafast"})
    return _save(_draw(LARGE_PX, 1), kind, **({"compress_level": 1} if kind == "PNG" else {"quality": 85}))


def _draw(size: tuple[int, int], number: int, fine: float = 0.15) -> Image.Image:
    """Draw light and shadow with grain on it, in colours of their own for each number."""
    coarse = [
        Image.effect_noise((12 + 3 * band + number, 9), 160).resize(size, Image.Resampling.BICUBIC)
        for band in range(3)
    ]
    picture = Image.merge("RGB", coarse)
    if not fine:
        return picture
    grain = Image.effect_noise((size[0] // 2, size[1] // 2), 60).resize(size, Image.Resampling.BICUBIC)
    return Image.blend(picture, Image.merge("RGB", [grain] * 3), fine)


def _save(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


# Measuring --------------------------------------------------------------------------------------------------


def measure(name: str, command: list[str], folder: Path) -> Run:
    """Run ``command`` in ``folder``; return its seconds and the peak memory of its tree of processes."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    resident = share = samples = 0
    while process.poll() is None:
        tree = list(list_tree(process.pid))
        resident = max(resident, sum(_kilobytes(pid, "status", "VmRSS") for pid in tree))
        if samples % 4 == 0:  # it takes longer
            share = max(share, sum(_kilobytes(pid, "smaps_rollup", "Pss") for pid in tree))
        samples += 1
        time.sleep(_PAUSE_S)
    seconds = time.perf_counter() - began
    output = process.stdout.read().decode() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"{name} failed:\n{output}")
    return Run(name, seconds, resident // 1000, share // 1000)


def list_tree(root: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield root
    try:
        children = [
            int(child)
            for task in Path(f"/proc/{root}/task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return  # it has ended
    for child in children:
        yield from list_tree(child)


def _kilobytes(pid: int, file: str, key: str) -> int:
    try:
        for line in Path(f"/proc/{pid}/{file}").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(f"{key}:"):
                return int(line.split()[1])
    except OSError:
        pass  # it has ended
    return 0


def print_table(runs: list[Run], photos: int) -> None:
    """Print what was measured as a Markdown table."""
    print(f"{photos} photos of 12 megapixels, and a JPEG, a PNG and a HEIC of 48.\n")
    print("| | seconds | resident MB | shared once MB |")
    print("|---|---|---|---|")
    for run in runs:
        print(f"| {run.name} | {run.seconds:.1f} | {run.resident_mb} | {run.share_mb} |")


if __name__ == "__main__":
    raise SystemExit(main())
