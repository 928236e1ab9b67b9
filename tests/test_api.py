"""The Python interface does what the commands do, quietly."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kepu_cli
from tests.cli.process import EXAMPLES

COUNTY = EXAMPLES / "sample-county"


def test_the_whole_round(capsys: pytest.CaptureFixture[str]) -> None:
    old, new = kepu_cli.load_plan(COUNTY / "2025.yaml"), kepu_cli.load_plan(str(COUNTY / "2026.yaml"))
    assert old.plan is not None
    assert new.plan is not None
    assert "K401" in {finding.code for finding in kepu_cli.check(old).findings}
    assert next(item.row.label for item in kepu_cli.gaps(old.plan).gaps) == "认定县级科普基地"
    assert kepu_cli.compare(old.plan, old.plan).changes == ()
    compared = kepu_cli.compare(old.plan, new.plan)
    assert compared.changes
    assert [one.old.number for one in compared.carried if one.fate == "dropped"] == ["1.7"]
    assert kepu_cli.export(new.plan).startswith(b"PK")
    assert kepu_cli.export(new.plan, ".csv").startswith("\ufeff".encode())
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_done_is_raised() -> None:
    with pytest.raises(kepu_cli.KepuError):
        kepu_cli.load_plan("nowhere.yaml")
    plan = kepu_cli.load_plan(COUNTY / "2026.yaml").plan
    assert plan is not None
    with pytest.raises(ValueError, match=r"\.pdf"):
        kepu_cli.export(plan, ".pdf")
    with pytest.raises(AttributeError):
        kepu_cli.nothing_of_the_kind  # noqa: B018


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, kepu_cli; print({'pydantic', 'yaml', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def test_export_takes_options_and_what_a_check_found() -> None:
    from kepu_cli.exporters.options import Options, Sheet

    loaded = kepu_cli.load_plan(COUNTY / "2026.yaml")
    assert loaded.plan is not None
    plain = kepu_cli.export(loaded.plan)
    assert kepu_cli.export(loaded.plan, options=Options()) == plain
    assert kepu_cli.export(loaded.plan, duties=True) == kepu_cli.export(loaded.plan, options=Options(duties=True))
    assert kepu_cli.export(loaded.plan, options=Options(sheets=(Sheet.DIVISION,))) != plain
    assert kepu_cli.export(loaded.plan, report=kepu_cli.check(loaded), places=loaded.places) != plain
