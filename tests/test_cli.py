"""The command `tilts` as an administrator calls it: in a process of its own, with a data folder of its own."""

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tests.core.data_folders import data_folder

#: What a test has set, and an administrator has not.
OURS = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DATABASE_OWNER_URL", "TILTS_DEMO", "TILTS_URL", "TILTS_MAIL_URL")
COMMANDS = {"run", "worker", "database", "setup", "check", "demo", "roster"}


def tilts(*arguments: object, data: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, "-m", "tilts.cli", *map(str, arguments)],
        env=environment | {"TILTS_DATA": str(data)},
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_names_every_command_and_touches_nothing(tmp_path):
    told = tilts("--help", data=tmp_path / "data")

    assert told.returncode == 0
    named = {line.split()[0] for line in told.stdout.splitlines() if line.startswith("    ") and line[4] != " "}
    assert named >= COMMANDS
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [(), ("sweep",), ("demo",)], ids=["no-command", "unknown", "without-its-folder"])
def test_a_command_that_is_none_is_refused_with_the_usage(tmp_path, arguments):
    told = tilts(*arguments, data=tmp_path / "data")

    assert told.returncode == 2
    assert told.stderr.startswith("usage: tilts")
    assert "Traceback" not in told.stderr


def test_a_fresh_installation_is_found_unfinished_is_set_up_and_is_healthy():
    with data_folder() as data:
        before = tilts("check", data=data)
        made = [tilts("setup", data=data) for _ in range(2)]
        after = tilts("check", data=data)

        stopped = not (data / "postgres" / "postmaster.pid").exists()

    assert (before.returncode, before.stdout) == (1, "✗ The tables are older than the program: run `tilts setup`.\n")
    assert [(each.returncode, each.stdout, each.stderr) for each in made] == [(0, "", "")] * 2
    assert (after.returncode, after.stdout) == (0, "✓ This installation is healthy.\n")
    assert stopped


def test_a_class_list_is_read_as_json_without_a_database(tmp_path):
    roster = tmp_path / "saraksts.xlsx"
    roster.write_bytes(files("tilts.demo").joinpath("files", "roster_lmt21.xlsx").read_bytes())

    told = tilts("roster", roster, "--json", data=tmp_path / "data")

    read = json.loads(told.stdout)
    assert told.returncode == 0
    assert {"columns", "people", "rows_to_mend"} <= read.keys()
    assert read["columns"]["Uzvārds"] == "family_name"
    assert read["people"][0] == {
        "row": 5,
        "family_name": "Ābelniece",
        "given_names": "Sintija",
        "born_on": "2004-03-09",
        "group": "LMT-21",
        "phone": "+37126100101",
        "email": "sintija.abelniece@example.org",
    }
    assert len(read["rows_to_mend"]) == 2
    assert all({"row", "column", "problem"} <= each.keys() for each in read["rows_to_mend"])
    assert not (tmp_path / "data" / "postgres").exists()


def test_a_class_list_that_is_not_there_is_said_in_a_sentence(tmp_path):
    told = tilts("roster", tmp_path / "nothing.xlsx", "--json", data=tmp_path / "data")

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.endswith("nothing.xlsx can't be opened: No such file or directory\n")
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ('{"call_year": 2021, "distance_km": 1313.5}', 0, ("final", 275)),
        ('{"call_year": 2021, "distance_km": 700, "activity": "\\ud800"}', 0, ("final", 275)),
        ("[1", 1, None),
        ("[" * 100_000, 1, None),
    ],
    ids=["case", "half-a-character", "cut-off", "too-deep"],
)
def test_grant_answers_a_case_and_refuses_what_is_no_json(tmp_path, typed, code, told):
    answered = tilts("grant", data=tmp_path / "data", typed=typed)

    assert (answered.returncode, "Traceback" in answered.stderr) == (code, False)
    if told:
        grant = json.loads(answered.stdout)
        assert (grant["status"], grant["total_eur"]) == told
    else:
        assert answered.stderr.startswith("· This is no JSON: ")
