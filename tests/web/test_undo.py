"""What was just removed comes back once, for whom and where it was removed, for a quarter of an hour."""

from dataclasses import dataclass

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import IntegrityError
from django.http import HttpRequest
from django.test import RequestFactory

from tilts.accounts.models import School
from tilts.web import undo
from tilts.web.components.page import undo_of


@dataclass
class Place:
    pk: int


@pytest.fixture
def put_back(monkeypatch):
    """The rows that came back."""
    rows = []
    monkeypatch.setitem(undo._kinds, "web.school", undo._Kind(rows.append, "accounts.view"))
    return rows


def request_in(school: int = 1, *, may: bool = True) -> HttpRequest:
    request = RequestFactory().post("/undo/")
    request.session = {}
    request.school = Place(school)
    request.may = lambda permission: may
    request._messages = FallbackStorage(request)
    return request


@pytest.mark.django_db
def test_a_removed_row_comes_back_once(put_back):
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7, name="Kutaisi"))

    row = undo.take_back(request, kept.token)

    assert (put_back, row.pk, row.name) == ([row], 7, "Kutaisi")
    with pytest.raises(undo.CannotUndo):
        undo.take_back(request, kept.token)


def test_the_message_carries_the_token(put_back):
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7))

    kept.tell("Removed.")

    (message,) = get_messages(request)
    assert (str(message), undo_of(message)) == ("Removed.", kept.token)


def test_a_quarter_of_an_hour_is_the_limit(put_back, monkeypatch):
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7))
    monkeypatch.setattr(undo, "SECONDS", -1)

    with pytest.raises(undo.CannotUndo):
        undo.take_back(request, kept.token)

    assert put_back == []


def test_another_school_session_or_token_brings_nothing_back(put_back):
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7))
    elsewhere = request_in(school=2)
    elsewhere.session = request.session

    for asking, token in ((elsewhere, kept.token), (request_in(), kept.token), (request, kept.token + "x")):
        with pytest.raises(undo.CannotUndo):
            undo.take_back(asking, token)

    assert put_back == []


def test_who_may_no_more_is_refused(put_back):
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7))
    request.may = lambda permission: False

    with pytest.raises(PermissionError):
        undo.take_back(request, kept.token)

    assert put_back == []


@pytest.mark.django_db
def test_what_it_belonged_to_may_be_gone(monkeypatch):
    def fail(row):
        raise IntegrityError

    monkeypatch.setitem(undo._kinds, "web.school", undo._Kind(fail, "accounts.view"))
    request = request_in()
    kept = undo.keep(request, "web.school", School(pk=7))

    with pytest.raises(undo.CannotUndo):
        undo.take_back(request, kept.token)


@pytest.mark.django_db
def test_only_the_latest_are_kept(put_back):
    request = request_in()
    kept = [undo.keep(request, "web.school", School(pk=pk)) for pk in range(undo.MOST_KEPT + 1)]

    with pytest.raises(undo.CannotUndo):
        undo.take_back(request, kept[0].token)

    assert undo.take_back(request, kept[1].token).pk == 1


def test_what_is_past_its_time_is_forgotten_with_the_next_removal(put_back, monkeypatch):
    request = request_in()
    undo.keep(request, "web.school", School(pk=7, name="Kutaisi"))
    monkeypatch.setattr(undo, "SECONDS", -1)

    undo.keep(request, "web.school", School(pk=8, name="Rakvere"))

    assert "Kutaisi" not in str(request.session)


def test_an_unknown_kind_is_a_mistake():
    with pytest.raises(KeyError):
        undo.keep(request_in(), "web.unicorn", School(pk=7))
