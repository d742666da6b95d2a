"""Which study programmes of two schools go together, how well, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.partners.rules.matching import (
    RELATED,
    Match,
    Programme,
    Reason,
    Shared,
    Why,
    by_school,
    matches,
    one_each,
    reasons,
    score,
)
from tilts.partners.rules.titles import common_words, paired_lines, stem, stems

CARS = Programme(1, {"lv": "Autotransports", "en": "Motor vehicles", "ka": "საავტომობილო ტრანსპორტი"}, "0716", 4)
ELECTRONICS = Programme(2, {"lv": "Elektronika"}, "0714", 4)


@pytest.mark.parametrize(
    ("forms", "one"),
    [
        (("elektronika", "electronics", "elektronikis"), "elektron"),
        (("tehnologijas", "technologies", "teknologiebi"), "teknolog"),
        (("administresana", "administration", "administrireba"), "administr"),
        (("mehanikis", "mechanics", "mekanikosi"), "mekan"),
        (("transports", "transporti", "transport"), "transport"),
    ],
    ids=["electronics", "technologies", "administration", "mechanics", "transport"],
)
def test_a_word_has_one_stem_in_every_language(forms, one):
    assert {stem(form) for form in forms} == {one}


def test_words_that_say_little_count_only_where_nothing_else_is_left():
    assert (stems("Šūto izstrādājumu speciālists"), stems("Specialists")) == (
        {"suto", "izstradajum"},
        {"specialist"},
    )


def test_common_words_are_told_as_we_write_them():
    assert common_words("Datortīklu elektronika, elektronika", "Electronics of networks") == ("elektronika",)


def test_lines_go_together_once_each_the_nearest_first():
    ours = ["Sets up a network", "Safety of electric devices", "Safety"]

    assert paired_lines(ours, ["Electric devices", "Safety at work", "Safety"]) == [
        ("Safety", "Safety"),
        ("Safety of electric devices", "Electric devices"),
    ]


def test_the_number_of_a_line_is_no_word_of_it():
    assert paired_lines(["1. Safety", "2. Metal"], ["1. Metal", "2. Wood"]) == [("2. Metal", "1. Metal")]


LINES = st.lists(
    st.lists(st.sampled_from(["networks", "safety", "metal", "tīkli", "welding"]), min_size=1, max_size=3).map(
        " ".join
    ),
    max_size=4,
)


@given(ours=LINES, theirs=LINES)
def test_lines_go_together_whatever_their_order_and_whoever_is_asked_first(ours, theirs):
    found = sorted(paired_lines(ours, theirs))

    assert found == sorted(paired_lines(ours[::-1], theirs))
    assert len(found) == len(paired_lines(theirs, ours))


@pytest.mark.parametrize(
    ("theirs", "points"),
    [
        (Programme(9, {"et": "Autotehnik"}, "0716", 4), 71),  # (45 + 15) of 85
        (Programme(9, {"en": "Motor vehicles"}, "0716", 5), 92),  # (45 + 25 + 8) of 85
        (Programme(9, {"en": "Motor vehicles"}, "0716"), 100),  # (45 + 25) of 70
        (Programme(9, {"en": "Welding"}, "0715", 4), 41),  # (20 + 15) of 85
        (Programme(9, {"en": "Welding"}, "0732", 4), 24),  # (5 + 15) of 85
        (Programme(9, {"en": "Motor vehicles"}), 36),  # 25 of 70
        (Programme(9, {"ka": "ტრანსპორტი"}, "1041", 4), 38),  # (17 + 15) of 85
        (Programme(9, {"en": "Cookery"}, "1013", 2), 0),
    ],
    ids=["field-and-level", "next-level", "level-unknown", "narrow", "broad", "title-alone", "one-word", "nothing"],
)
def test_a_score_can_be_redone_by_hand(theirs, points):
    assert score(CARS, theirs) == points


def test_the_reasons_add_up_to_the_score():
    theirs = Programme(9, {"ka": "ტრანსპორტი"}, "0715", 5)

    told = reasons(CARS, theirs)

    assert told == [
        Reason(Why.SAME_NARROW_FIELD, 20, 45, {"field": "071"}),
        Reason(Why.NEAR_LEVEL, 8, 15, {"ours": "4", "theirs": "5"}),
        Reason(
            *(Why.COMMON_WORDS, 17, 25),
            {"words": "ტრანსპორტი", "ours": "საავტომობილო ტრანსპორტი", "theirs": "ტრანსპორტი"},
        ),
        Reason(Why.CONTENT_UNKNOWN, 0, 0),
    ]
    assert score(CARS, theirs) == round(100 * sum(each.points for each in told) / sum(each.possible for each in told))


@pytest.mark.parametrize(
    ("theirs", "whys"),
    [
        (Programme(9, {"lv": "Autotransports"}), (Why.FIELD_UNKNOWN, Why.LEVEL_UNKNOWN, Why.SAME_TITLE)),
        (Programme(9, {"en": "Cookery"}, "1013", 2), (Why.OTHER_FIELD, Why.OTHER_LEVEL, Why.OTHER_TITLE)),
        (Programme(9, {"en": "Cookery"}, "0732", 4), (Why.SAME_BROAD_FIELD, Why.SAME_LEVEL, Why.OTHER_TITLE)),
    ],
    ids=["unknown", "other", "broad"],
)
def test_each_criterion_says_what_it_found(theirs, whys):
    assert tuple(reason.why for reason in reasons(CARS, theirs)[:3]) == whys


def test_of_titles_that_are_equal_in_several_languages_the_first_is_told():
    assert reasons(CARS, CARS)[2].values == {"ours": "Autotransports", "theirs": "Autotransports"}


@pytest.mark.parametrize(
    ("theirs", "reason", "points"),
    [
        (
            {"en": ["Mending of networks"]},
            Reason(
                *(Why.COMMON_CONTENT, 15, 15),
                {"common": "1", "lines": "1"},
                (("Mends a network", "Mending of networks"),),
            ),
            100,
        ),
        ({"en": ["Bread", "Cakes"]}, Reason(Why.OTHER_CONTENT, 0, 15, {"common": "0", "lines": "2"}), 85),
        ({"pl": ["Naprawa sieci"]}, Reason(Why.CONTENT_IN_OTHER_LANGUAGES, 0, 0), 100),
        ({}, Reason(Why.CONTENT_UNKNOWN, 0, 0), 100),
    ],
    ids=["the-same", "nothing", "another-language", "unknown"],
)
def test_what_is_taught_counts_where_both_tell_of_it(theirs, reason, points):
    ours = Programme(1, {"en": "IT"}, "0611", 4, {"en": ["Mends a network", "Safety"], "lv": ["Drošība"]})
    other = Programme(9, {"en": "IT"}, "0611", 4, theirs)

    assert (reasons(ours, other)[3], score(ours, other)) == (reason, points)


def test_each_programme_stands_once_when_asked_so():
    cook, baker = Programme(3, {"en": "Cookery"}, "1013", 4), Programme(4, {"en": "Catering"}, "1013", 4)
    theirs = [Programme(8, {"en": "Cookery"}, "1013", 4), Programme(9, {"en": "Hotels"}, "1013", 4)]

    every = matches([cook, baker], theirs)

    assert every == [Match(3, 8, 0, 100), Match(3, 9, 0, 71), Match(4, 8, 0, 71), Match(4, 9, 0, 71)]
    assert one_each(every) == [Match(3, 8, 0, 100), Match(4, 9, 0, 71)]


def test_schools_stand_in_the_order_of_what_they_share():
    found = [Match(1, 11, 5, 100), Match(1, 21, 6, 90), Match(2, 22, 6, 61), Match(2, 31, 7, 40), Match(1, 12, 5, 40)]

    assert by_school(found) == [
        Shared(6, (Match(1, 21, 6, 90), Match(2, 22, 6, 61))),
        Shared(5, (Match(1, 11, 5, 100),)),
        Shared(7, (Match(2, 31, 7, 40),)),
    ]
    assert [each.close for each in by_school(found)] == [2, 1, 0]


TITLES = st.dictionaries(
    st.sampled_from(["lv", "en", "ka"]),
    st.lists(
        st.sampled_from(["Elektronika", "electronics", "tīklu", "ტრანსპორტი", "transports", "und", "Koch", "1"]),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    min_size=1,
)
PROGRAMMES = st.builds(
    Programme,
    key=st.integers(1, 10_000),
    titles=TITLES,
    isced_code=st.sampled_from(["", "07", "071", "0714", "0716", "0611", "0612"]),
    eqf_level=st.sampled_from([None, 3, 4, 5]),
    content=st.dictionaries(st.sampled_from(["en", "lv"]), LINES, max_size=2),
)


@given(
    ours=st.lists(PROGRAMMES, max_size=4, unique_by=lambda each: each.key),
    theirs=st.lists(PROGRAMMES, max_size=8, unique_by=lambda each: each.key),
)
def test_the_index_misses_nothing_that_goes_together(ours, theirs):
    every = [Match(a.key, b.key, 0, points) for a in ours for b in theirs if (points := score(a, b)) >= RELATED]

    assert sorted(matches(ours, theirs)) == sorted(every)


@given(a=PROGRAMMES, b=PROGRAMMES)
def test_the_score_is_the_share_of_the_reasons_points_and_the_same_both_ways(a, b):
    told = reasons(a, b)
    reached, possible = sum(each.points for each in told), sum(each.possible for each in told)

    assert score(a, b) == score(b, a) == int(100 * reached / possible + 0.5)
    assert 0 <= reached <= possible


def test_a_programme_goes_wholly_together_with_itself():
    assert (score(ELECTRONICS, ELECTRONICS), score(CARS, CARS)) == (100, 100)
