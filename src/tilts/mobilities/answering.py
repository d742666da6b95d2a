"""The page behind a personal link: a participant or guardian gives what no class list holds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tilts.accounts.models import PersonalLink
from tilts.mobilities.asking import groups_for, mark_answered
from tilts.mobilities.models import Mobility
from tilts.people.actions import keep_answers
from tilts.people.answers import fields_of
from tilts.people.forms import AnswersForm


def answers_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Who asks, why and how long it takes; the questions; and, once sent, a word of thanks."""
    mobility = Mobility.objects.select_related("flow__partner", "person").filter(pk=link.subject_id).first()
    if mobility is None or mobility.state == Mobility.State.CANCELLED:
        raise Http404
    form = AnswersForm(mobility.person, fields_of(groups_for(mobility)), request.POST or None)
    context = {"link_school": link.school, "mobility": mobility, "flow": mobility.flow, "form": form, "link": link}
    if request.method == "POST" and form.is_valid():
        if keep_answers(mobility.person, form.answers(), by_link=True):
            mark_answered(mobility)
        return render(request, "mobilities/answers_thanks.html", context)
    return render(request, "mobilities/answers_page.html", context)
