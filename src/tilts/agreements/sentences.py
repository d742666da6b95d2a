"""What is missing for a step, and the tasks of the way, in the reader's language."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.agreements.models import Agreement
from tilts.agreements.rules import Missing, Task

TASKS: dict[str, str | Promise] = {
    "parties": _("Between whom"),
    "text": _("The text in both languages"),
    "term": _("How long it holds"),
    "plan": _("Plan of action"),
    "signatories": _("Who signs"),
    "authority": _("By what authority they sign"),
    "propose": _("Propose it to the other side"),
    "agree": _("Agree on the text"),
    "sign": _("Sign"),
    "in_force": _("In force"),
}

MISSING: dict[Missing, str | Promise] = {
    "partner": _("Say with which partner."),
    "second_partner": _("An agreement of several partners needs at least two."),
    "framework": _("Say to which framework agreement this is the annex."),
    "framework_in_force": _("Its framework agreement is not in force."),
    "texts": _("Some texts do not stand in every language of the paper."),
    "term": _("Give the last day, or say that there is no end."),
    "renewal_length": _("It goes on by itself: say for how many months each time."),
    "empty": _("All clauses are left out."),
    "no_plan": _("Nothing is planned yet."),
    "agreement_of_others": _("The other side has not agreed yet."),
    "new_wording": _("The text has changed since it was proposed: propose it anew."),
    "signatory": _("For one of the parties nobody is named who signs."),
    "offices": _("What stands under the signatures is not there in every language of the paper."),
    "authority": _("Somebody who is not the head signs: say by what authority."),
    "authority_expired": _("A power of attorney is no longer valid."),
    "power_file": _("A power of attorney is not there as a file."),
    "address": _("Somebody who signs has no e-mail address."),
    "who_signs": _("First say who signs."),
    "above": _("First comes what is still open above."),
    "other_version": _("Another version is proposed meanwhile. Read it first, then say that it is agreed."),
    "never_signed": _("Nothing of it was signed yet that could be returned to."),
}


def term_sentence(agreement: Agreement, since: date | None = None) -> str:
    """From when until when it holds; empty where neither is known. since: the day on which it came into force."""
    first, last = agreement.valid_from or since, agreement.valid_until
    if first:
        if agreement.is_open_ended:
            return f"{date_format(first, 'DATE_FORMAT')} – {gettext('without an end')}"
        if last:
            return f"{date_format(first, 'DATE_FORMAT')} – {date_format(last, 'DATE_FORMAT')}"
        return gettext("from %(day)s") % {"day": _in_sentence(first)}
    if agreement.is_open_ended:
        return (
            gettext("without an end") if agreement.is_recorded else gettext("from the last signature, without an end")
        )
    if not last:
        return ""
    if agreement.is_recorded:
        return gettext("until %(day)s") % {"day": _in_sentence(last)}
    return gettext("from the last signature until %(day)s") % {"day": _in_sentence(last)}


def _in_sentence(day: date) -> str:
    """In figures: where a word goes before, a month in words would have to be bent in Latvian and Georgian."""
    return date_format(day, "SHORT_DATE_FORMAT")


def missing_sentence(code: Missing) -> str:
    """What to do about it."""
    return str(MISSING[code])


def task_hint(task: Task) -> str:
    """All that is missing for a task, as one line."""
    return " ".join(missing_sentence(code) for code in task.missing)
