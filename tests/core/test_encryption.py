"""Sealing: only the right key opens, only in its place, only unchanged; keys can be renewed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.encryption import CannotOpen, Keyring, Sealed
from tilts.core.secrets import add_data_key, data_keys, installation_secrets

PLACE = "people.need:text:1:7"
OLD, NEW = "a" * 64, "b" * 64
KEYS = Keyring([OLD])


@given(st.text(max_size=300))
def test_what_was_sealed_opens_as_it_was(text):
    assert KEYS.open(KEYS.seal(text, PLACE), PLACE) == text


def test_sealing_twice_gives_two_texts_so_that_equal_ones_do_not_show():
    assert KEYS.seal("diabetes", PLACE) != KEYS.seal("diabetes", PLACE)


def test_short_texts_are_equally_long_so_that_the_length_tells_nothing():
    assert {len(KEYS.seal(text, PLACE)) for text in ("diet", "health", "fewer_opportunities", "yes", "no")} == {101}


@pytest.mark.parametrize("position", [0, 1, 9, 30, -1], ids=["format", "key-name", "nonce", "text", "tag"])
def test_a_changed_bit_is_noticed(position):
    changed = bytearray(KEYS.seal("diabetes", PLACE))
    changed[position] ^= 1

    with pytest.raises(CannotOpen):
        KEYS.open(bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 1, 9, 20, 40], ids=str)
def test_a_cut_text_is_noticed(length):
    with pytest.raises(CannotOpen):
        KEYS.open(KEYS.seal("diabetes", PLACE)[:length], PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    ["people.need:text:1:8", "people.need:text:2:7", "people.need:kind:1:7", "people.bankaccount:text:1:7"],
    ids=["another-person", "another-school", "another-field", "another-table"],
)
def test_a_text_moved_to_another_place_does_not_open(elsewhere):
    with pytest.raises(CannotOpen, match="moved"):
        KEYS.open(KEYS.seal("diabetes", PLACE), elsewhere)


def test_a_new_key_seals_and_the_old_one_still_opens():
    before = KEYS.seal("diabetes", PLACE)
    renewed = Keyring([NEW, OLD])

    assert renewed.open(before, PLACE) == "diabetes"
    assert Keyring([NEW]).open(renewed.seal("asthma", PLACE), PLACE) == "asthma"
    with pytest.raises(CannotOpen, match="key that is not"):
        Keyring([NEW]).open(before, PLACE)


def test_errors_and_sealed_texts_show_nothing_of_what_is_inside():
    sealed = Sealed(KEYS.seal("diabetes", PLACE))

    assert repr(sealed) == "<sealed>"
    with pytest.raises(CannotOpen) as error:
        KEYS.open(sealed, "elsewhere")
    assert "diabetes" not in f"{error.value!r} {error.value.__cause__!r}"


def test_a_keyring_without_a_key_is_refused():
    with pytest.raises(ValueError, match="needs a key"):
        Keyring([])


def test_new_data_keys_come_first_and_the_old_ones_stay(tmp_path):
    first = installation_secrets(tmp_path)

    add_data_key(tmp_path)
    add_data_key(tmp_path)

    second = installation_secrets(tmp_path)
    assert {name: second[name] for name in first} == first
    assert data_keys(tmp_path) == [second["data_key_3"], second["data_key_2"], first["data_key"]]
