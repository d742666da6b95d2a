"""The page behind a personal link: a participant or guardian gives what no class list holds."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tilts.accounts.models import PersonalLink
from tilts.mobilities.asking import groups_for, mark_answered
from tilts.mobilities.models import Mobility
from tilts.mobilities.rules import journey
from tilts.people.actions import keep_answers
from tilts.people.answers import Answers, fields_of
from tilts.people.forms import AnswersForm
from tilts.people.queries import on_file
from tilts.people.rules import expires_before_end


def answers_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Who asks, why and how long it takes; the questions; and, once sent, a word of thanks."""
    mobility = Mobility.objects.select_related("flow__partner", "person").filter(pk=link.subject_id).first()
    if mobility is None or mobility.state == Mobility.State.CANCELLED:
        raise Http404
    form = AnswersForm(mobility.person, fields_of(groups_for(mobility)), request.POST or None)
    context = {"link_school": link.school, "mobility": mobility, "flow": mobility.flow, "form": form, "link": link}
    if request.method == "POST" and form.is_valid():
        answers = form.answers()
        if keep_answers(mobility.person, answers, by_link=True):
            mark_answered(mobility)
        context |= {"open": _still_open(mobility), "expires_on": _expires_on(mobility, answers)}
        return render(request, "mobilities/answers_thanks.html", context)
    return render(request, "mobilities/answers_page.html", context)


def _still_open(mobility: Mobility) -> list[str]:
    """What the school still needs, in the words of the questions."""
    file, asked = on_file([mobility.person_id])[mobility.person_id], groups_for(mobility)
    there = {
        _("bank account"): file.has_account,
        _("travel document"): file.document_expires_on is not None,
        _("emergency contact"): file.has_emergency_contact,
        _("parent or guardian"): bool(file.guardians) or "guardian" not in asked,
    }
    return [name for name, is_there in there.items() if not is_there]


def _expires_on(mobility: Mobility, answers: Answers) -> date | None:
    """The last day of the document just given, where it ends before the journey does."""
    away = journey(mobility.span, mobility.flow.travel_days)
    expires_on = answers.document_expires_on
    return expires_on if expires_on and expires_before_end(expires_on, away) else None
