"""Codes of an application → words in the reader's language."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.projects.applications.queries import Line
from tilts.projects.applications.rules import Coming, Need, Next

NEEDS = {
    Need.DEADLINE: gettext_lazy("the last day of the call"),
    Need.SINCE: gettext_lazy("the day of this state"),
    Need.NUMBER: gettext_lazy("the number of the application"),
    Need.EXPECTED: gettext_lazy("when the result is expected"),
    Need.PLACE: gettext_lazy("the place on the reserve list"),
    Need.SCORE: gettext_lazy("the score"),
    Need.REASONS: gettext_lazy("the reasons"),
    Need.REFERENCE: gettext_lazy("the project reference"),
    Need.GRANT: gettext_lazy("the grant"),
}


def next_sentence(coming: Coming | None, today: date) -> str:
    """What is next, with its day: "Submit by 19 February 2027"; empty where nothing is."""
    if coming is None:
        return ""
    if coming.on is None:
        return {
            Next.SUBMIT: _("Submit it"),
            Next.RESULT: _("Wait for the result"),
            Next.BEGIN: _("Begin"),
        }[coming.what]
    sentence = {
        Next.SUBMIT: _("The call ended on %(day)s") if coming.is_late(today) else _("Submit by %(day)s"),
        Next.RESULT: _("The result was expected by %(day)s: record it")
        if coming.is_late(today)
        else _("Result expected by %(day)s"),
        Next.BEGIN: _("Began on %(day)s: say so") if coming.is_late(today) else _("Begins on %(day)s"),
    }[coming.what]
    return sentence % {"day": date_format(coming.on, "SHORT_DATE_FORMAT")}


def todo_sentence(line: Line, today: date) -> str:
    """The same with the title, for the home page."""
    return f"{line.project.title}: {next_sentence(line.coming, today)}"
