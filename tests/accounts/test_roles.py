"""The one table of who may what, and that everything asks for what stands in it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from tilts.accounts.guard import school_page
from tilts.accounts.roles import LABELS, MATRIX, Role, allowed
from tilts.web import slots

SOURCES = [path for path in Path(settings.PACKAGE).rglob("*") if path.suffix in {".py", ".html"}]


def patterns(resolver=None):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from patterns(pattern)


def test_every_permission_has_a_label_and_at_least_one_role():
    assert list(LABELS) == list(MATRIX)
    assert [permission for permission, roles in MATRIX.items() if not roles] == []
    assert len({str(label) for label in LABELS.values()}) == len(LABELS)


def test_the_coordinator_may_everything_but_sign_for_the_school():
    assert [permission for permission, roles in MATRIX.items() if Role.COORDINATOR not in roles] == ["signing.sign"]


def test_who_may_change_a_subject_may_see_it():
    changing = {name for name in MATRIX if name.endswith((".change", ".rates", ".print"))}

    assert {name: MATRIX[name] - MATRIX[f"{name.partition('.')[0]}.view"] for name in changing} == dict.fromkeys(
        changing, frozenset()
    )


@pytest.mark.parametrize(
    ("roles", "permission", "may"),
    [
        ({Role.FINANCE}, "projects.rates", True),
        ({Role.TEACHER}, "projects.rates", False),
        ({Role.TEACHER, Role.FINANCE}, "projects.rates", True),
        (set(), "accounts.view", False),
    ],
    ids=["may", "may-not", "any-of-several", "no-role"],
)
def test_allowed_asks_the_table(roles, permission, may):
    assert allowed(roles, permission) is may


def test_a_permission_that_is_not_in_the_table_is_an_error():
    with pytest.raises(KeyError, match=r"partners\.steal"):
        allowed({Role.COORDINATOR}, "partners.steal")
    with pytest.raises(KeyError, match=r"partners\.steal"):
        school_page("partners.steal")


def test_every_page_and_every_part_of_a_page_asks_for_a_permission_of_the_table():
    of_pages = {permission for each in patterns() if (permission := getattr(each.callback, "permission", None))}
    of_parts = {entry.permission for entries in slots._registered.values() for entry in entries} - {None}

    assert of_pages - MATRIX.keys() == set()
    assert of_parts - MATRIX.keys() == set()
    assert of_pages > {"partners.view", "mobilities.print"}


def test_every_permission_that_is_asked_for_by_name_is_in_the_table_and_every_one_of_the_table_is_asked_for():
    asked = re.compile(
        r"""may\("([a-z]+\.[a-z]+)"\)|"([a-z]+\.[a-z]+)" in may|permission="([a-z]+\.[a-z]+)"|"""
        r"""school_page\("([a-z]+\.[a-z]+)"\)|, "([a-z]+\.view)"\)"""
    )
    names = {
        name
        for path in SOURCES
        for groups in asked.findall(path.read_text(encoding="utf-8"))
        for name in groups
        if name
    }

    assert names == set(MATRIX)
