"""The staged tree is what the site is built from, and staging never harms a folder that is not ours."""

import pytest
import yaml


@pytest.fixture
def staged(project, tmp_path):
    """A project and its tree staged."""
    folder = tmp_path / "tree"
    result = project.minhbach("stage", folder)
    assert result.returncode == 0, result.stderr
    assert str(folder) in result.stdout
    return project, folder


def split(text: str) -> tuple[dict[str, object], str]:
    """Return front matter and body of a staged page."""
    _start, matter, body = text.split("---\n", 2)
    return yaml.safe_load(matter), body.strip("\n")


def test_staged_pages_and_files_are_those_of_the_site(staged, real_site, real_pages) -> None:
    _chapter, folder = staged
    built = set(real_pages) - {"404.html"}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or path.name.startswith("."):
            continue
        if path.suffix == ".md":
            address = (
                name.removesuffix("index.md") if path.name == "index.md" else name.removesuffix(".md") + "/"
            )
            matter, body = split(path.read_text(encoding="utf-8"))
            assert body, name
            assert body in real_pages[address].html, name
            assert (
                str(matter["title"]) in real_pages[address].root.one("head").one("title").text
                or address == ""
            )
            built.remove(address)
        else:
            assert path.read_bytes() == (real_site / name).read_bytes(), name
    assert built == set(), "pages that are on the site but were not staged"


def test_every_download_of_the_site_is_staged(staged, real_site) -> None:
    _chapter, folder = staged
    for path in (real_site / "bieu-do").iterdir():
        assert (folder / "bieu-do" / path.name).is_file()


def test_staging_twice_changes_nothing(staged, snapshot) -> None:
    chapter, folder = staged
    before = snapshot(folder)
    (folder / "con-sot-lai.md").write_text("từ lần ghi trước", encoding="utf-8")
    result = chapter.minhbach("stage", folder, TZ="Asia/Tokyo", PYTHONHASHSEED="3")
    assert result.returncode == 0, result.stderr
    assert snapshot(folder) == before


def test_folder_with_other_files_is_refused_and_left(project, tmp_path, snapshot) -> None:
    folder = tmp_path / "giấy tờ"
    folder.mkdir()
    (folder / "quan-trong.txt").write_text("đừng xoá", encoding="utf-8")
    result = project.minhbach("stage", folder)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert str(folder) in result.stderr
    assert snapshot(folder) == {"quan-trong.txt": "đừng xoá".encode()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["giấy tờ", "project"]


def test_file_in_the_place_of_the_folder_is_refused_and_left(project, tmp_path) -> None:
    target = tmp_path / "tree"
    target.write_text("một tệp", encoding="utf-8")
    result = project.minhbach("stage", target)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert target.read_text(encoding="utf-8") == "một tệp"


def test_nothing_is_staged_when_content_has_errors(staged, snapshot, tmp_path) -> None:
    chapter, folder = staged
    before = snapshot(folder)
    chapter.replace("data/results/2024.yml", "3858", "3585")
    assert chapter.minhbach("stage", folder).returncode == 1
    assert snapshot(folder) == before
    assert chapter.minhbach("stage", tmp_path / "new").returncode == 1
    assert not (tmp_path / "new").exists()
