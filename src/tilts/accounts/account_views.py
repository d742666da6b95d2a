"""Pages of somebody's own account; those of signing in itself are allauth's."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tilts.accounts import second_factor
from tilts.accounts.models import User
from tilts.accounts.presenting import second_steps_of
from tilts.accounts.queries import all_roles_of
from tilts.accounts.sign_in_forms import AccountForm

YEAR = 365 * 24 * 60 * 60  # seconds


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def your_account(request: HttpRequest) -> HttpResponse:
    """Name, language, and every way of signing in."""
    user = User.objects.get(pk=request.user.pk)  # a refused name must not show in the head of the page
    form = AccountForm(request.POST or None, instance=user)
    if form.is_valid():
        form.save()
        with override(user.language or None):
            messages.success(request, _("Your account is saved."))
        return _remember_language(redirect("your_account:page"), user)
    context = {
        "form": form,
        "steps": second_steps_of(user),
        "is_needed": second_factor.is_demanded(all_roles_of(user)),
    }
    return render(request, "accounts/your_account.html", context)


@login_required
@never_cache
@require_safe
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """Where somebody is led whose role asks for a second step that they don't have yet."""
    if not second_factor.is_missing_anywhere(request.user):
        return redirect("home:start")
    return render(request, "accounts/second_factor_needed.html")


def _remember_language(response: HttpResponse, user: User) -> HttpResponse:
    """This browser shows the chosen language from now on, or again the one it asks for."""
    if user.language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            max_age=YEAR,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    else:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return response
