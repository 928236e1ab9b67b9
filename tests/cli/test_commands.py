"""Each command as a process: exit codes, where its output goes, what it leaves on disk."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.process import EXAMPLES, kepu

SHIFANG = EXAMPLES / "shifang-2007" / "plan.yaml"
CLEAN = EXAMPLES / "sample-county" / "2026.yaml"
OLD = EXAMPLES / "sample-county" / "2025.yaml"
COMMANDS = ("init", "validate", "gaps", "show", "export", "diff", "fmt", "rules", "explain", "schema", "completion")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shifang example to work in."""
    return Path(shutil.copytree(SHIFANG.parent, tmp_path / "shifang"))


def _fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 0),
        (("--version",), 0),
        (("--help",), 0),
        (("validate", CLEAN), 0),
        (("validate", CLEAN, "--strict"), 0),
        (("validate", OLD), 1),
        (("validate", SHIFANG), 1),
        (("validate", "nowhere.yaml"), 2),
        (("validate",), 2),
        (("validate", CLEAN, "--nonsense"), 2),
        (("validate", CLEAN, "--rule", "K999"), 2),
        (("nonsense",), 2),
        (("gaps", CLEAN), 0),
        (("gaps", EXAMPLES / "wuyi-policy" / "plan.yaml"), 1),
        (("show", SHIFANG), 0),
        (("show", SHIFANG, "--department", "市外星局"), 2),
        (("diff", OLD, CLEAN), 0),
        (("diff", OLD, CLEAN, "--exit-code"), 1),
        (("diff", CLEAN, CLEAN, "--exit-code"), 0),
        (("rules",), 0),
        (("explain", "k201"), 0),
        (("explain", "K999"), 2),
        (("schema",), 0),
        (("schema", "nonsense"), 2),
        (("export", CLEAN), 2),
        (("export", CLEAN, "-o", "plan.pdf"), 2),
        (("--lang", "fr"), 2),
    ],
    ids=lambda value: " ".join(getattr(part, "name", str(part)) for part in value) if isinstance(value, tuple) else "",
)
def test_exit_codes(args: tuple[str | Path, ...], code: int) -> None:
    ran = kepu(*args)
    assert ran.code == code, ran
    assert "Traceback" not in ran.out + ran.err
    if code == 2:
        assert ran.err
        assert not ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_the_readers_language(command: str) -> None:
    zh, en = kepu(command, "--help").out, kepu(command, "--help", lang="en").out
    assert zh.startswith("用法：kepu")
    assert en.startswith("Usage: kepu")
    assert not any("\u4e00" <= char <= "\u9fff" for char in en.replace("什邡市", ""))
    assert all(len(line.encode("gbk", "replace")) <= 80 for line in zh.splitlines())


def test_lang_may_stand_anywhere() -> None:
    assert kepu("validate", CLEAN, "--lang", "en").out == kepu("--lang=en", "validate", CLEAN).out
    assert "1 info" in kepu("validate", CLEAN, "--lang", "en").out


@pytest.mark.parametrize("command", ["validate", "gaps", "show"])
def test_looking_writes_nothing(command: str, folder: Path) -> None:
    before = _fingerprint(folder)
    kepu(command, "plan.yaml", cwd=folder)
    assert _fingerprint(folder) == before


def test_validate_reads_standard_input_with_references_from_here(folder: Path) -> None:
    by_name = json.loads(kepu("validate", "plan.yaml", "--format", "json", cwd=folder).out)
    piped = json.loads(
        kepu("validate", "-", "--format", "json", cwd=folder, stdin=(folder / "plan.yaml").read_bytes()).out
    )
    assert [(item["code"], item["line"]) for item in piped["findings"]] == [
        (item["code"], item["line"]) for item in by_name["findings"]
    ]
    assert piped["files"] == ["<标准输入>"]


def test_validate_takes_a_folder_and_passes_over_rosters(folder: Path) -> None:
    files = json.loads(kepu("validate", ".", "--format", "json", cwd=folder).out)["files"]
    assert files == ["corrected.yaml", "plan-en.yaml", "plan.yaml"]


def test_an_unreadable_file_in_a_folder_is_a_finding(folder: Path) -> None:
    (folder / "broken.yaml").symlink_to(folder / "nowhere.yaml")
    report = json.loads(kepu("validate", ".", "--format", "json", cwd=folder).out)
    assert [(item["code"], item["file"]) for item in report["findings"] if item["code"] == "K001"] == [
        ("K001", "broken.yaml")
    ]


def test_validate_json_has_the_documented_form() -> None:
    report = json.loads(kepu("validate", SHIFANG, "--format", "json").out)
    assert list(report) == ["schema", "files", "findings", "summary"]
    assert report["schema"] == 1
    assert set(report["findings"][0]) == {
        "code", "name", "severity", "message", "hint", "file", "line", "column", "path",
    }  # fmt: skip
    assert set(report["summary"]) == {"errors", "warnings", "infos", "waived"}
    assert report["summary"]["errors"] == 7


def test_a_folder_without_a_plan_is_not_passed_as_clean(tmp_path: Path) -> None:
    (tmp_path / "departments.yaml").write_text("成员单位: [县科协]", encoding="utf-8")
    ran = kepu("validate", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "没有方案" in ran.err


def test_a_broken_file_shows_its_line_too(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("方案: 甲\n年度：2026\n", encoding="utf-8")
    ran = kepu("validate", "plan.yaml", cwd=tmp_path)
    assert "    2 | 年度：2026\n      |     ^^\n" in ran.out


def test_without_an_output_stream_nothing_breaks() -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m kepu_cli show {SHIFANG} >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False, cwd=CLEAN.parent).returncode == 0


def test_one_rule_alone() -> None:
    report = json.loads(kepu("validate", SHIFANG, "--rule", "k206", "--format", "json").out)
    assert [item["code"] for item in report["findings"]] == ["K206"]


def test_a_rule_that_is_off_runs_when_asked_for() -> None:
    report = json.loads(kepu("validate", SHIFANG, "--rule", "K210", "--format", "json").out)
    assert {item["code"] for item in report["findings"]} == {"K210"}


@pytest.mark.parametrize(("key", "typo", "lang"), [("牵头单位", "牵头单们", "zh"), ("lead", "laed", "en")])
def test_a_typo_in_a_key_is_one_finding_with_the_right_key(key: str, typo: str, lang: str, folder: Path) -> None:
    name = "plan.yaml" if lang == "zh" else "plan-en.yaml"
    plan = folder / name
    before = json.loads(kepu("validate", name, "--all", "--format", "json", cwd=folder, lang=lang).out)["findings"]
    plan.write_text(plan.read_text(encoding="utf-8").replace(f"{key}:", f"{typo}:", 1), encoding="utf-8")
    after = json.loads(kepu("validate", name, "--all", "--format", "json", cwd=folder, lang=lang).out)["findings"]
    assert len(after) == len(before) + 1
    (new,) = [item for item in after if item["code"] == "K004"]
    assert typo in new["message"]
    assert key in new["hint"]


def test_gaps_of_the_fifteen_measures() -> None:
    report = json.loads(kepu("gaps", EXAMPLES / "wuyi-policy" / "plan.yaml", "--format", "json").out)
    assert list(report)[:4] == ["schema", "gaps", "idle", "outline"]
    grades = [gap["grade"] for gap in report["gaps"]]
    assert grades.count("nobody") == 1
    assert grades.count("no-lead") == 6
    assert len(grades) == 7
    assert report["summary"]["covered"] == 8
    (nobody,) = [gap for gap in report["gaps"] if gap["grade"] == "nobody"]
    assert "统计" in nobody["name"]
    assert set(nobody) >= {"item", "name", "grade", "file", "line"}


def test_export_refuses_to_overwrite_without_force(folder: Path) -> None:
    target = folder / "分工表.xlsx"
    assert kepu("export", "plan.yaml", "-o", target.name, cwd=folder).code == 0
    first = target.read_bytes()
    target.write_bytes(b"mine")
    again = kepu("export", "plan.yaml", "-o", target.name, cwd=folder)
    assert again.code == 2
    assert "--force" in again.err
    assert target.read_bytes() == b"mine"
    assert kepu("export", "plan.yaml", "-o", target.name, "--force", cwd=folder).code == 0
    assert target.read_bytes() == first


@pytest.mark.parametrize("victim", ["plan.yaml", "departments.yaml"])
def test_export_never_replaces_its_own_sources(victim: str, folder: Path) -> None:
    source = folder / victim
    source.rename(folder / "kept.xlsx")
    (folder / victim).symlink_to("kept.xlsx")
    before = _fingerprint(folder)
    ran = kepu("export", "plan.yaml", "-o", "kept.xlsx", "--force", cwd=folder)
    assert ran.code == 2, ran
    assert _fingerprint(folder) == before


def test_export_as_json_has_the_documented_form(tmp_path: Path) -> None:
    target = tmp_path / "ledger.json"
    assert kepu("export", CLEAN, "-o", target).code == 0
    document = json.loads(target.read_text(encoding="utf-8"))
    assert list(document) == ["schema", "plan", "items", "ledger"]
    assert set(document["items"][0]) >= {"path", "level", "id", "name", "kind", "due"}
    assert set(document["ledger"][0]) == {"item", "department", "role", "basis"}


def test_export_as_csv_opens_in_excel(tmp_path: Path) -> None:
    target = tmp_path / "ledger.csv"
    assert kepu("export", CLEAN, "-o", target).code == 0
    data = target.read_bytes()
    assert data.startswith("\ufeff".encode())
    assert data.endswith(b"\r\n")
    assert "县教育局" in data.decode("utf-8-sig")


def test_export_of_a_plan_with_errors_says_how_many(folder: Path) -> None:
    ran = kepu("export", "plan.yaml", "-o", "out.csv", cwd=folder)
    assert ran.code == 0
    assert "7 个错误" in ran.err
    assert not ran.out


def test_export_of_a_file_that_is_no_plan_is_told_with_its_findings(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("方案: [\n", encoding="utf-8")
    ran = kepu("export", "plan.yaml", "-o", "out.xlsx", cwd=tmp_path)
    assert ran.code == 1
    assert "K002" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_init_gives_a_plan_that_validates(tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        home = tmp_path / lang
        assert kepu("init", home, lang=lang).code == 0
        assert kepu("validate", home / "plan.yaml", lang=lang).code == 0


@pytest.mark.parametrize("outline", ["2021", "2006"])
def test_init_lays_out_an_outline(outline: str, tmp_path: Path) -> None:
    assert kepu("init", tmp_path / "new", "--outline", outline, "--region", "什邡市").code == 0
    ran = kepu("validate", tmp_path / "new" / "plan.yaml", "--format", "json")
    assert json.loads(ran.out)["summary"]["errors"] == 0


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("mine", encoding="utf-8")
    ran = kepu("init", tmp_path)
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "mine"


def test_show_one_department_under_any_of_its_names() -> None:
    by_name = kepu("show", SHIFANG, "--department", "市团委").out
    assert kepu("show", SHIFANG, "--department", "团市委").out == by_name
    assert "责任 6 项" in by_name


def test_output_to_a_closed_pipe_is_quiet() -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m kepu_cli rules | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=CLEAN.parent)
    assert done.stderr == b""


def test_init_tells_that_the_region_names_no_level(tmp_path: Path) -> None:
    ran = kepu("init", tmp_path / "new", "--region", "什邡")
    assert (ran.code, ran.out) == (0, "")
    assert "“什邡”没有写明是市、县还是区" in ran.err
    assert "没有写明" not in kepu("init", tmp_path / "new", "--region", "什邡市", "--force").err
