"""Pages about who works for the school: inviting, roles, taking away; and the page behind an invitation's link."""

import logging

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts import colleagues, queries
from tilts.accounts.forms import InvitationForm, NewAccountForm, RolesForm
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.models import Invitation, PersonalLink, User
from tilts.accounts.roles import NEED_SECOND_FACTOR
from tilts.web.rendering import way_back

logger = logging.getLogger(__name__)


@school_page("accounts.users")
def user_list(request: SchoolRequest) -> HttpResponse:
    """Who works for the school, who is invited, and what was changed."""
    context = {
        "colleagues": queries.colleagues(request.school),
        "invitations": [(each, queries.has_run_out(each)) for each in queries.open_invitations()],
        "events": queries.access_events(),
    }
    return render(request, "accounts/user_list.html", context)


@school_page("accounts.users")
@require_http_methods(["GET", "POST"])
def user_invite(request: SchoolRequest) -> HttpResponse:
    """Invite somebody by mail."""
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        try:
            _invite(request, form.cleaned_data["email"], form.cleaned_data["roles"])
        except ValidationError as error:
            form.add_error("email", error)
        else:
            return redirect("accounts:users")
    context = {"form": form, "title": _("Invite somebody"), **way_back(reverse("accounts:users"), _("Users"))}
    return render(request, "accounts/user_invite.html", context)


@school_page("accounts.users")
@require_POST
def invitation_send(request: SchoolRequest, pk: int) -> HttpResponse:
    """Send an invitation again, with a new link."""
    invitation = get_object_or_404(Invitation.objects.all(), pk=pk)
    if invitation.accepted_at is None:
        try:
            _invite(request, invitation.email, invitation.roles)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    return redirect("accounts:users")


@school_page("accounts.users")
@require_POST
def invitation_withdraw(request: SchoolRequest, pk: int) -> HttpResponse:
    """The link no longer works."""
    colleagues.withdraw(get_object_or_404(Invitation.objects.all(), pk=pk), by=request.user)
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("accounts:users")


@school_page("accounts.users")
@require_http_methods(["GET", "POST"])
def user_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """What somebody does in the school."""
    colleague = _colleague(request, pk)
    form = RolesForm(request.POST or None, initial={"roles": list(colleague.roles)})
    if form.is_valid():
        try:
            colleagues.change_roles(colleague.user, form.cleaned_data["roles"], by=request.user)
        except ValidationError as error:
            form.add_error("roles", error)
        else:
            messages.success(request, _("Saved."))
            # Who has just given up the right to see this page is not led back to it.
            return redirect("accounts:users" if _still_may(request) else "home:start")
    return render(
        request,
        "accounts/user.html",
        {
            "form": form,
            "colleague": colleague,
            "is_self": colleague.user == request.user,
            "needs_second_step": not NEED_SECOND_FACTOR.isdisjoint(colleague.roles),
            "second_step_stays": colleagues.why_second_step_stays(colleague.user, by=request.user),
        },
    )


@school_page("accounts.users")
@require_POST
def user_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Somebody no longer works for the school."""
    colleague = _colleague(request, pk)
    try:
        colleagues.take_away(colleague.user, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("accounts:user", pk)
    messages.success(request, _("%(name)s no longer works for this school.") % {"name": colleague.user})
    if colleague.user == request.user:  # the school is now closed to them
        return redirect(get_script_prefix().removesuffix(f"{request.school.slug}/") or "/")
    return redirect("accounts:users")


@school_page("accounts.users")
@require_POST
def second_step_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """After a lost phone."""
    colleague = _colleague(request, pk)
    try:
        colleagues.take_second_step_away(colleague.user, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request,
            _("The second step of %(name)s is taken away, and a mail tells them so.") % {"name": colleague.user},
        )
    return redirect("accounts:user", pk)


def invitation_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Behind an invitation's link: a new account, or one more school for an old one, once it is accepted."""
    invitation = Invitation.objects.filter(pk=link.subject_id).first()
    if invitation is None or not colleagues.is_open(invitation):
        return render(request, "accounts/link_ended.html", {"link_school": link.school}, status=410)
    is_known = User.objects.filter(email__iexact=invitation.email).exists()
    form = None if is_known else NewAccountForm(request.POST or None, email=invitation.email)
    if request.method == "POST" and (form is None or form.is_valid()):
        typed = form.cleaned_data if form else {}
        try:
            user = colleagues.accept(
                invitation,
                given_names=typed.get("first_name", ""),
                family_name=typed.get("last_name", ""),
                password=typed.get("password", ""),
            )
        except ValidationError:
            return render(request, "accounts/link_ended.html", {"link_school": link.school}, status=410)
        messages.success(request, _("Welcome. You now work for %(school)s.") % {"school": link.school})
        if form:  # who has chosen the password just now need not type it again
            login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect(f"{get_script_prefix()}{link.school.slug}/")
    return render(
        request,
        "accounts/invitation.html",
        {"invitation": invitation, "link_school": link.school, "form": form},
    )


def _invite(request: SchoolRequest, email: str, roles: list[str]) -> None:
    invitation, link = colleagues.invite(email, roles, by=request.user)
    try:
        colleagues.mail_invitation(invitation, link)
    except OSError:
        logger.exception("invitation %s of school %s could not be mailed", invitation.pk, invitation.school_id)
        messages.error(
            request, _("The mail to %(email)s could not be sent. Send it again later.") % {"email": invitation.email}
        )
        return
    messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": invitation.email})
    if settings.TILTS_DEMO:
        messages.info(request, _("In a demo no mail is sent. Its link is: %(link)s") % {"link": link})


def _colleague(request: SchoolRequest, pk: int) -> queries.Colleague:
    found = next((each for each in queries.colleagues(request.school) if each.user.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _still_may(request: SchoolRequest) -> bool:
    request.roles = queries.roles_in_school(request.user, request.school)
    return request.may("accounts.users")
