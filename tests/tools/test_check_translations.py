"""The check finds what is not translated, and only that."""

import importlib.util
import sys
from pathlib import Path

import pytest
from babel.messages import Catalog

PATH = Path(__file__).resolve().parents[2] / "tools" / "check_translations.py"
specification = importlib.util.spec_from_file_location("check_translations", PATH)
check = importlib.util.module_from_spec(specification)
sys.modules["check_translations"] = check
specification.loader.exec_module(check)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small subject with a text of each kind."""
    subject = tmp_path / "src" / "tilts"
    (subject / "templates").mkdir(parents=True)
    (subject / "words.py").write_text(
        "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"
        'a = _("Signed")\n'
        'b = ngettext("%(days)s day", "%(days)s days", 3)\n'
        'c = pgettext("month", "May")\n'
    )
    (subject / "templates" / "page.html").write_text(
        "<h1>{% translate 'Call' %} isn't (code)</h1>\n"
        '{% button_link _("Add one") url %}{{ title|default:_("No title") }}\n'
        "{% blocktranslate count n=n %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}\n"
    )
    return subject


def test_texts_of_finds_python_and_templates(source):
    found = {(message.context, message.id) for message in check.texts_of(source) if message.id}

    assert found == {
        (None, "Signed"),
        (None, ("%(days)s day", "%(days)s days")),
        ("month", "May"),
        (None, "Call"),
        (None, "Add one"),
        (None, "No title"),
        (None, ("%(n)s row", "%(n)s rows")),
    }


def test_troubles_are_none_when_all_is_translated():
    wanted, found = Catalog(), Catalog(locale="lv")
    wanted.add(("%(days)s day", "%(days)s days"))
    found.add(("%(days)s day", "%(days)s days"), ("%(days)s diena", "%(days)s dienas", "nevienas dienas"))

    assert check.troubles(wanted, found) == []


@pytest.mark.parametrize(
    ("text", "translation", "flags", "what"),
    [
        ("Signed", "", (), "has no translation"),
        ("Signed", "Parakstīts", ("fuzzy",), "is marked fuzzy: look at it and take the mark away"),
        ("%(name)s signs", "%(vards)s paraksta", (), "has other placeholders in its translation: '%(vards)s paraksta'"),
        ("{name} signs", "paraksta", (), "has other placeholders in its translation: 'paraksta'"),
        (("%(n)s row", "%(n)s rows"), ("%(n)s rinda", "", ""), (), "lacks a plural form"),
    ],
    ids=["empty", "fuzzy", "renamed-placeholder", "lost-placeholder", "plural"],
)
def test_troubles_tell_what_is_wrong(text, translation, flags, what):
    wanted, found = Catalog(), Catalog(locale="lv")
    wanted.add(text, locations=[("src/tilts/words.py", 3)])
    found.add(text, translation, flags=flags)

    shown = text if isinstance(text, str) else text[0]
    assert check.troubles(wanted, found) == [check.Trouble(shown, "src/tilts/words.py:3", what)]


def test_troubles_tell_what_is_missing_and_what_is_left_over():
    wanted, found = Catalog(), Catalog(locale="ka")
    wanted.add("New", locations=[("src/tilts/words.py", 1)])
    found.add("Old", "ძველი")

    assert check.troubles(wanted, found) == [
        check.Trouble("New", "src/tilts/words.py:1", "is not in the catalogue"),
        check.Trouble("Old", "", "is no longer in the source"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [("%(days)s of {total}", ["days", "total"]), ("90 %% of %d", ["%d"]), ("none", [])],
    ids=["named", "percent", "none"],
)
def test_placeholders_are_read(text, names):
    assert check.placeholders(text) == names
