"""When a flow is possible."""

from datetime import date

from tilts.core.spans import Span
from tilts.mobilities.rules import OutsideProject, TooManyParticipants, plan_problems
from tilts.mobilities.sentences import plan_sentence

PROJECT = Span(date(2021, 9, 1), date(2022, 8, 31))
STAY = Span(date(2022, 5, 2), date(2022, 5, 20))


def test_a_stay_inside_the_project_with_enough_seats_has_no_problem():
    assert plan_problems(STAY, PROJECT, participants=20, seats=20) == ()


def test_a_stay_that_ends_after_the_project_is_a_problem():
    late = Span(date(2022, 8, 20), date(2022, 9, 1))

    assert plan_problems(late, PROJECT, 1, 1) == (OutsideProject(PROJECT),)


def test_more_participants_than_seats_are_a_problem():
    assert plan_problems(STAY, PROJECT, 21, 20) == (TooManyParticipants(21, 20),)


def test_problems_are_told_with_their_cure():
    assert [plan_sentence(problem) for problem in (OutsideProject(PROJECT), TooManyParticipants(21, 20))] == [
        "The stay lies outside the project, which runs from 1 Sep 2021 to 31 Aug 2022. "
        "Change the days of the flow or of the project.",
        "21 participants for 20 seats. Add seats to the flow, or take somebody out.",
    ]
