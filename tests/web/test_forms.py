"""A name typed again before what can't be undone."""

import pytest

from tilts.web.forms import TypedConfirmForm


@pytest.mark.parametrize(
    "typed", ["Zespół Szkół", "zespol  szkol", " ZESPÓŁ SZKÓŁ "], ids=["same", "plain", "capitals"]
)
def test_the_name_confirms_however_it_is_written(typed):
    assert TypedConfirmForm({"typed": typed}, word="Zespół Szkół").is_valid()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("Zespół", "This is not “Zespół Szkół”. Nothing was changed."),
        ("", "This field is required."),
    ],
    ids=["half", "nothing"],
)
def test_another_word_does_not(typed, error):
    form = TypedConfirmForm({"typed": typed}, word="Zespół Szkół")

    assert form.errors == {"typed": [error]}
