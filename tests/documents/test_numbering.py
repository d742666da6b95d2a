"""The numbers of papers: given once, never changed, never twice."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction

from tests.factories import SchoolFactory
from tilts.accounts.models import AccessEvent, School
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.documents.models import Numbering, PaperNumber
from tilts.documents.numbering import change_numbering, checked_pattern, numbers_for

SPRING, NEXT_SPRING = date(2027, 3, 1), date(2028, 3, 1)


def papers(*names: str) -> list[tuple[str, str]]:
    return [(name, f"own {name}") for name in names]


@pytest.fixture
def counted(school, member):
    """By year and number, from 14 on."""
    change_numbering(pattern="{year}/{number}", next_number=14, by=member())
    return school


@pytest.mark.parametrize("pattern", ["", "{number}", " {year}/{number} ", "1-9/{number}", "Nr. {number}-{year}"])
def test_a_pattern_with_a_number_is_taken(pattern):
    assert checked_pattern(pattern) == pattern.strip()


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("{year}", "needs {number}"),
        ("{number}/{kind}", "“{kind}” can't be filled"),
        ("{number.__class__}", "“{number.__class__}” can't be filled"),
        ("{number", "needs {number}"),
        ("{number}}", "A brace is missing"),
        ("{{number}}", "A brace is missing"),
    ],
)
def test_a_pattern_that_can_not_be_filled_is_refused(db, pattern, sentence):
    with pytest.raises(ValidationError) as refused:
        checked_pattern(pattern)

    assert sentence in refused.value.messages[0]


def test_without_a_pattern_papers_have_the_numbers_proposed(school):
    assert numbers_for(papers("a", "b"), SPRING) == {"a": "own a", "b": "own b"}


def test_papers_get_the_next_numbers_in_their_order_and_keep_them(counted):
    first = numbers_for(papers("b", "a"), SPRING)
    again = numbers_for(papers("c", "a", "b"), SPRING)

    assert first == {"b": "2027/14", "a": "2027/15"}
    assert again == {"b": "2027/14", "a": "2027/15", "c": "2027/16"}


def test_a_number_stays_when_the_pattern_changes(counted, member):
    numbers_for(papers("a"), SPRING)
    change_numbering(pattern="1-9/{number}", next_number=1, by=member())

    assert numbers_for(papers("a", "b"), SPRING) == {"a": "2027/14", "b": "1-9/1"}


def test_numbers_that_were_given_are_passed_over(counted, member):
    numbers_for(papers("a", "b"), SPRING)
    change_numbering(pattern="{year}/{number}", next_number=13, by=member())

    assert numbers_for(papers("c", "d"), SPRING) == {"c": "2027/13", "d": "2027/16"}


def test_each_year_begins_with_one_and_a_late_paper_of_the_old_year_finds_a_free_number(counted):
    numbers_for(papers("a"), SPRING)
    numbers_for(papers("b", "c"), NEXT_SPRING)

    late = numbers_for(papers("d", "e"), SPRING)

    assert dict(PaperNumber.objects.values_list("paper", "number"))["c"] == "2028/2"
    assert len({*late.values()}) == 2
    assert all(number.startswith("2027/") for number in late.values())


def test_a_proposed_number_that_is_taken_gets_an_addition(school):
    PaperNumber.objects.create(paper="x", number="own a")

    assert numbers_for(papers("a"), SPRING) == {"a": "own a-2"}


def test_given_numbers_can_not_be_changed_or_taken_back(counted):
    numbers_for(papers("a"), SPRING)

    with pytest.raises(ProgrammingError), transaction.atomic():
        PaperNumber.objects.update(number="2027/1")
    with pytest.raises(ProgrammingError), transaction.atomic():
        PaperNumber.objects.all().delete()


def test_another_school_counts_for_itself(counted, other_school):
    numbers_for(papers("a"), SPRING)

    with in_school(other_school):
        assert numbers_for(papers("a"), SPRING) == {"a": "own a"}


def test_giving_asks_as_often_for_many_papers_as_for_one(counted, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        numbers_for(papers(*map(str, range(200))), SPRING)


@pytest.mark.django_db(transaction=True)
def test_two_that_print_at_the_same_time_never_get_the_same_number():
    school = SchoolFactory()
    with in_school(school):
        Numbering.objects.create(pattern="{number}")
    given: list[dict[str, str]] = []

    def ask(who: int) -> None:
        try:
            with in_school(School.objects.get(pk=school.pk)):
                for count in range(10):
                    given.append(numbers_for(papers(f"shared {count}", f"{who} {count}"), SPRING))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=(who,)) for who in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    by_paper: dict[str, set[str]] = {}
    for numbers in given:
        for paper, number in numbers.items():
            by_paper.setdefault(paper, set()).add(number)
    assert {len(numbers) for numbers in by_paper.values()} == {1}
    assert sorted(int(number) for (number,) in by_paper.values()) == list(range(1, 51))


# The page


def test_pattern_and_instruction_are_kept(school, browse):
    typed = {"pattern": "{year}/{number}", "next_number": "7", "safety_lv": "Esi uzmanīgs\nZvani 112"}

    browse(Role.DIRECTOR).post(f"/{school.slug}/papers/settings/", typed)

    kept = Numbering.objects.get()
    assert (kept.pattern, kept.next_number) == ("{year}/{number}", 7)
    assert School.objects.get(pk=school.pk).safety_instruction == {"lv": "Esi uzmanīgs\nZvani 112"}
    assert [each.details for each in AccessEvent.objects.all()] == [["safety_instruction"], ["numbering"]]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"pattern": "{day}"}, "can&#x27;t be filled"),
        ({"next_number": "0"}, "greater than or equal to 1"),
        ({"safety_lv": "x" * 6001}, "at most 6000 characters"),
    ],
)
def test_what_can_not_be_is_refused(school, browse, wrong, sentence):
    page = browse().post(f"/{school.slug}/papers/settings/", {"pattern": "", "next_number": "1"} | wrong)

    assert sentence in page.text
    assert not AccessEvent.objects.exists()


def test_who_may_not_is_refused(school, browse):
    assert browse(Role.FINANCE).get(f"/{school.slug}/papers/settings/").status_code == 403
