"""What the documentation says of files, commands and packages, held against them."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tilts.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_of_a_page_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_subcommand_is_documented_and_no_other(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    there = set(re.findall(r"^    ([a-z]+)(?: |$)", capsys.readouterr().out, re.MULTILINE))

    table = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `tilts ([a-z]+)", table, re.MULTILINE)) == there


def test_every_direct_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"], "setuptools"]
    names = {re.match(r"[\w.-]+", each)[0] for each in wanted}
    names |= set(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"])

    page = (ROOT / "docs" / "decisions" / "0008-dependencies.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ([^|]+) \|", page, re.MULTILINE)
    told = {name for cell in cells for name in re.findall(r"[@\w][\w./-]*", re.sub(r"\(.*?\)", "", cell))}

    assert names - told == set()
