"""What git remembers of articles that are gone: which, with what words, and since when."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from minhbach.sources import history
from minhbach.sources.history import LostArticle, Version, read_lost_articles


def known(root: Path) -> tuple[LostArticle, ...]:
    """What is lost, with its last words only."""
    lost = read_lost_articles(root)
    assert lost is not None
    return tuple(replace(article, earlier=()) for article in lost)


def paths(root: Path) -> list[str]:
    return [article.path for article in known(root)]


def test_a_removed_article_is_remembered_with_its_last_words_and_the_time(repository) -> None:
    repository.write("news/2025/a.md", "một\n")
    repository.write("news/2025/b.md")
    repository.commit()
    repository.write("news/2025/a.md", "hai\n\nba")
    repository.commit()
    removed = repository.remove("news/2025/a.md")
    repository.commit()
    assert known(repository.folder) == (LostArticle("news/2025/a.md", b"hai\n\nba", removed),)
    assert removed.tzinfo is not None


def test_nothing_is_lost_where_nothing_was_removed(repository) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    assert known(repository.folder) == ()


def test_a_removal_that_is_not_committed_has_no_time_yet(repository) -> None:
    for name in ("cu", "bo", "sua"):
        repository.write(f"news/2025/{name}.md", name)
    repository.commit()
    repository.write("news/2025/sua.md", "sửa mà chưa ghi nhận")
    (repository.folder / "news/2025/cu.md").unlink()
    repository.git("rm", "-q", "--cached", "news/2025/bo.md")
    (repository.folder / "news/2025/bo.md").unlink()
    repository.write("news/2025/chua-tung-ghi-nhan.md")
    assert known(repository.folder) == (
        LostArticle("news/2025/bo.md", b"bo", None),
        LostArticle("news/2025/cu.md", b"cu", None),
    )


def test_a_whole_folder_may_be_gone(repository) -> None:
    repository.write("news/2024/a.md")
    repository.write("news/2025/b.md")
    repository.commit()
    shutil.rmtree(repository.folder / "news/2024")
    removed = repository.commit()
    shutil.rmtree(repository.folder / "news")
    assert [(item.path, item.removed_at) for item in known(repository.folder)] == [
        ("news/2024/a.md", removed),
        ("news/2025/b.md", None),
    ]


def test_only_articles_count(repository) -> None:
    gone = ["news/2025/a.md", "news/2025/a.en.md"]
    others = [
        "news/a.md",
        "news/2025/a/b.md",
        "news/anh/a.md",
        "news/2025/a.jpg",
        "news/2025/.a.md",
        "docs/a.md",
    ]
    for path in (*gone, *others, "xa/news/2025/c.md"):
        repository.write(path)
    repository.commit()
    for folder in ("news", "docs", "xa"):
        shutil.rmtree(repository.folder / folder)
    repository.commit()
    assert paths(repository.folder) == sorted(gone)


def test_a_renamed_article_is_gone_under_its_old_name(repository) -> None:
    repository.write("news/2025/cu.md", "như nhau\n" * 30)
    repository.commit()
    repository.git("mv", "news/2025/cu.md", "news/2025/moi.md")
    repository.commit()
    assert paths(repository.folder) == ["news/2025/cu.md"]


def test_names_in_vietnamese_are_read_as_they_are(repository) -> None:
    names = ['Tết "Nhân ái" đầu năm', "dòng\nmới", " khoảng trắng ", ":100644 000000 aaa bbb D"]
    for name in names:
        repository.write(f"news/2025/{name}.md", name)
    repository.commit()
    shutil.rmtree(repository.folder / "news")
    repository.commit()
    found = {item.path: item.text.decode() for item in known(repository.folder)}
    assert found == {f"news/2025/{name}.md": name for name in names}


def test_a_name_whose_letters_are_only_composed_otherwise_is_still_there(repository) -> None:
    apart, composed = (unicodedata.normalize(form, "news/2025/tết.md") for form in ("NFD", "NFC"))
    repository.write(apart)
    repository.commit()
    (repository.folder / apart).unlink()
    repository.write(composed)
    assert paths(repository.folder) == []


def test_a_name_in_other_letter_case_is_another_name(repository) -> None:
    repository.write("news/2025/Bai.md")
    repository.commit()
    repository.git("mv", "news/2025/Bai.md", "news/2025/bai.md")
    assert paths(repository.folder) == ["news/2025/Bai.md"]


def test_the_last_of_several_removals_counts(repository) -> None:
    repository.write("news/2025/a.md", "cũ")
    repository.commit()
    repository.remove("news/2025/a.md")
    repository.write("news/2025/a.md", "mới")
    repository.commit()
    removed = repository.remove("news/2025/a.md")
    repository.commit()
    assert known(repository.folder) == (LostArticle("news/2025/a.md", "mới".encode(), removed),)


def test_an_article_that_came_back_is_not_lost(repository) -> None:
    repository.write("news/2025/a.md")
    repository.write("news/2025/b.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    repository.remove("news/2025/b.md")
    repository.write("news/2025/a.md", "lại có")
    repository.commit()
    repository.write("news/2025/b.md", "lại có, chưa ghi nhận")
    assert known(repository.folder) == ()


@pytest.mark.parametrize("work_goes_on", [True, False])
def test_a_removal_on_a_branch_happens_when_it_is_merged(repository, work_goes_on: bool) -> None:
    repository.write("news/2025/a.md", "a")
    repository.commit()
    repository.git("checkout", "-q", "-b", "nhanh")
    repository.remove("news/2025/a.md")
    repository.git("checkout", "-q", "main")
    if work_goes_on:
        repository.write("news/2025/b.md")
        repository.commit()
    repository.hours += 10
    repository.git("merge", "-q", "--no-ff", "-m", "gộp", "nhanh")
    assert known(repository.folder) == (LostArticle("news/2025/a.md", b"a", repository.now),)


def test_what_only_a_branch_ever_held_was_never_published(repository) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.git("checkout", "-q", "-b", "nhanh")
    repository.write("news/2025/nhap.md")
    repository.write("news/2025/tren-nhanh.md", "x")
    repository.commit()
    repository.remove("news/2025/nhap.md")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "gộp", "nhanh")
    removed = repository.remove("news/2025/tren-nhanh.md")
    assert known(repository.folder) == (LostArticle("news/2025/tren-nhanh.md", b"x", removed),)


def test_a_conflict_solved_by_removal_is_a_removal(repository) -> None:
    repository.write("news/2025/a.md", "gốc")
    repository.commit()
    repository.git("checkout", "-q", "-b", "nhanh")
    repository.write("news/2025/a.md", "trên nhánh")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("news/2025/a.md", "trên main")
    repository.commit()
    repository.git("merge", "-q", "--no-commit", "-s", "ours", "nhanh")
    (repository.folder / "news/2025/a.md").unlink()
    merged = repository.commit()
    assert known(repository.folder) == (LostArticle("news/2025/a.md", "trên main".encode(), merged),)


def test_links_are_no_articles_but_what_stood_there_before_is(repository) -> None:
    repository.write("news/2025/a.md", "là tệp")
    repository.write("news/2025/dich.md")
    (repository.folder / "news/2025/lien-ket.md").symlink_to("dich.md")
    repository.commit()
    (repository.folder / "news/2025/a.md").unlink()
    (repository.folder / "news/2025/a.md").symlink_to("dich.md")
    linked = repository.commit()
    assert known(repository.folder) == ()
    (repository.folder / "news/2025/lien-ket.md").unlink()
    (repository.folder / "news/2025/a.md").unlink()
    expected = (LostArticle("news/2025/a.md", "là tệp".encode(), linked),)
    assert known(repository.folder) == expected
    repository.commit()
    assert known(repository.folder) == expected


def test_a_program_file_is_a_file_like_others(repository) -> None:
    repository.write("news/2025/a.md", "a")
    (repository.folder / "news/2025/a.md").chmod(0o755)
    repository.commit()
    removed = repository.remove("news/2025/a.md")
    assert known(repository.folder) == (LostArticle("news/2025/a.md", b"a", removed),)


def test_a_chapter_may_be_a_folder_of_the_repository(repository) -> None:
    chapter = repository.folder / "hội quận"
    for path in ("hội quận/news/2025/a.md", "news/2025/b.md", "khac/news/2025/c.md", "hội quận/mkdocs.yml"):
        repository.write(path)
    repository.commit()
    for path in ("hội quận/news", "news", "khac"):
        shutil.rmtree(repository.folder / path)
    repository.commit()
    assert paths(chapter) == ["news/2025/a.md"]
    assert paths(repository.folder) == ["news/2025/b.md"]


def test_a_chapter_that_git_does_not_track_has_lost_nothing(repository) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    repository.write("build/demo/news/2025/x.md")
    assert paths(repository.folder / "build/demo") == []


def test_a_linked_work_tree_has_the_same_memory(repository, tmp_path: Path) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    repository.git("worktree", "add", "-q", "--detach", tmp_path / "cay")
    assert paths(tmp_path / "cay") == ["news/2025/a.md"]


def test_a_long_history_is_read_by_three_calls(repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each article would make every build wait."""
    for number in range(40):
        repository.write(f"news/2025/bai-{number:02}.md", str(number))
    repository.commit()
    shutil.rmtree(repository.folder / "news")
    repository.commit()
    calls: list[list[str]] = []
    run = subprocess.run

    def count(command, **options):
        calls.append(command)
        return run(command, **options)

    monkeypatch.setattr(history.subprocess, "run", count)
    assert [item.text.decode() for item in known(repository.folder)] == [str(number) for number in range(40)]
    assert len(calls) == 3


def test_earlier_words_are_remembered_with_the_time_they_ended(repository) -> None:
    repository.write("news/2025/a.md", "một")
    repository.commit()
    repository.write("news/2025/a.md", "hai")
    changed = repository.commit()
    repository.remove("news/2025/a.md")
    repository.commit()
    (lost,) = read_lost_articles(repository.folder) or ()
    assert lost.text == b"hai"
    assert lost.earlier == (Version("một".encode(), changed),)


def test_the_past_of_what_is_still_there_is_told_when_asked_for(repository) -> None:
    repository.write("news/2025/a.md", "một")
    repository.commit()
    repository.write("news/2025/a.md", "hai")
    changed = repository.commit()
    repository.write("news/2025/a.md", "ba")
    assert read_lost_articles(repository.folder) == ()
    (kept,) = read_lost_articles(repository.folder, {"news/2025/a.md", "news/2025/moi.md"}) or ()
    assert kept == LostArticle("news/2025/a.md", b"hai", None, (Version("một".encode(), changed),))
