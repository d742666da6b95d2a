"""The examples in docstrings say what the code does."""

import doctest
from importlib import import_module

import pytest
from django.conf import settings
from django.utils.translation import override

MODULES = sorted(
    ".".join(path.relative_to(settings.PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in settings.PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_hold(name):
    with override("en"):
        done = doctest.testmod(import_module(name))

    assert (done.failed, done.attempted > 0) == (0, True)
