"""A folder of plans over several processes: byte for byte what one process tells, whatever stands in the folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import yaml

from kepu_cli.checking import check
from kepu_cli.commands import many_files
from kepu_cli.commands.many_files import processes_for
from kepu_cli.commands.one_file import FoundFile
from kepu_cli.loading import load
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.yaml_source.source import read_source
from tests.cli.process import EXAMPLES, ROOT, Ran, kepu

CASES = ROOT / "tests" / "rules" / "cases"
PLAN = "方案: %s方案\n年度: 2026\n地区: 示例县\n成员单位: 名册.yaml\n重点任务:\n"
ACTION = "  - {名称: 科普进校园, 牵头单位: %s, 责任单位: 县科协, 完成时限: 年底前}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Findings of every kind: the rules' own cases, the examples, files that are none, settings with a slip."""
    home = tmp_path_factory.mktemp("many")
    (home / "cases").mkdir()
    for case in CASES.iterdir():
        shutil.copy(min(case.glob("*.yaml")), home / "cases" / f"{case.name}.yaml")
    for name in ("shifang-2007", "sample-county"):
        shutil.copytree(EXAMPLES / name, home / name, ignore=shutil.ignore_patterns("*.md"))
    (home / "sample-county" / "kepu.toml").write_text('strict = true\n"规责" = 1\n', "utf-8")
    odd = home / "odd"
    odd.mkdir()
    (odd / "broken.yaml").write_text("方案: [示例\n年度: 2026\n", "utf-8")
    (odd / "binary.yaml").write_bytes(bytes(range(256)))
    (odd / "legacy.yaml").write_bytes((PLAN % "旧").encode("gb18030"))
    (odd / "foreign.yaml").write_text("services: {web: 1}\n", "utf-8")
    (odd / "empty.yml").touch()
    (odd / "nowhere.yaml").symlink_to("missing")
    (odd / "名册.yaml").write_text("名册: 示例\n成员单位: [县教育局, 县科协, 县科协]\n单位: 3\n", "utf-8")
    for name, lead in (("甲", "县教育局"), ("乙", "县科协"), ("丙", "县文爱办")):
        (odd / f"{name}.yaml").write_text(PLAN % name + ACTION % lead, "utf-8")
    return home


FORMS = ((), ("--strict", "--rule", "K201", "--rule", "K005"), ("--together", "--all"), ("--format", "json"))


@pytest.mark.parametrize("more", FORMS, ids=" ".join)
def test_two_processes_tell_what_one_tells(more: tuple[str, ...], folder: Path) -> None:
    one, two = (_run(folder, "--jobs", jobs, *more) for jobs in "12")
    assert one == two
    assert (one.code, one.err) == (1, "")
    assert "K201" in one.out


def test_every_odd_file_is_told(folder: Path) -> None:
    told = _run(folder, "--jobs", "2", "--all", "--together").out
    for text in ("broken.yaml", "binary.yaml", "nowhere.yaml", "kepu.toml:2", "K009", "K801", "    1 | 方案: [示例"):
        assert text in told
    assert "foreign.yaml" not in told


def test_a_baseline_is_written_and_read_alike(folder: Path, tmp_path: Path) -> None:
    names = [tmp_path / f"{jobs}.json" for jobs in "12"]
    for jobs, name in zip("12", names, strict=True):
        assert _run(folder, "--jobs", jobs, "--baseline", str(name), "--write-baseline").code == 0
    one, two = (name.read_bytes() for name in names)
    assert one == two
    one_again, two_again = (_run(folder, "--jobs", jobs, "--baseline", str(names[0])) for jobs in "12")
    assert one_again == two_again
    assert one_again.code == 0


def test_a_named_file_that_is_not_there_ends_both_alike(folder: Path) -> None:
    one, two = (kepu("validate", "cases", "none.yaml", "odd", "--jobs", jobs, cwd=folder) for jobs in "12")
    assert one == two
    assert (one.code, one.out) == (2, "")
    assert "none.yaml" in one.err


def test_mending_is_the_same_with_any_number(folder: Path, tmp_path: Path) -> None:
    homes = [tmp_path / jobs for jobs in "12"]
    for home in homes:
        shutil.copytree(folder, home, symlinks=True)
    one, two = (kepu("validate", ".", "--fix", "--jobs", home.name, cwd=home) for home in homes)
    assert one == two
    assert "已改好" in one.err
    texts = [{path.relative_to(home): path.read_bytes() for path in _files(home)} for home in homes]
    assert texts[0] == texts[1]


def test_standard_input_may_be_among_the_names(folder: Path) -> None:
    plan = (PLAN % "丁" + ACTION % "县妇联").replace("名册.yaml", "[县妇联, 县科协]").encode()
    one, two = (
        kepu("validate", "odd", "-", "--together", "--all", "--jobs", jobs, cwd=folder, stdin=plan) for jobs in "12"
    )
    assert one == two
    assert "<标准输入>:6" in one.out
    assert "6 |   - {名称: 科普进校园, 牵头单位: 县妇联" in one.out


@pytest.mark.parametrize("wrong", ["0", "-3"])
def test_less_than_one_process_is_refused(wrong: str, folder: Path) -> None:
    ran = _run(folder, "--jobs", wrong)
    assert (ran.code, ran.out, ran.err) == (2, "", f"kepu：--jobs 至少是 1，不是 {wrong}\n")


def test_few_or_small_files_stay_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_files, "_processors", lambda: 8)
    monkeypatch.setattr(many_files, "_can_fork", lambda: True)
    assert processes_for([]) == processes_for(_sized(tmp_path, 1, 9_000_000)) == 1
    assert processes_for(_sized(tmp_path, 99, 8_000)) == 1
    assert processes_for(_sized(tmp_path, 100, 8_000)) == 8
    assert processes_for(_sized(tmp_path, 500, 100)) == 1
    assert processes_for(_sized(tmp_path, 2, 3_000_000)) == 8
    monkeypatch.setattr(many_files, "_can_fork", lambda: False)
    assert processes_for(_sized(tmp_path, 299, 8_000)) == 1
    assert processes_for(_sized(tmp_path, 300, 8_000)) == 8


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_ctrl_c_ends_every_process_without_a_word(tmp_path: Path) -> None:
    run, children = _long_run(tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"")
    assert not any(map(_is_alive, children))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_no_process_stays_when_the_first_is_killed(tmp_path: Path) -> None:
    run, children = _long_run(tmp_path)
    run.kill()
    # Their ends of the pipes close only with them, a moment before they are gone.
    run.communicate(timeout=20)
    assert _are_gone(children)


def test_the_pure_parser_finds_what_the_c_parser_finds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [path for path in _files(folder) if path.suffix == ".yaml" and path.exists()]
    fast = [check(load_file(path)) for path in plans]
    load._kept_source.cache_clear()
    monkeypatch.setattr(load, "read_source", partial(read_source, loader=yaml.SafeLoader))
    slow = [check(load_bytes(path.read_bytes(), str(path), path.parent)) for path in plans]
    assert [report.findings for report in fast] == [report.findings for report in slow]


def _run(folder: Path, *more: str) -> Ran:
    return kepu("validate", ".", *more, cwd=folder)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _sized(folder: Path, count: int, size: int) -> list[FoundFile]:
    names = [folder / f"{size}-{number}" for number in range(count)]
    for name in names:
        with name.open("wb") as file:
            file.truncate(size)
    return [FoundFile(str(name), in_folder=True) for name in names]


def _long_run(folder: Path) -> tuple[subprocess.Popen[bytes], list[str]]:
    """A check that takes long enough to be stopped, and the processes that help it."""
    text = PLAN.replace("名册.yaml", "[县教育局, 县科协]") % "长" + ACTION % "县教育局" * 800
    for number in range(400):
        (folder / f"{number}.yaml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "kepu_cli", "validate", str(folder), "--jobs", "2"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    return run, _children_of(run.pid, 2)


def _are_gone(pids: list[str]) -> bool:
    for _ in range(500):
        if not any(map(_is_alive, pids)):
            return True
        time.sleep(0.01)
    return False


def _is_alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _children_of(pid: int, count: int) -> list[str]:
    """The processes that a process has started, once there are so many."""
    for _ in range(1000):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        if len(children) >= count:
            return children
        time.sleep(0.01)
    raise AssertionError(children)
