"""Pages of the school's own office in a negotiation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.drafting.actions import StillMissing
from tilts.agreements.drafting.presenting import clause_difference, title_for
from tilts.agreements.drafting.views import tell_why_not
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions, queries
from tilts.agreements.negotiating.forms import AnswerForm, NegotiatorForm
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.agreements.negotiating.rules import merged
from tilts.agreements.queries import agreements
from tilts.agreements.rules import NotPossible
from tilts.core.languages import language_name
from tilts.web.rendering import ask_to_remove, way_back


@school_page("agreements.change")
@require_POST
def propose(request: SchoolRequest, pk: int) -> HttpResponse:
    """Put the text as it is now to the other side."""
    agreement = get_object_or_404(agreements(), pk=pk)
    try:
        version = actions.propose_to_all(agreement)
    except (NotPossible, StillMissing) as error:
        tell_why_not(request, error)
    else:
        messages.success(request, _("Version %(number)s is proposed.") % {"number": version.position})
        if not queries.negotiators_of(agreement).exists():
            messages.warning(
                request, _("Nobody gets a mail yet: press “Ask the other side” and say who is to read it.")
            )
    return redirect(agreement)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def drop(request: SchoolRequest, pk: int) -> HttpResponse:
    """Ask, then drop the change and tell who was asked to read it: what was signed last is the text again."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if request.method == "POST":
        try:
            actions.drop_for_all(agreement)
        except (NotPossible, StillMissing) as error:
            tell_why_not(request, error)
        else:
            messages.success(request, _("The change is dropped. The text is again what was signed."))
        return redirect(agreement)
    context = {
        "title": _("Drop the change?"),
        "text": _(
            "Text, figures, plan and term are again those that were signed last. What was proposed meanwhile stays "
            "among the versions and is not signed; who was asked to read it is told by mail."
        ),
        "label": _("Drop the change"),
        "back": agreement.get_absolute_url(),
    }
    return render(request, "web/confirm_page.html", context)


@school_page("agreements.view")
def negotiation_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """Who was asked, what was said and changed, by whom and when."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if agreement.is_recorded:
        return redirect(agreement)
    context = {
        "agreement": agreement,
        "negotiators": list(queries.negotiators_of(agreement)),
        "course": queries.course_of(agreement),
        "answer_form": AnswerForm(),
        "shows_names": request.may("partners.contacts"),
        "may_talk": agreement.may_be_written and request.may("agreements.change"),
        "may_answer": not agreement.is_copy and request.may("agreements.change"),
    }
    return render(request, "agreements/negotiating/negotiation_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def negotiator_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Ask somebody of the other side to read the text."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if not agreement.may_be_written:
        return redirect(agreement)
    form = NegotiatorForm(agreement, request.POST or None)
    if form.is_valid():
        negotiator = actions.invite(form.save(commit=False))
        if agreement.state == Agreement.State.PROPOSED:
            messages.success(request, _("%(name)s gets a mail with a personal link.") % {"name": negotiator})
        else:
            messages.success(request, _("%(name)s gets a mail once the text is proposed.") % {"name": negotiator})
        return redirect("agreements:negotiating:page", agreement.pk)
    context = {"form": form, "title": _("Ask the other side"), **way_back(agreement)}
    return render(request, "agreements/negotiating/negotiator_form.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def negotiator_remove(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Ask somebody no more, after asking once."""
    negotiator = _negotiator(pk, part_pk)
    if request.method == "GET":
        text = _("The personal link ends at once. What was said stays.")
        return ask_to_remove(request, negotiator, negotiator.agreement.get_absolute_url(), text=text)
    actions.end_talks_with(negotiator)
    return redirect("agreements:negotiating:page", pk)


@school_page("agreements.change")
@require_POST
def negotiator_link(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """A new personal link, shown this once: to be sent another way than by mail."""
    negotiator = _negotiator(pk, part_pk)
    context = {"agreement": negotiator.agreement, "negotiator": negotiator, "address": actions.link_for(negotiator)}
    response = render(request, "agreements/negotiating/link_page.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@school_page("agreements.change")
@require_POST
def remark_answer(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a remark over, or leave the text as it is and say why; both wordings are shown where it would undo one."""
    agreement = get_object_or_404(agreements(), pk=pk)
    remark = get_object_or_404(Remark, pk=part_pk, agreement=agreement)
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        try:
            if request.POST.get("do") == "take":
                alone = actions.take_over(remark, answer, over=request.POST.get("over", ""))
                if alone:
                    return _word_the_others(request, remark, alone)
                messages.success(request, _taken(remark))
            else:
                actions.decline(remark, answer)
                messages.success(request, _("Answered."))
        except actions.NewerWording as newer:
            return _choose(request, agreement, remark, newer, answer)
        except actions.AlreadyAnswered:
            messages.error(request, _("Somebody has answered this remark already."))
        except NotPossible:
            messages.error(request, _("The text can't be changed now, or the clause is gone."))
    return redirect("agreements:negotiating:page", agreement.pk)


def _taken(remark: Remark) -> str:
    return _("Taken over. Propose the text anew when you are done.") if remark.wording else _("Answered.")


def _word_the_others(request: SchoolRequest, remark: Remark, alone: list[str]) -> HttpResponse:
    """Both texts hold alike: to the clause, so that its other language follows."""
    names = ", ".join(language_name(code, get_language() or "en") for code in alone)
    told = _("Taken over. This text was not reworded: %(languages)s. Word it here so that all say the same.")
    messages.warning(request, told % {"languages": names})
    return redirect("agreements:drafting:clause", remark.agreement_id, remark.clause_key)


def _choose(
    request: SchoolRequest, agreement: Agreement, remark: Remark, newer: actions.NewerWording, answer: str
) -> HttpResponse:
    """The clause as it stands now beside what is proposed, each with what it changed of the text that was read."""
    read, clause = queries.text_read(remark), newer.clause
    context = {
        "agreement": agreement,
        "remark": remark,
        "clause": clause,
        "is_undone": any(clause.texts[code] != read.get(code, "") for code in remark.wording if code in clause.texts),
        "over": newer.seal,
        "answer": answer,
        "title": title_for(clause.titles, list(clause.titles)),
        "now": clause_difference(read, clause.texts),
        "proposed": clause_difference(read, merged(read, remark.wording)),
    }
    return render(request, "agreements/negotiating/choose_page.html", context)


def _negotiator(pk: int, part_pk: int) -> Negotiator:
    agreement = get_object_or_404(agreements(), pk=pk)
    return get_object_or_404(queries.negotiators_of(agreement), pk=part_pk)
