"""Which activities a project may have, by programme, action and call year."""

import pytest

from tilts.funding.activities import check_days, choices_for, load
from tilts.funding.loading import ParameterError

LEONARDO = ("llp", "Leonardo da Vinci", 2011)
KA102, KA121 = ("erasmus-2014", "KA102", 2019), ("erasmus-2021", "KA121-VET", 2021)


@pytest.mark.parametrize(
    ("project", "names"),
    [
        (KA102, "learner_traineeship traineeship_in_company traineeship_at_vet_school erasmuspro staff"),
        (("erasmus-2014", "KA116", 2016), "learner_traineeship traineeship_in_company traineeship_at_vet_school staff"),
        (("erasmus-2014", "KA101", 2016), "staff structured_course job_shadowing staff_teaching"),
        (KA121, "vet_skills_competition short_term_learner long_term_learner_erasmuspro job_shadowing"),
        (("erasmus-2014", "KA229", 2019), "exchange_of_learners blended_learners individual_exchange"),
        (("erasmus-2021", "KA210-VET", 2022), "project_meeting exchange_of_learners joint_staff_training"),
        (LEONARDO, "placement_initial_training placement_labour_market exchange_of_professionals"),
        (("leonardo-2", "", 2004), "placement_initial_training placement_labour_market exchange_of_professionals"),
        (("nordplus-2018", "NPJR", 2019), "exchange_of_learners individual_exchange placement exchange_of_teachers"),
        (("", "", None), "placement exchange_of_learners individual_exchange job_shadowing"),
        (("eea-norway-2014", "", 2020), "placement exchange_of_learners individual_exchange job_shadowing"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_project_has_the_activities_of_its_call(project, names):
    assert [choice.name for choice in choices_for(*project)][: len(names.split())] == names.split()


@pytest.mark.parametrize("year", [*range(2014, 2021)])
def test_erasmuspro_began_in_2018(year):
    names = [choice.name for choice in choices_for("erasmus-2014", "KA116", year)]

    assert ("erasmuspro" in names) == (year >= 2018)


@pytest.mark.parametrize(
    ("activity", "days", "project", "codes"),
    [
        ("traineeship_in_company", 13, KA102, ["activity_too_short"]),
        ("traineeship_in_company", 14, KA102, []),
        ("staff_teaching", 60, KA102, []),
        ("staff_teaching", 61, KA102, ["activity_too_long"]),
        ("erasmuspro", 89, KA102, ["activity_too_short"]),
        ("short_term_learner", 21, KA102, ["activity_unknown"]),
        ("short_term_learner", 21, KA121, []),
        ("long_term_learner_erasmuspro", 90, KA121, []),
        ("exchange_of_professionals", 4, LEONARDO, ["activity_too_short"]),
        ("exchange_of_professionals", 43, LEONARDO, ["activity_too_long"]),
        ("placement_initial_training", 21, LEONARDO, []),
        ("project_meeting", 400, LEONARDO, []),
        ("short_term_learner", 3, LEONARDO, []),
        ("visit", 1, ("", "", None), []),
    ],
)
def test_days_follow_the_data_of_the_call(activity, days, project, codes):
    assert [problem.code for problem in check_days(activity, days, *project)] == codes


ENTRY = """
values:
  - programme: {programme}
    from_call: 2014
    to_call: {to_call}
    status: {status}
    reference: {{ title: "As remembered" }}
    value:
      - {{ name: visit, participant: {participant}, {more} }}
"""
GOOD = {"programme": "any", "to_call": 2020, "status": "recalled", "participant": "staff", "more": "least: 2, most: 3"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"programme": "llp"}, "the last one must be for `any` programme"),
        ({"to_call": 2013}, r"values\[0\].to_call: must not be before 2014"),
        ({"status": "sure"}, r"values\[0\].status: must be one of"),
        ({"participant": "guest"}, r"values\[0\].value\[0\].participant: must be one of learner, staff"),
        ({"more": "least: 9, most: 3"}, r"values\[0\].value\[0\].most: must not be less than 9: 3"),
        ({"more": "days: 3"}, r"values\[0\].value\[0\].days: no such key"),
    ],
)
def test_a_malformed_file_is_refused_by_the_place_of_its_fault(tmp_path, change, complaint):
    file = tmp_path / "activities.yaml"
    file.write_text(ENTRY.format(**GOOD | change))

    with pytest.raises(ParameterError, match=complaint):
        load(file)
