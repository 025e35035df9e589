"""The scripts that set a machine up, run against stand-ins for Python, apt-get and the rest."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ["bash", "cat", "cmp", "cp", "dirname", "grep", "mkdir", "mktemp", "rm", "sh", "tail", "tee", "touch"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for make, on Linux and macOS")

PYTHON = """#!/bin/sh
case "$*" in
    *"version_info < (3, 11)"*) [ ! -e "$STATE/old-python" ] ;;
    *"import ensurepip"*) [ -e "$STATE/has-venv" ] ;;
    *"%d.%d-venv"*) echo python3.11-venv ;;
    "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-c import pip") true ;;
    "-m pip install"*) echo "$*" >>"$STATE/pip" && [ ! -e "$STATE/no-network" ] ;;
    "-m playwright --version") [ ! -e "$STATE/no-libatomic" ] ;;
    "-m playwright install"*) echo "$*" >>"$STATE/playwright" && false ;;
    *) false ;;
esac
"""
APT_GET = """#!/bin/sh
echo "$*" >>"$STATE/apt"
case $1 in
    update) [ ! -e "$STATE/mirror-down" ] || { rm "$STATE/mirror-down"; exit 1; } ;;
    install)
        touch "$STATE/has-venv"
        rm -f "$STATE/no-libatomic"
        for package; do :; done
        [ "$package" != "$(cat "$STATE/unknown-package" 2>/dev/null)" ] || exit 100
        cp "$STATE/browser" "$STATE/../bin/$package" 2>/dev/null || true
        ;;
esac
"""
BROWSER = "#!/bin/sh\necho 'Chromium 150.0'\n"
SHOP = "#!/bin/sh\necho 'chromium must be installed from the shop' >&2\nexit 1\n"


@dataclass
class Machine:
    """A copy of the scripts on a machine that has only what the test gives it."""

    folder: Path

    @property
    def bin(self) -> Path:
        return self.folder / "bin"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    def program(self, name: str, text: str) -> None:
        path = self.bin / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def say(self, name: str, text: str = "") -> None:
        (self.state / name).write_text(text, encoding="utf-8")

    def calls(self, name: str) -> list[str]:
        path = self.state / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def run(self, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / command[0], *command[1:]],
            env={
                "PATH": str(self.bin),
                "STATE": str(self.state),
                "OS_RELEASE": str(self.state / "os"),
                **env,
            },
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.bin.mkdir()
    made.state.mkdir()
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci", ignore=shutil.ignore_patterns("node_modules"))
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, tool
        (made.bin / tool).symlink_to(found)
    made.program("sleep", "#!/bin/sh\n")
    made.program("id", "#!/bin/sh\necho 0\n")
    made.program("python3", PYTHON)
    made.program("apt-get", APT_GET)
    made.say("has-venv")
    made.say("os", "ID=debian\n")
    for lock in ("requirements.lock", "requirements-test.lock"):
        (tmp_path / lock).write_text(f"{lock} 1\n", encoding="utf-8")
    return made


def test_the_first_run_installs_the_lock_with_its_hashes(machine: Machine) -> None:
    done = machine.run(".ci/setup", "requirements.lock")
    assert done.returncode == 0, done.stderr
    [call] = machine.calls("pip")
    assert call.endswith("--require-hashes -r requirements.lock")


def test_a_second_run_installs_nothing_and_says_nothing(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements.lock")
    again = machine.run(".ci/setup", "requirements.lock")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert len(machine.calls("pip")) == 1


def test_what_tests_need_is_added_to_what_is_there(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements.lock")
    (machine.folder / ".venv" / "kept").touch()
    machine.run(".ci/setup", "requirements-test.lock")
    machine.run(".ci/setup", "requirements.lock")
    assert [call.split()[-1] for call in machine.calls("pip")] == [
        "requirements.lock",
        "requirements-test.lock",
    ]
    assert (machine.folder / ".venv" / "kept").exists()


def test_a_changed_lock_makes_the_environment_anew(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements.lock")
    (machine.folder / ".venv" / "left-over").touch()
    (machine.folder / "requirements.lock").write_text("requirements.lock 2\n", encoding="utf-8")
    assert machine.run(".ci/setup", "requirements.lock").returncode == 0
    assert len(machine.calls("pip")) == 2
    assert not (machine.folder / ".venv" / "left-over").exists()


def test_an_old_python_is_refused_in_one_line_vietnamese_first(machine: Machine) -> None:
    machine.say("old-python")
    refused = machine.run(".ci/setup", "requirements.lock")
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert line.startswith("Cần Python 3.11")
    assert "Python 3.11 or newer" in line
    assert not (machine.folder / ".venv").exists()


def test_a_newer_python_under_another_name_is_found(machine: Machine) -> None:
    machine.program("python3", "#!/bin/sh\nexit 1\n")
    machine.program("python3.12", PYTHON)
    assert machine.run(".ci/setup", "requirements.lock").returncode == 0
    assert (machine.folder / ".venv" / "bin" / "python").exists()


def test_root_gets_a_missing_venv_package_installed(machine: Machine) -> None:
    (machine.state / "has-venv").unlink()
    done = machine.run(".ci/setup", "requirements.lock")
    assert done.returncode == 0, done.stderr
    assert machine.calls("apt") == ["update", "install -y --no-install-recommends python3.11-venv"]


def test_others_are_told_the_one_command_that_brings_venv(machine: Machine) -> None:
    (machine.state / "has-venv").unlink()
    machine.program("id", "#!/bin/sh\necho 1000\n")
    stopped = machine.run(".ci/setup", "requirements.lock")
    assert stopped.returncode == 1
    assert stopped.stderr.splitlines()[-1].strip() == "sudo apt-get install -y python3.11-venv"
    assert (machine.calls("apt"), machine.calls("pip")) == ([], [])
    assert not (machine.folder / ".venv").exists()


def test_a_failing_package_mirror_is_tried_again(machine: Machine) -> None:
    machine.say("mirror-down")
    assert machine.run(".ci/apt-install", "make").returncode == 0
    assert machine.calls("apt") == ["update", "update", "install -y --no-install-recommends make"]


def test_a_failing_download_is_tried_again_and_then_reported(machine: Machine) -> None:
    machine.say("no-network")
    failed = machine.run(".ci/setup", "requirements.lock")
    assert failed.returncode == 1
    assert len(machine.calls("pip")) == 4
    (machine.state / "no-network").unlink()
    assert machine.run(".ci/setup", "requirements.lock").returncode == 0


def test_a_browser_that_does_not_start_is_passed_over(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.program("chromium-browser", SHOP)
    machine.program("google-chrome-stable", BROWSER)
    found = machine.run(".ci/chromium")
    assert found.stdout.strip() == str(machine.bin / "google-chrome-stable")


def test_the_browser_asked_for_is_the_one_used(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.program("chromium", BROWSER)
    machine.program("mine", BROWSER)
    assert machine.run(".ci/chromium", CHROMIUM=str(machine.bin / "mine")).stdout.strip().endswith("/mine")


def test_a_browser_asked_for_that_does_not_start_is_an_error(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.program("chromium", BROWSER)
    refused = machine.run(".ci/chromium", CHROMIUM="/nowhere/chrome")
    assert refused.returncode == 1
    assert "/nowhere/chrome" in refused.stderr


def test_root_on_debian_gets_a_browser_installed(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.say("browser", BROWSER)
    (machine.state / "browser").chmod(0o755)
    done = machine.run(".ci/chromium")
    assert done.stdout.strip() == str(machine.bin / "chromium-headless-shell"), done.stderr
    assert machine.calls("apt")[-1].endswith(" chromium-headless-shell")


def test_an_older_debian_gets_the_whole_browser(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.say("browser", BROWSER)
    (machine.state / "browser").chmod(0o755)
    machine.say("unknown-package", "chromium-headless-shell")
    done = machine.run(".ci/chromium")
    assert done.stdout.strip() == str(machine.bin / "chromium"), done.stderr


def test_the_library_that_playwright_needs_is_installed_for_root(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.say("no-libatomic")
    machine.program("chromium", BROWSER)
    assert machine.run(".ci/chromium").stdout.strip() == str(machine.bin / "chromium")
    assert machine.calls("apt")[-1].endswith(" libatomic1")


def test_others_are_told_which_library_playwright_needs(machine: Machine) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.say("no-libatomic")
    machine.program("chromium", BROWSER)
    machine.program("id", "#!/bin/sh\necho 1000\n")
    stopped = machine.run(".ci/chromium")
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert stopped.stderr.strip().endswith("sudo apt-get install -y libatomic1")


@pytest.mark.parametrize(
    ("system", "advice"), [("debian", "apt-get install -y chromium"), ("ubuntu", "playwright")]
)
def test_others_are_told_in_one_line_which_browser_to_install(
    machine: Machine, system: str, advice: str
) -> None:
    machine.run(".ci/setup", "requirements-test.lock")
    machine.say("os", f"ID={system}\n")
    machine.program("id", "#!/bin/sh\necho 1000\n")
    stopped = machine.run(".ci/chromium")
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert advice in stopped.stderr.splitlines()[-1]
    assert machine.calls("apt") == []


@pytest.mark.parametrize(
    ("closing", "make_status", "passes"),
    [
        ("===== 12 passed, 1 skipped in 3.21s =====", 0, True),
        ("===== 1 failed, 11 passed in 3.21s =====", 2, False),
        ("===== no tests ran in 0.01s =====", 2, False),
        ("===== 4 skipped in 0.50s =====", 0, False),
    ],
)
def test_ci_ends_with_the_closing_line_and_fails_unless_tests_passed(
    machine: Machine, closing: str, make_status: int, passes: bool
) -> None:
    machine.program("git", "#!/bin/sh\n")
    machine.program("make", f"#!/bin/sh\necho '{closing}'\nexit {make_status}\n")
    (machine.bin / "bash").unlink()
    bash = shutil.which("bash")
    assert bash
    ran = subprocess.run(
        [bash, machine.folder / ".ci" / "run"],
        env={"PATH": str(machine.bin)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode == 0) is passes
    assert ran.stdout.splitlines()[-1] == closing


def test_ci_installs_what_a_bare_debian_lacks(machine: Machine) -> None:
    (machine.bin / "python3").unlink()
    machine.program("git", "#!/bin/sh\n")
    bash = shutil.which("bash")
    assert bash
    env = {"PATH": str(machine.bin), "STATE": str(machine.state)}
    subprocess.run([bash, machine.folder / ".ci" / "run"], env=env, capture_output=True, check=False)
    assert machine.calls("apt") == [
        "update",
        "install -y --no-install-recommends ca-certificates python3 python3-venv make",
    ]
