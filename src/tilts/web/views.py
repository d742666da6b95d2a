"""Pages about pages: what went wrong, and how it should look."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tilts.web import undo
from tilts.web.components.lists import TASK_STATES
from tilts.web.components.small import icon_names
from tilts.web.context import KEYS_COOKIE, THEME_COOKIE, THEMES
from tilts.web.forms import TypedConfirmForm

YEAR = 365 * 24 * 60 * 60  # seconds


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Somebody is signed in and may not: calm, with a way on, telling nothing of what is behind."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark in a cookie, anything else forgets it; then back to the page."""
    response = HttpResponseRedirect(_way_back(request, request.POST.get("next", ""), "/"))
    theme = request.POST.get("theme")
    if theme in THEMES:
        # Readable for the page's own script, which changes the theme without a reload.
        response.set_cookie(THEME_COOKIE, theme, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response


@require_http_methods(["GET", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    """The keys that work in Tilts, and the switch that turns them off."""
    if request.method == "GET":
        return render(request, "web/keys.html")
    response = HttpResponseRedirect(_way_back(request, request.POST.get("next", ""), get_script_prefix()))
    if request.POST.get("keys") == "off":
        response.set_cookie(KEYS_COOKIE, "off", max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(KEYS_COOKIE, samesite="Lax")
    return response


@login_required
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Put back what was just removed, then back to the page."""
    try:
        undo.take_back(request, request.POST.get("undo", ""))
    except PermissionError as error:
        raise PermissionDenied from error
    except undo.CannotUndo:
        messages.error(request, _("This can’t be taken back any more."))
    else:
        messages.success(request, _("It is back."))
    return HttpResponseRedirect(_way_back(request, request.headers.get("Referer", ""), get_script_prefix()))


def _way_back(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """The wanted address when it is one of ours."""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else otherwise


# The page that shows every component


class SampleForm(forms.Form):
    """One field of each kind, for the style page."""

    name = forms.CharField(label="Name", help_text="As it signs.")
    kind = forms.ChoiceField(label="Kind", choices=[("school", "School"), ("company", "Company")])
    begins_on = forms.DateField(label="First day", widget=forms.DateInput(attrs={"type": "date"}))
    seats = forms.IntegerField(label="Seats", min_value=1)
    mode = forms.ChoiceField(
        label="Mode", choices=[("physical", "Physical"), ("blended", "Blended")], widget=forms.RadioSelect
    )
    is_green = forms.BooleanField(label="Green travel", required=False, help_text="Most of the way by train or bus.")
    remarks = forms.CharField(label="Remarks", required=False, widget=forms.Textarea)
    file = forms.FileField(label="File", required=False)


COLOURS = ("paper", "surface", "sunken", "ink", "muted", "line", "line-strong", "brand", "brand-strong", "brand-soft")
TONES = ("neutral", "info", "good", "warn", "bad")


@login_required
@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every token and component at once, with the call that makes it; in English, for who builds pages."""
    context = {
        "colours": [*COLOURS, "amber", "focus", "top"],
        "tones": TONES,
        "spaces": range(1, 7),
        "icons": sorted(icon_names()),
        "task_states": TASK_STATES,
        "form": SampleForm(initial={"name": "Rakvere Ametikool", "seats": 20}),
        "form_with_errors": SampleForm({"seats": "0"}, prefix="wrong"),
        "typed_form": TypedConfirmForm(word="Rakvere Ametikool", prefix="typed"),
    }
    return render(request, "web/style.html", context)
