"""The command line: exit statuses, Vietnamese words on any terminal, marks on a pull request."""

import re

import pytest

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
ASCII = {
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "ascii",
}


@pytest.fixture
def wrong(project):
    """A project with one wrong figure in its article."""
    project.replace(ARTICLE, "4.875", "4.857")
    return project


def test_check_of_sound_content_says_so_and_ends_with_0(project) -> None:
    result = project.minhbach("check")
    assert result.returncode == 0
    assert result.stderr == ""
    summary, *scheduled = result.stdout.splitlines()
    assert re.search(r"1 bài", summary)
    # The build is of a day before the newest articles came out, which is told.
    assert all(line.startswith("Hẹn giờ ") for line in scheduled)


def test_check_of_wrong_content_tells_it_in_vietnamese_and_ends_with_1(wrong) -> None:
    result = wrong.minhbach("check")
    assert result.returncode == 1
    assert result.stdout == ""
    assert "LỖI" in result.stderr
    assert re.search(rf"{re.escape(ARTICLE)}:\d+:\d+", result.stderr)
    assert "“4.857" in result.stderr
    assert "4.875" in result.stderr
    assert re.search(r"1 lỗi", result.stderr)


def test_check_of_another_folder(wrong, tmp_path) -> None:
    result = wrong.python("-m", "minhbach", "check", "--root", "project", cwd=tmp_path)
    assert result.returncode == 1
    assert ARTICLE in result.stderr


def test_check_tells_all_errors_at_once(wrong) -> None:
    wrong.replace("data/campaigns/tet-nhan-ai-2025.yml", "start: 2025-01-09", "start: 2025-02-30")
    wrong.replace("docs/gioi-thieu.md", "title: Giới thiệu", "tittle: Giới thiệu")
    result = wrong.minhbach("check")
    assert result.returncode == 1
    for path in (ARTICLE, "data/campaigns/tet-nhan-ai-2025.yml", "docs/gioi-thieu.md"):
        assert path in result.stderr


@pytest.mark.parametrize("command", ["check", "stage"])
def test_plain_ascii_terminal_gets_a_report_and_no_traceback(command, wrong, tmp_path) -> None:
    arguments = [command] if command == "check" else [command, tmp_path / "tree"]
    result = wrong.minhbach(*arguments, **ASCII)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "\\u" not in result.stderr, "letters as codes cannot be read"
    assert ARTICLE in result.stderr
    assert "4.875" in result.stderr


def test_plain_ascii_terminal_gets_good_news_too(project, tmp_path) -> None:
    for arguments in (["check"], ["stage", tmp_path / "tree"], ["--help"], ["check", "--help"]):
        result = project.minhbach(*arguments, **ASCII)
        assert result.returncode == 0, result.stderr
        assert "Traceback" not in result.stderr


def test_plain_ascii_terminal_builds_the_same_site(project, real_site, snapshot) -> None:
    result = project.build(**ASCII)
    assert result.returncode == 0, result.stderr
    assert snapshot(project.site) == snapshot(real_site)


def test_pull_request_gets_marks(wrong) -> None:
    result = wrong.minhbach("check", GITHUB_ACTIONS="true")
    assert result.returncode == 1
    marks = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert len(marks) == 1
    assert re.match(rf"::error file={re.escape(ARTICLE)},line=\d+,col=\d+,title=[a-z-]+::.*4\.857", marks[0])
    assert "::error" not in wrong.minhbach("check").stdout


def test_annotations_cannot_be_forged_by_content(wrong) -> None:
    wrong.write("data/results/2024.yml", 'year: "x\\n::error file=a::b%0A::warning::c"\ntitle: t\n')
    result = wrong.minhbach("check", GITHUB_ACTIONS="true")
    assert result.returncode == 1
    for line in result.stdout.splitlines():
        assert re.match(r"::(?:error|warning) file=(?:data|docs|news)/", line), line


@pytest.mark.parametrize("arguments", [["no-such-command"], ["check", "--no-such-option"], ["stage"]])
def test_wrong_use_ends_with_2(arguments, project) -> None:
    result = project.minhbach(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_unreadable_build_time_is_told_without_a_traceback(project) -> None:
    for value in ("hôm nay", "-1e9", "99999999999999999999"):
        result = project.minhbach("check", SOURCE_DATE_EPOCH=value)
        assert result.returncode != 0
        assert "SOURCE_DATE_EPOCH" in result.stderr
        assert "Traceback" not in result.stderr


def test_schemas_kept_in_the_repository_are_those_of_the_program(project) -> None:
    result = project.minhbach("schema", "--check")
    assert result.returncode == 0, result.stderr


def test_codes_are_given_out_and_the_content_is_all_right_afterwards(project, tmp_path) -> None:
    header = "receipt,date,kind,donor,name,donor_kind,ward,consent,campaign,fund,amount_vnd,refers_to\n"
    project.write("data/funds.yml", "quy-mau: {name: Quỹ mẫu, opened: 2024-01-01, opening_vnd: 0}\n")
    project.write("data/gifts/2025.csv", header + "PT-1,2025-01-10,,,,,,,,quy-mau,5000,\n")
    private = tmp_path / "ma.csv"
    inside = project.minhbach("codes", "--to", project.root / "ma.csv", "--missing")
    unknown = project.minhbach("codes", "--to", private, "PT-2")
    assert (inside.returncode, unknown.returncode) == (1, 1), inside.stderr + unknown.stderr
    assert not private.exists()
    assert not (project.root / "data/codes").exists()
    assert project.minhbach("codes", "--to", private).returncode == 2
    given = project.minhbach("codes", "--to", private, "--missing")
    assert given.returncode == 0, given.stderr
    receipt, code = private.read_text(encoding="utf-8").splitlines()[1].split(",")
    assert receipt == "PT-1"
    written = "".join(path.read_text(encoding="utf-8") for path in (project.root / "data/codes").iterdir())
    assert written.startswith("receipt,hash\nPT-1,")
    assert code not in written + given.stdout + given.stderr
    assert project.minhbach("check").returncode == 0
    assert project.minhbach("codes", "--to", private, "PT-1").returncode == 1, "it has one already"
