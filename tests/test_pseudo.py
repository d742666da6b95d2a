"""The language of the tests itself."""

import doctest

from tests import pseudo


def test_its_examples_hold():
    assert doctest.testmod(pseudo).failed == 0


def test_it_tells_what_a_language_lacks():
    asked = ["Save", "Nobody ever wrote this", ("%(count)s unheard-of thing", 0), ("%(num)d day", 0)]

    assert pseudo.not_translated(asked, "lv") == ["%(count)s unheard-of thing", "Nobody ever wrote this"]
