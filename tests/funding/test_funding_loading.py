import shutil
from decimal import Decimal

import pytest
import yaml

from tilts.funding import loading
from tilts.funding.loading import PARAMETERS, ParameterError, load, tables_for
from tilts.funding.loading.partnerships import load_lump_sums, load_nordplus
from tilts.funding.rules import STATUSES, Case, DailyRate, Reference, grant

FILES = sorted(PARAMETERS.rglob("*.yaml"))
TRAVEL = """\
title: Travel
unit: EUR
checked_on: 2026-11-21
values:
  - from_call: 2021
    to_call: 2022
    status: confirmed
    reference: { title: "A guide made up for this test", url: "https://example.org/guide" }
    value:
      - { from_km: 0, standard: 0 }
      - { from_km: 10, standard: 20.50, green: 30 }
"""


@pytest.fixture
def folder(tmp_path):
    programme = tmp_path / "erasmus_ka1"
    programme.mkdir()
    (programme / "travel.yaml").write_text(TRAVEL, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_value_has_a_status_and_a_reference(path):
    values = yaml.safe_load(path.read_text(encoding="utf-8"))["values"]

    assert [value for value in values if value["status"] not in STATUSES or not value["reference"]["title"]] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_reference_points_into_somebody_s_code(path):
    text = path.read_text(encoding="utf-8")

    assert [word for word in ("github", "gitlab") if word in text.lower()] == []


def test_every_published_file_loads():
    assert list(load()) == list(range(2014, 2028))


def test_amounts_are_exact(folder):
    bands = load(folder)[2021].bands

    assert [(band.from_km, band.to_km) for band in bands] == [(0, 10), (10, None)]
    assert (bands[1].standard.value, bands[1].green.value) == (Decimal("20.50"), Decimal(30))


def test_a_call_has_a_figure_only_where_a_value_says_so(folder):
    assert list(load(folder)) == [2021, 2022]


@pytest.mark.parametrize("call_year", [1990, 2027, 2050])
def test_a_call_without_values_borrows_no_other_year_s(call_year):
    tables = tables_for(call_year)

    assert (tables.call_year, tables.bands, tables.daily_rates, tables.country_groups) == (call_year, (), {}, {})


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("title: Travel\n", "", "travel.yaml: file.title: is missing"),
        ("unit: EUR", "unit: EUR\nunits: EUR", "travel.yaml: file.units: no such key"),
        ("unit: EUR", "unit: EUR\nunit: EUR", "travel.yaml: no YAML: the key 'unit' stands twice"),
        ("2026-11-21", "yesterday", "travel.yaml: checked_on: must be a day"),
        ("    status: confirmed\n", "", "travel.yaml: values[0].status: is missing"),
        ("status: confirmed", "status: sure", "travel.yaml: values[0].status: must be one of confirmed"),
        ("status: confirmed", "status: missing", "travel.yaml: values[0].value: null goes with the status missing"),
        ("from_call: 2021", "from_call: soon", "travel.yaml: values[0].from_call: must be a call year: 'soon'"),
        ("to_call: 2022", "to_call: 2020", "travel.yaml: values[0].to_call: must not be before 2021: 2020"),
        ('title: "A guide made up for this test"', "title: ''", "travel.yaml: values[0].reference.title: must tell"),
        ("https://example.org/guide", "guide.pdf", "travel.yaml: values[0].reference.url: must be a web address"),
        ("standard: 20.50", "standard: 20.505", "travel.yaml: values[0].value[1].standard: must be an amount"),
        ("standard: 20.50", "standard: -1", "travel.yaml: values[0].value[1].standard: must be an amount"),
        ("standard: 20.50", "standard: yes", "travel.yaml: values[0].value[1].standard: must be an amount"),
        ("standard: 20.50, ", "", "travel.yaml: values[0].value[1].standard: is missing"),
        ("green: 30", "gren: 30", "travel.yaml: values[0].value[1].gren: no such key"),
        ("green: 30", "status: sure", "travel.yaml: values[0].value[1].status: must be one of"),
        ("from_km: 0", "from_km: 5", "travel.yaml: values[0].value[0].from_km: bands must begin at 0"),
        ("from_km: 10", "from_km: 0", "travel.yaml: values[0].value[1].from_km: bands must begin at 0"),
        ("values:", "values: [] # ", "travel.yaml: no YAML"),
        (TRAVEL, "[]", "travel.yaml: file: must be a mapping: []"),
    ],
    ids=lambda text: text.split(":", 2)[-1].strip() if text.startswith("travel.yaml") else "",
)
def test_a_malformed_file_is_refused_by_name_and_key(folder, before, after, message):
    path = folder / "erasmus_ka1" / "travel.yaml"
    path.write_text(TRAVEL.replace(before, after), encoding="utf-8")

    with pytest.raises(ParameterError) as refused:
        load(folder)

    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("actions.yaml", "KA121-VET: VET", "KA121-VET: XYZ", "actions.yaml: values[1].value.KA121-VET: must be one of"),
        ("activities.yaml", "least: 14", "least: 900", "activities.yaml: values[0].value[0].most: must not be less"),
        (
            "activities.yaml",
            "participant: learner",
            "participant: guest",
            "activities.yaml: values[0].value[0].participant: must be one of learner, staff: 'guest'",
        ),
        ("country_groups.yaml", '"1": "DK', '"1": "QQ', "country_groups.yaml: values[3].value.1: no country has"),
        (
            "country_groups.yaml",
            "participants: [staff]",
            "participants: [guest]",
            "country_groups.yaml: values[0].participants: must be of learner, staff: 'guest'",
        ),
        (
            "country_groups.yaml",
            '"2": "AT BE',
            '"2": "DK BE',
            "country_groups.yaml: values[3].value: two values for ('learner', 'DK')",
        ),
        (
            "country_groups.yaml",
            '"DK FI GB IE IS LI LU NO SE"',
            "NO",
            "country_groups.yaml: values[3].value.1: must be",
        ),
        (
            "national_agencies.yaml",
            "BG01",
            "BG1",
            "national_agencies.yaml: values[0].value: no code of a national agency",
        ),
        (
            "rate_tiers.yaml",
            "learner: { begins: [1, 15, 61] }",
            "learner: { begins: [15] }",
            "rate_tiers.yaml: values[0].value.learner.begins: must be days",
        ),
        ("rate_tiers.yaml", "last: 60", "last: 14", "rate_tiers.yaml: values[0].value.staff.last: must not be before"),
        ("rate_tiers.yaml", "learner: {", "pupil: {", "rate_tiers.yaml: values[0].value.pupil: no such key"),
        ("course_fees.yaml", "per_day: 70", "per_day: -70", "course_fees.yaml: values[0].value.per_day: must be 0 or"),
        ("course_fees.yaml", "per_day: 70", "per_hour: 70", "course_fees.yaml: values[0].value.per_hour: no such key"),
        (
            "expensive_travel.yaml",
            "below: 0.70",
            "below: 70",
            "expensive_travel.yaml: values[1].value.below: must be a",
        ),
        (
            "later_rates.yaml",
            "rounding: half_up",
            "rounding: sideways",
            "later_rates.yaml: values[0].value.rounding: must be one of",
        ),
        (
            "later_rates.yaml",
            "{ 15: 0.70 }",
            "{ 15: 70 }",
            "later_rates.yaml: values[0].value.shares.15: must be a share",
        ),
        (
            "organisational_support.yaml",
            "from_participant: 101",
            "from_participant: 1",
            "organisational_support.yaml: values[0].value[1].from_participant: must go up from 1",
        ),
        ("travel_days.yaml", "green: 6", "green: six", "travel_days.yaml: values[1].value.green: must be a whole"),
        (
            "travel_days.yaml",
            "to_call: 2026",
            "to_call: 2026\n    nation: LV",
            "travel_days.yaml: values[1].nation: no",
        ),
        (
            "individual_support/ES01.yaml",
            "{ 1: 66, 15",
            "{ 2: 66, 15",
            "ES01.yaml: values[0].value.learner.1: must give",
        ),
        (
            "individual_support/ES01.yaml",
            "1: 66",
            "1: sixty",
            "ES01.yaml: values[0].value.learner.1.1: must be an amount",
        ),
        ("individual_support/LV01.yaml", "status: missing", "status: derived", "LV01.yaml: values[0].value: null goes"),
        (
            "travel.yaml",
            "from_call: 2020",
            "from_call: 2019",
            "travel.yaml: values[4].value: two values for 0 in call 2019",
        ),
    ],
)
def test_each_kind_of_figure_is_checked(tmp_path, file, before, after, message):
    shutil.copytree(PARAMETERS, tmp_path / "parameters")
    path = tmp_path / "parameters" / loading.PROGRAMME / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ParameterError) as refused:
        load(tmp_path / "parameters")

    assert before in text
    assert str(refused.value).startswith(message)


def test_a_file_that_is_no_parameter_is_refused(folder):
    (folder / "erasmus_ka1" / "holidays.yaml").write_text(TRAVEL, encoding="utf-8")

    with pytest.raises(ParameterError, match=r"holidays\.yaml: no such parameter"):
        load(folder)


# What the published figures say


@pytest.mark.parametrize(
    ("call_year", "agency", "country", "group", "status"),
    [
        (2014, "LV01", "LV", "C", "confirmed"),
        (2017, "LV01", "LV", "C", "recalled"),
        (2020, "LV01", "GB", "1", "confirmed"),
        (2021, "LV01", "LV", "3", "confirmed"),
        (2021, "LV01", "GB", "1", "derived"),
        (2021, "ES01", "GE", "1", "confirmed"),
        (2021, "LV01", "GE", "1", "derived"),
        (2024, "LV01", "LV", "2", "derived"),
    ],
)
def test_country_groups_of_a_call(call_year, agency, country, group, status):
    action = "KA121-VET" if call_year > 2020 else "KA116"
    found = tables_for(call_year).country_group(Case(call_year, action, agency, "staff", country, None, 1))

    assert (found.value, found.status) == (group, status)


def test_a_learner_of_the_first_calls_has_the_country_for_a_group():
    found = tables_for(2016).country_group(Case(2016, "KA102", "LV01", "learner", "NO", None, 1))

    assert (found.value, found.status) == ("NO", "derived")


@pytest.mark.parametrize("call_year", range(2014, 2027))
def test_latvian_rates_are_missing_in_every_call(call_year):
    assert [key for key in tables_for(call_year).daily_rates if key[0] == "LV01"] == []


VET_UNTIL_2020 = {
    *("learner_traineeship", "traineeship_in_company", "traineeship_at_vet_school"),
    *("staff", "staff_training_abroad", "staff_teaching"),
}


@pytest.mark.parametrize(
    ("call_year", "sector", "names"),
    [
        (2016, "VET", VET_UNTIL_2020),
        (2019, "VET", VET_UNTIL_2020 | {"erasmuspro"}),
        (2019, "SCH", {"staff", "structured_course", "job_shadowing", "staff_teaching"}),
        (
            2023,
            "SCH",
            {"group_mobility_pupils", "short_term_learner", "long_term_learner", "job_shadowing", "invited_expert"}
            | {"teaching_or_training_assignment", "courses_and_training", "hosting_teacher_in_training"},
        ),
    ],
)
def test_activities_of_a_call(call_year, sector, names):
    assert {name for place, name in tables_for(call_year).activities if place == sector} == names


def test_codes_of_school_activities_are_those_of_the_beneficiary_module():
    codes = {name: known.ec_code for (sector, name), known in tables_for(2024).activities.items() if sector == "SCH"}

    assert codes == {
        "group_mobility_pupils": "LM-GRP-PUPIL",
        "short_term_learner": "LM-SHORT-PUPIL",
        "long_term_learner": "LM-LONG-PUPILS",
        "job_shadowing": "SM-JOB-SHDW",
        "teaching_or_training_assignment": "SM-TTA",
        "courses_and_training": "SM-COUR-TRAIN",
        "invited_expert": "OA-INV-EXP",
        "hosting_teacher_in_training": "OA-HOS-TTT",
    }


LATVIAN = Case(2021, "KA121-VET", "LV01", "learner", "DE", Decimal(1000), activity_days=14, travel_days=2)


def test_latvian_rates_are_missing_and_said_to_be():
    answer = grant(LATVIAN, tables_for(2021))

    assert [problem.code for problem in answer.problems] == ["daily_rate_missing"]
    assert [line.amount_eur for line in answer.lines] == [275]
    assert answer.total_eur is None


def test_latvian_rates_a_school_entered_make_a_final_grant():
    annex = Reference("Annex of a grant agreement made up for this test")
    rates = [DailyRate("learner", "2", day, Decimal(eur), annex) for day, eur in ((1, 50), (15, 35))]

    answer = grant(LATVIAN, tables_for(2021).with_daily_rates(rates))

    assert (answer.total_eur, answer.status) == (275 + 14 * 50 + 2 * 35, "final")
    assert [used.reference for used in answer.lines[1].parameters[1:3]] == [annex, annex]


@pytest.mark.parametrize(
    ("programme", "file", "before", "after", "message"),
    [
        ("nordplus", "travel.yaml", '"330"', '"cheap"', "travel.yaml: values[0].value.zones.cheap: must be whole euro"),
        (
            "nordplus",
            "travel.yaml",
            "DK EE",
            "QQ EE",
            "travel.yaml: values[0].value.zones.330: no country has the code",
        ),
        (
            "nordplus",
            "subsistence.yaml",
            "month: 250",
            "year: 250",
            "subsistence.yaml: values[0].value.student_long.year",
        ),
        ("nordplus", "management.yaml", "above: 15000", "over: 1", "management.yaml: values[0].value.junior.above: is"),
        (
            "erasmus_ka2",
            "lump_sums.yaml",
            "30000, 60000",
            "60000, 30000",
            "lump_sums.yaml: values[0].value.KA210: must",
        ),
    ],
)
def test_the_files_of_other_programmes_are_checked(tmp_path, programme, file, before, after, message):
    shutil.copytree(PARAMETERS, tmp_path / "parameters")
    path = tmp_path / "parameters" / programme / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    load_them = {"nordplus": load_nordplus, "erasmus_ka2": load_lump_sums}[programme]

    with pytest.raises(ParameterError) as refused:
        load_them(tmp_path / "parameters" / programme)

    assert before in text
    assert str(refused.value).startswith(message)
