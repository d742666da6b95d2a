"""Pages of drafts: what is to be agreed, its clauses, its versions, its paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.actions import keep_agreement
from tilts.agreements.drafting import actions, queries
from tilts.agreements.drafting.content import ClauseText, clauses_of, conditions_of, languages_of, template_text
from tilts.agreements.drafting.forms import AgreedForm, ClauseForm, ConditionsForm, DraftForm
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.presenting import shown_differences
from tilts.agreements.drafting.rules import short_hash
from tilts.agreements.held import held_while
from tilts.agreements.models import Agreement
from tilts.agreements.queries import agreements
from tilts.agreements.rules import NotPossible, leads_on, may_be_written
from tilts.agreements.sentences import missing_sentence
from tilts.core.languages import language_name
from tilts.documents.typesetting import safe_file_name, typeset
from tilts.web.rendering import way_back


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def draft_add(request: SchoolRequest) -> HttpResponse:
    """Begin a draft."""
    initial = {"partners": request.GET.getlist("partner"), "framework": request.GET.get("framework")}
    if request.GET.get("framework"):
        initial["kind"] = Agreement.Kind.ANNEX
    form = DraftForm(request.POST or None, initial=initial)
    if form.is_valid():
        agreement = actions.begin_draft(
            form.save(commit=False),
            form.cleaned_data["partners"],
            allies=form.cleaned_data["allies"],
            head=queries.head_of_school(),
        )
        messages.success(request, _("The draft is begun. The list says what comes next."))
        return redirect(agreement)
    context = {"form": form, "title": _("Draft an agreement"), **way_back(reverse("agreements:list"))}
    return render(request, "web/form_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_written)
def draft_change(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """Change what is to be agreed."""
    form = DraftForm(request.POST or None, instance=agreement)
    if form.is_valid():
        keep_agreement(form.save(commit=False), form.cleaned_data["partners"], allies=form.cleaned_data["allies"])
        return redirect(agreement)
    context = {"form": form, "title": _("Change the draft"), **way_back(agreement), "asks": True}
    context["remove"] = reverse("agreements:remove", args=[agreement.pk])
    return render(request, "web/removable_form_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_written)
def conditions_change(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """The figures on which both sides agree."""
    form = ConditionsForm(request.POST or None, instance=conditions_of(agreement))
    if form.is_valid():
        actions.keep_conditions(form.save(commit=False))
        return redirect(agreement)
    return render(request, "web/form_page.html", {"form": form, "title": _("Conditions"), **way_back(agreement)})


# The text


@school_page("agreements.view")
def text_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """The clauses in both languages side by side, as they stand now."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if agreement.is_recorded:
        return redirect(agreement)
    codes = languages_of(agreement)
    context = {
        "agreement": agreement,
        "clauses": queries.clauses_shown(agreement),
        "languages": [(code, language_name(code, request.LANGUAGE_CODE)) for code in codes],
        "may_write": agreement.may_be_written and request.may("agreements.change"),
    }
    return render(request, "agreements/drafting/text_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_written)
def clause_add(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """A clause of one's own."""
    codes = languages_of(agreement)
    empty = ClauseText("", dict.fromkeys(codes, ""), dict.fromkeys(codes, ""))
    form = ClauseForm(empty, request.POST or None, places=len(clauses_of(agreement)))
    if form.is_valid():
        actions.add_clause(agreement, form.titles(), form.texts(), form.cleaned_data["position"])
        return redirect("agreements:drafting:text", agreement.pk)
    context = {"form": form, "title": _("A clause of your own"), **_back_to_text(agreement)}
    return render(request, "web/form_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_written)
def clause_change(request: SchoolRequest, agreement: Agreement, key: str) -> HttpResponse:
    """Word a clause anew for this agreement, leave it out, or let it stand as in the template."""
    clause = _clause(agreement, key)
    form = ClauseForm(clause, request.POST or None)
    if form.is_valid():
        actions.word_clause(agreement, key, form.titles(), form.texts())
        return redirect("agreements:drafting:text", agreement.pk)
    context = {"form": form, "title": _("Clause"), "agreement": agreement, "clause": clause, **_back_to_text(agreement)}
    return render(request, "agreements/drafting/clause_page.html", context)


@school_page("agreements.change")
@require_POST
@held_while(may_be_written)
def clause_leave_out(request: SchoolRequest, agreement: Agreement, key: str) -> HttpResponse:
    """Leave a clause out; one of the template can be put back."""
    actions.leave_out(agreement, _clause(agreement, key).key)
    return redirect("agreements:drafting:text", agreement.pk)


@school_page("agreements.change")
@require_POST
@held_while(may_be_written)
def clause_put_back(request: SchoolRequest, agreement: Agreement, key: str) -> HttpResponse:
    """Let a clause stand again as the template has it."""
    clause = _clause(agreement, key)
    if not clause.is_own:
        actions.as_in_template(agreement, clause.key)
    return redirect("agreements:drafting:text", agreement.pk)


def _clause(agreement: Agreement, key: str) -> ClauseText:
    """The clause as it stands now. Raises Http404 for one that neither the template nor the agreement has."""
    found = next((each for each in clauses_of(agreement) if each.key == key), None) or template_text(agreement, key)
    if found is None:
        raise Http404
    return found


def _back_to_text(agreement: Agreement) -> dict[str, str]:
    return {"back": reverse("agreements:drafting:text", args=[agreement.pk]), "of": str(agreement)}


# The paper and its versions


@school_page("agreements.view")
def draft_paper(request: SchoolRequest, pk: int) -> HttpResponse:
    """The paper as it would be signed now."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if agreement.is_recorded:
        return redirect(agreement)
    last = queries.shown_version(agreement)
    content = actions.content_of(agreement) if agreement.may_be_written or last is None else last.content
    names = request.may("partners.contacts")
    paper = queries.paper_of(agreement, content, last.position if last else 1, names=names)
    return _pdf(typeset(paper), str(agreement))


@school_page("agreements.view")
def versions_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """Every version, the newest first, and which is in force."""
    agreement = get_object_or_404(agreements(), pk=pk)
    versions = [(each, _signed_files(request, each)) for each in queries.versions_of(agreement)]
    context = {"agreement": agreement, "versions": versions}
    return render(request, "agreements/drafting/versions_page.html", context)


@school_page("agreements.view")
def version_page(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """One version as it stands, and what differs from the one before, or from the one that `?with=` names."""
    agreement = get_object_or_404(agreements(), pk=pk)
    versions = list(queries.versions_of(agreement))
    version = next((each for each in versions if each.pk == part_pk), None)
    if version is None:
        raise Http404
    wanted = request.GET.get("with", str(version.position - 1))
    other = next((each for each in versions if str(each.position) == wanted), None)
    context = {
        "agreement": agreement,
        "version": version,
        "signed": _signed_files(request, version),
        "fingerprint": short_hash(version.content_hash),
        "other": other,
        "others": [each for each in versions if each != version],
        "differences": shown_differences(other.content, version.content) if other else [],
        "languages": [(code, language_name(code, request.LANGUAGE_CODE)) for code in version.content["languages"]],
    }
    return render(request, "agreements/drafting/version_page.html", context)


def _signed_files(request: SchoolRequest, version: Version) -> list[queries.SignedFile]:
    """For who sees contacts: the papers name who signs."""
    return queries.signed_files(version) if request.may("partners.contacts") else []


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, safe_file_name(f"{name}.pdf")) or "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response


# Steps


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def draft_agree(request: SchoolRequest, pk: int) -> HttpResponse:
    """Hold that the other side agreed in another way than by its link."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if not leads_on(agreement.stands, "agree"):
        return redirect(agreement)
    last = queries.latest(agreement)
    form = AgreedForm(request.POST or None, initial={"shown": last.content_hash if last else ""})
    if form.is_valid():
        everybody = frozenset(queries.draft_of(agreement).sides)
        try:
            actions.agree(agreement, agreed_sides=everybody, **form.cleaned_data)
        except (NotPossible, actions.StillMissing) as error:
            tell_why_not(request, error)
        else:
            messages.success(request, _("The text is agreed. Now it can be signed."))
        return redirect(agreement)
    context = {"form": form, "title": _("The other side agreed"), **way_back(agreement)}
    return render(request, "web/form_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def draft_reopen(request: SchoolRequest, pk: int) -> HttpResponse:
    """Ask, then take the text back to the draft."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if request.method == "POST":
        try:
            actions.reopen(agreement)
        except (NotPossible, actions.StillMissing) as error:
            tell_why_not(request, error)
        return redirect(agreement)
    context = {
        "title": _("Change what was agreed?"),
        "text": _(
            "The text becomes a draft again. What you change makes a new version, which both sides agree to and sign "
            "anew. A version that is in force stays in force until then."
        ),
        "label": _("Take it back to the draft"),
        "back": agreement.get_absolute_url(),
    }
    return render(request, "web/confirm_page.html", context)


def tell_why_not(request: SchoolRequest, error: NotPossible | actions.StillMissing) -> None:
    """Say on the next page why a step could not be taken."""
    if isinstance(error, actions.StillMissing):
        for code in error.missing:
            messages.error(request, missing_sentence(code))
        if error.texts:
            messages.error(request, ", ".join(each.label for each in error.texts))
    else:
        messages.error(request, _("Somebody was quicker: the agreement is in another state now."))
