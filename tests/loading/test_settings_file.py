"""kepu.toml: found upwards, read like a plan, its mistakes told at their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.checking import check_settings
from kepu_cli.findings import Lang
from kepu_cli.loading.settings_file import NO_SETTINGS_FILE, load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.checking import Report
    from kepu_cli.loading.settings_file import SettingsFile


def _load(folder: Path, text: str | bytes) -> SettingsFile:
    (folder / "kepu.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(folder)


def _told(report: Report) -> list[str]:
    return [f"{one.code} {one.place.line}:{one.place.column}" for one in report.findings]


def test_a_folder_without_settings(tmp_path: Path) -> None:
    assert load_settings(tmp_path) is NO_SETTINGS_FILE


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    _load(tmp_path, "strict = true\n")
    below = tmp_path / "2026" / "plans"
    below.mkdir(parents=True)
    assert load_settings(below).settings.strict
    _load(tmp_path / "2026", "strict = false\n")
    assert not load_settings(below).settings.strict


@pytest.mark.parametrize(
    "text",
    [
        'strict = true\nbaseline = "old.json"\n[rules]\nK302 = "off"\nK209 = { limit = 6, severity = "warning" }\n',
        '"严格" = "是"\n"基线" = "old.json"\n["规则"]\nK302 = "关闭"\nK209 = { "上限" = 6, "级别" = "警告" }\n',
        'rules.K302 = "off"\nrules.K209.limit = 6\nrules.K209.severity = "警告"\nstrict=true\nbaseline="old.json"\n',
        (
            '\ufeffstrict = true # 说明\r\nbaseline = "old.json"\r\n[rules]\r\nK302 = "off"\r\n'
            '[rules.K209]\r\nlimit = 6\r\nseverity = "warning"\r\n'
        ),
    ],
    ids=["English", "Chinese", "dotted", "mark, CR LF, tables"],
)
def test_what_may_be_set(tmp_path: Path, text: str) -> None:
    file = _load(tmp_path, text)
    assert file.flaws == ()
    assert file.settings.strict
    assert file.settings.baseline == "old.json"
    assert file.settings.rules["K302"].severity == "off"
    assert (file.settings.rules["K209"].limit, file.settings.rules["K209"].severity) == (6, "warning")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("stirct = true\n", "K004 1:1", id="unknown key"),
        pytest.param('[rules]\nK302 = "of"\n', "K005 2:8", id="no severity"),
        pytest.param('# 一\n[rules]\n  K3O2 = "off"\n', "K005 3:10", id="no such rule"),
        pytest.param("[rules.K209]\nlimmit = 6\n", "K004 2:1", id="unknown key in a rule"),
        pytest.param("rules = 3\n", "K005 1:9", id="no table"),
        pytest.param("strict = 3\n", "K005 1:10", id="neither yes nor no"),
        pytest.param("严格 = true\n", "K002 1:1", id="Chinese name without quotes"),
        pytest.param("strict = true\n[rules]\nK302 = off\n", "K002 3:8", id="text without quotes"),
        pytest.param("strict = true\nstrict = false\n", "K002 2:15", id="twice"),
        pytest.param("[rules\n", "K002 1:7", id="open bracket"),
        pytest.param("baseline = [\n", "K002 1:13", id="the end is missing"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, told: str) -> None:
    report = check_settings(_load(tmp_path, text))
    assert _told(report) == [told]
    for lang in Lang:
        assert report.findings[0].message.in_(lang)
        assert report.findings[0].hint


def test_nesting_without_end_is_told_too(tmp_path: Path) -> None:
    for text in (
        "a = " + "[" * 50_000,
        "a = [" + "{b = [" * 5_000,
        "[a" + ".a" * 5_000 + "]\nb = 1",
        "a" + " . a" * 5_000 + " = 1",
    ):
        report = check_settings(_load(tmp_path, text))
        assert [one.code for one in report.findings] == ["K007"]


def test_one_mistake_hides_nothing_else(tmp_path: Path) -> None:
    file = _load(tmp_path, 'strict = "maybe"\n[rules]\nK302 = "off"\nK209 = "loud"\n')
    assert _told(check_settings(file)) == ["K005 1:10", "K005 4:8"]
    assert list(file.settings.rules) == ["K302"]


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    file = _load(tmp_path, '# 我县的设置，由办公室维护\n[rules]\nK302 = "关闭"\n'.encode("gb18030"))
    assert file.settings.rules["K302"].severity == "off"
    assert _told(check_settings(file)) == ["K009 1:1"]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    assert _told(check_settings(_load(tmp_path, b"\x00\xff\x00\xfe" * 9))) == ["K001 1:2"]


def test_a_key_that_is_set_twice_is_found_in_its_own_table(tmp_path: Path) -> None:
    file = _load(tmp_path, "# strict: 见下\nstrict = true\n[rules]\nK209 = {limit = 1}\nK802 = {limit = -2}\n")
    assert _told(check_settings(file)) == ["K005 5:17"]
    assert str(file.places.find(("strict",))).endswith("kepu.toml:2:10")
