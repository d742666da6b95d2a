"""Migrations: many operations at once, and tables that are not as models want them."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import migrations, models
from django.db.migrations.state import ProjectState

from tilts.core.installation import set_up
from tilts.core.migrating import Together, missing_columns
from tilts.mail.models import OutgoingMail


def made(name: str, **fields: models.Field) -> migrations.CreateModel:
    return migrations.CreateModel(name, [("id", models.BigAutoField(primary_key=True)), *fields.items()])


def test_what_comes_together_is_drawn_once_and_may_point_to_each_other():
    state = ProjectState()
    assert state.apps is not None  # as Django has it while it migrates
    egg = made("Egg", hen=models.ForeignKey("farm.Hen", models.CASCADE, related_name="+"))
    hen = made("Hen", egg=models.ForeignKey("farm.Egg", models.CASCADE, related_name="+", null=True))

    together = Together([egg, hen])
    together.state_forwards("farm", state)

    assert "apps" not in state.__dict__
    assert state.apps.get_model("farm", "Egg")._meta.get_field("hen").related_model._meta.label == "farm.Hen"
    assert together.describe() == "Create model Egg; Create model Hen"


def test_it_is_written_into_a_file_with_all_that_it_holds():
    name, positional, named = Together([made("Egg")]).deconstruct()

    assert (name, positional, [each.name for each in named["operations"]]) == ("Together", [], ["Egg"])


@pytest.mark.django_db
def test_no_column_is_missing_after_a_set_up():
    assert missing_columns() == []


@pytest.mark.django_db
def test_tables_of_an_older_time_are_told_and_left_alone(monkeypatch):
    older = ["mail_outgoingmail.intent", "mail_outgoingmail.subject"]
    monkeypatch.setattr("tilts.core.installation.missing_columns", lambda: older)

    with pytest.raises(ImproperlyConfigured, match=r"mail_outgoingmail\.intent and 1 other"):
        set_up()


@pytest.mark.django_db
def test_a_column_that_the_database_lacks_is_named(monkeypatch):
    monkeypatch.setattr(OutgoingMail._meta.get_field("subject"), "column", "about")

    assert missing_columns() == ["mail_outgoingmail.about"]
