"""Names of what a grant consists of, and figures as the reader's language writes them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.languages import format_number
from tilts.core.money import format_eur
from tilts.core.places import country_codes, country_name
from tilts.funding.rules import ANY_GROUP

CATEGORIES: Final[Mapping[str, Promise]] = {
    "travel": _lazy("Travel"),
    "individual_support": _lazy("Individual support"),
    "organisational_support": _lazy("Organisational support"),
    "course_fees": _lazy("Course fees"),
    "inclusion_support_organisations": _lazy("Inclusion support for organisations"),
    "inclusion_support_participants": _lazy("Inclusion support for participants"),
    "preparatory_visit": _lazy("Preparatory visit"),
    "linguistic_support": _lazy("Linguistic support"),
    "exceptional_costs": _lazy("Exceptional costs"),
    "subsistence": _lazy("Subsistence"),
    "project_management": _lazy("Project management"),
    "lump_sum": _lazy("Lump sum"),
    "grant": _lazy("Grant"),
}

PARTICIPANTS: Final[Mapping[str, Promise]] = {
    "learner": _lazy("learner"),
    "staff": _lazy("member of staff"),
    "accompanying": _lazy("accompanying person"),
}

ACTIVITIES: Final[Mapping[str, Promise]] = {
    "learner_traineeship": _lazy("Traineeship of learners"),
    "erasmuspro": _lazy("Long traineeship of learners (ErasmusPro)"),
    "staff": _lazy("Mobility of staff"),
    "traineeship_in_company": _lazy("Traineeship of learners in a company"),
    "traineeship_at_vet_school": _lazy("Traineeship of learners at a vocational school"),
    "staff_training_abroad": _lazy("Training of staff abroad"),
    "staff_teaching": _lazy("Teaching abroad"),
    "structured_course": _lazy("Course or training event abroad"),
    "vet_skills_competition": _lazy("Skills competition"),
    "group_mobility_vet_learners": _lazy("Group mobility of learners"),
    "group_mobility_pupils": _lazy("Group mobility of pupils"),
    "short_term_learner": _lazy("Short-term mobility of learners"),
    "long_term_learner": _lazy("Long-term mobility of learners"),
    "long_term_learner_erasmuspro": _lazy("Long-term mobility of learners (ErasmusPro)"),
    "job_shadowing": _lazy("Job shadowing"),
    "teaching_or_training_assignment": _lazy("Teaching or training assignment"),
    "courses_and_training": _lazy("Courses and training"),
    "invited_expert": _lazy("Invited expert"),
    "hosting_teacher_in_training": _lazy("Hosting a teacher in training"),
    # Of programmes and actions that are not paid by the day, see parameters/activities.yaml.
    "exchange_of_learners": _lazy("Exchange of a group of learners"),
    "individual_exchange": _lazy("Stay of a single learner at a partner school"),
    "blended_learners": _lazy("Blended mobility of learners"),
    "joint_staff_training": _lazy("Joint training of staff"),
    "project_meeting": _lazy("Transnational project meeting"),
    "preparatory_visit": _lazy("Preparatory visit"),
    "study_visit": _lazy("Study visit of staff"),
    "exchange_of_teachers": _lazy("Exchange of teachers"),
    "placement_initial_training": _lazy("Placement of learners in initial training"),
    "placement_labour_market": _lazy("Placement of people on the labour market"),
    "exchange_of_professionals": _lazy("Exchange of professionals in vocational education"),
    "placement": _lazy("Placement of learners"),
    "visit": _lazy("Visit of a delegation"),
}

STATUSES: Final[Mapping[str, Promise]] = {
    "final": _lazy("final"),
    "provisional": _lazy("provisional: a figure is not confirmed"),
    "impossible": _lazy("not known: a figure is missing"),
}


def category_label(category: str) -> str:
    return str(CATEGORIES[category])


def activity_label(activity: str) -> str:
    """The activity in words; one that is not known is shown as it was written."""
    return str(ACTIVITIES.get(activity, activity))


def status_label(status: str) -> str:
    """What a grant's status means for the reader."""
    return str(STATUSES[status])


def worded(values: Mapping[str, object]) -> dict[str, object]:
    """The values as a sentence shows them: by their names, what each is says how it is written."""
    return {name: _word(name, value) for name, value in values.items()}


def _word(name: str, value: object) -> object:
    if name.endswith("_eur") and isinstance(value, tuple):
        return ", ".join(eur(each) for each in value)
    if name.endswith("_eur") and value is not None:
        return eur(value)
    if name.endswith("_km"):
        return number(value)
    if name in {"share", "below", "covered"}:
        return percent(value)
    if name == "category":
        return category_label(str(value))
    if name == "country":
        return country(value)
    if name == "participant":
        return PARTICIPANTS[str(value)]
    if name == "activity":
        return activity_label(str(value))
    return value


def country(code: object) -> str:
    return country_name(str(code), language()) if code in country_codes() else str(code)


def eur(amount: object) -> str:
    return format_eur(Decimal(str(amount)), language())


def number(figure: object) -> str:
    return format_number(Decimal(str(figure)), language())


def percent(share: object) -> str:
    """A share of 0 to 1: "70 %", to a tenth."""
    return f"{number((Decimal(str(share)) * 100).quantize(Decimal('0.1')).normalize())}\u00a0%"


def language() -> str:
    return get_language() or "en"


def is_without_group(values: Mapping[str, object]) -> bool:
    """Whether the rate is one country's, as in the calls that had no groups for learners, or everybody's."""
    return values["country_group"] in (ANY_GROUP, values["country"])
