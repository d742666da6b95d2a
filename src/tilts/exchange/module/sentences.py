"""Codes of the rules → sentences in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.exchange.module.rules.records import Trouble
from tilts.exchange.records import Problem
from tilts.exchange.sentences import sentence

#: What people call the columns that Tilts can fill, in the module's order.
FIELDS: Mapping[str, str | Promise] = {
    "agreement_number": gettext_lazy("Grant agreement number"),
    "mobility_id": gettext_lazy("Number of the mobility"),
    "status": gettext_lazy("State in the module"),
    "activity_type": gettext_lazy("Kind of activity"),
    "long_term": gettext_lazy("Long-term stay"),
    "blended": gettext_lazy("Blended"),
    "virtual_duration": gettext_lazy("Contact hours of the virtual part"),
    "force_majeure": gettext_lazy("Force majeure"),
    "force_majeure_explanations": gettext_lazy("Explanation of force majeure"),
    "participant_id": gettext_lazy("Number of the participant"),
    "given_names": gettext_lazy("Given names"),
    "family_name": gettext_lazy("Family name"),
    "email": gettext_lazy("E-mail"),
    "gender": gettext_lazy("Gender"),
    "birth_date": gettext_lazy("Date of birth"),
    "nationality": gettext_lazy("Nationality"),
    "fewer_opportunities": gettext_lazy("Fewer opportunities, yes or no"),
    "accompanying_person": gettext_lazy("Accompanying person, yes or no"),
    "participant_flag": gettext_lazy("Participant, yes or no"),
    "isced_f_code": gettext_lazy("Field of education"),
    "sending_oid": gettext_lazy("Sending organisation: OID"),
    "sending_name": gettext_lazy("Sending organisation: name"),
    "sending_address": gettext_lazy("Sending organisation: address"),
    "sending_country": gettext_lazy("Sending organisation: country"),
    "sending_city": gettext_lazy("Sending organisation: town"),
    "receiving_oid": gettext_lazy("Receiving organisation: OID"),
    "receiving_name": gettext_lazy("Receiving organisation: name"),
    "receiving_address": gettext_lazy("Receiving organisation: address"),
    "receiving_country": gettext_lazy("Receiving organisation: country"),
    "receiving_city": gettext_lazy("Receiving organisation: town"),
    "distance_band": gettext_lazy("Distance band"),
    "green_travel": gettext_lazy("Green travel"),
    "start_date": gettext_lazy("First day of the activity"),
    "end_date": gettext_lazy("Last day of the activity"),
    "duration_days": gettext_lazy("Days of the activity"),
    "travel_days": gettext_lazy("Travel days"),
    "funded_days": gettext_lazy("Funded days with travel"),
    "zero_grant": gettext_lazy("Without a grant, yes or no"),
    "individual_support": gettext_lazy("Individual support"),
    "travel_support": gettext_lazy("Travel"),
    "exceptional_costs": gettext_lazy("Exceptional costs"),
    "course_fees": gettext_lazy("Course fees"),
    "linguistic_support": gettext_lazy("Linguistic support"),
    "inclusion_support": gettext_lazy("Inclusion support for participants"),
    "total_grant": gettext_lazy("Whole grant"),
    "group_participants": gettext_lazy("Number of participants in the group"),
    "group_accompanying": gettext_lazy("Number of accompanying persons in the group"),
}


def field_name(field: str) -> str:
    """What people call a field of the module."""
    return str(FIELDS.get(field, field))


def problem_sentence(problem: Problem) -> str:
    """Why a file could not be read, in words for a file of the module."""
    if problem.code == "too_many_rows":
        return (
            _(
                "The file has more than %(rows)s filled rows. A project has far fewer mobilities: please check which"
                " file it is. Nothing was taken from it."
            )
            % problem.values
        )
    return sentence(problem)


def trouble_sentence(trouble: Trouble) -> str:
    """Why a template or an export can't be used, or what was noticed in it."""
    return _TROUBLES[trouble.code](trouble.values)


_TROUBLES = {
    "no_heads": lambda values: _(
        "No row of heads was found: in one of the first 15 rows at least three columns must have a name."
    ),
    "merged_heads": lambda values: (
        _(
            "In row %(row)s the heads of columns %(first)s to %(last)s are merged into one. Take a fresh template from"
            " the module, or separate the cells."
        )
        % values
    ),
    "formula_as_head": lambda values: _("The head in %(cell)s is a formula. Write its text in its place.") % values,
    "head_empty": lambda values: _("Column %(column)s has no name in row %(row)s. Name it, or remove it.") % values,
    "head_twice": lambda values: (
        _(
            "“%(head)s” stands twice, in columns %(first)s and %(second)s: it can't be told which is which. Name one of"
            " them otherwise."
        )
        % values
    ),
    "too_many_columns": lambda values: _("The file has %(columns)s columns; Tilts reads up to %(most)s.") % values,
    "rows_left_out": lambda values: (
        _("The template is not empty: below its heads stand %(rows)s rows. They are left out of the filled file.")
        % values
    ),
    "formulas_left_out": lambda values: (
        _("Formulas (in %(cells)s) are neither worked out nor kept: the filled file has texts alone.") % values
    ),
    "other_project": lambda values: (
        _("The file is of another project: it names %(there)s, this one is %(here)s. Nothing was taken from it.")
        % values
    ),
    "no_key": lambda values: _(
        "The file can't be compared: it has neither the numbers of mobilities nor names with dates of birth. Say on the"
        " page of columns what its columns are."
    ),
}


def gap_sentence(code: str, values: Mapping[str, str]) -> str:
    """Why a cell or a column stayed empty."""
    return _GAPS[code](values)


_GAPS = {
    "no_field": lambda values: _("Nobody has said yet what this column is."),
    "not_held": lambda values: _(
        "Tilts does not keep this; type it in the module, or let the same stand in every row."
    ),
    "missing": lambda values: _("not known"),
    "missing_grant": lambda values: _("the grant has no sum yet"),
    "not_in_list": lambda values: _("“%(text)s” is not in the template's list") % values,
    "formula": lambda values: _("looks like a formula and would be run when the file is opened"),
}
