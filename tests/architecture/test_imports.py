"""Which part of the program knows which: the core works without MkDocs, quick commands stay quick."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from waiting import GIVE_UP_SECONDS

PACKAGE = "hooks/minhbach"
LONGEST_MODULE = 400

BLOCKED = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mkdocs", "properdocs", "material"):
            raise ImportError(f"the core imports {name}")

sys.meta_path.insert(0, Refuse())
import minhbach

OTHERS = ("minhbach.mkdocs_adapter", "minhbach.__main__")
found = pkgutil.walk_packages(minhbach.__path__, "minhbach.", onerror=lambda name: None)
core = [module.name for module in found if not module.name.startswith(OTHERS)]
assert len(core) > 40, core
for name in core:
    importlib.import_module(name)

from minhbach.cli import app
app(["stage", sys.argv[1], "--root", sys.argv[2]], standalone_mode=False)
"""

LIGHT = """
import sys
from minhbach.cli import app

try:
    app(["check", "--root", sys.argv[1]])
except SystemExit as stop:
    assert not stop.code, stop.code
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.fixture(scope="module")
def repository() -> Path:
    return Path(__file__).resolve().parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of pyproject.toml in ``folder``."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "hooks"), "PYTHONUTF8": "1", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=GIVE_UP_SECONDS,
    )


def test_core_stages_the_site_without_mkdocs(project, tmp_path, real_site) -> None:
    result = project.python("-c", BLOCKED, tmp_path / "tree", project.root)
    assert result.returncode == 0, result.stderr
    staged = {path.name for path in (tmp_path / "tree" / "bieu-do").iterdir()}
    assert staged == {path.name for path in (real_site / "bieu-do").iterdir()}


def test_core_is_caught_if_it_imports_mkdocs(project, tmp_path) -> None:
    path = f"{PACKAGE}/gather.py"
    project.write(path, project.read(path) + "\nimport mkdocs.config  # noqa\n")
    result = project.python("-c", BLOCKED, tmp_path / "tree", project.root)
    assert result.returncode != 0
    assert "the core imports mkdocs" in result.stderr


def test_check_does_not_load_what_only_drawing_needs(project) -> None:
    result = project.python("-c", LIGHT, project.root)
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.split())
    assert "minhbach" in loaded
    assert not loaded & {"matplotlib", "numpy", "mkdocs", "properdocs", "material"}


def test_contracts_of_the_layers_hold(repository) -> None:
    result = lint(repository)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("numbers/writing.py", "from minhbach.site import model"),
        ("gather.py", "import mkdocs"),
        ("records/base.py", "from minhbach.mkdocs_adapter import building"),
    ],
)
def test_contracts_catch_an_import_upwards(module, line, repository, project) -> None:
    shutil.copy2(repository / "pyproject.toml", project.root)
    path = f"{PACKAGE}/{module}"
    project.write(path, f"{project.read(path)}\n{line}\n")
    result = lint(project.root)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


def test_contracts_catch_a_module_in_no_layer(repository, project) -> None:
    shutil.copy2(repository / "pyproject.toml", project.root)
    project.write(f"{PACKAGE}/stray.py", '"""A module that no layer names."""\n')
    assert lint(project.root).returncode == 1


def test_no_module_grows_too_long(repository) -> None:
    lengths = {
        path.relative_to(repository).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (repository / PACKAGE).rglob("*.py")
    }
    assert len(lengths) > 40
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_module_says_what_it_is_for(repository) -> None:
    for path in (repository / PACKAGE).rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path
