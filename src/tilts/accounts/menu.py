"""What accounts add to the pages of the house."""

from typing import Any

from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts import links
from tilts.accounts.colleague_views import invitation_page
from tilts.accounts.colleagues import PURPOSE
from tilts.accounts.models import User
from tilts.accounts.queries import mark_of_school, schools_of
from tilts.accounts.schools import in_school
from tilts.core.history import history_of
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register(
        "web.menu", slots.MenuEntry(_("Who may what"), "accounts:roles", "shield-check", "accounts.view"), order=900
    )
    slots.register(
        "web.menu", slots.MenuEntry(_("Users"), "accounts:users", "person-plus", "accounts.users"), order=890
    )
    slots.register(
        "web.menu", slots.MenuEntry(_("School"), "accounts:school", "building", "accounts.settings"), order=880
    )
    slots.register("web.brand", slots.template_part("accounts/brand_mark.html", _brand_mark))
    links.register(PURPOSE, invitation_page)
    slots.register("web.user_menu", slots.template_part("accounts/user_menu.html", _user_menu), order=1)
    history = slots.template_part(
        "accounts/history_panel.html", lambda request, record: {"changes": history_of(record)}
    )
    places = ("partners.partner", "agreements.agreement", "projects.project", "mobilities.flow", "mobilities.past")
    for place in places:
        slots.register(f"{place}.panels", history, order=900, permission="history.view")


def _brand_mark(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    """On pages for people without an account: whose page it is."""
    school = getattr(request, "link_school", None)
    if school is None:
        return None
    with in_school(school):
        mark = mark_of_school()
    return {"link_school": school, "mark": mark} if mark else None


def _user_menu(request: HttpRequest, user: User) -> dict[str, Any]:
    """The way to the account, which stands outside every school, and to the schools one is not in just now."""
    here, school = get_script_prefix(), getattr(request, "school", None)
    own = getattr(request, "own_schools", None)
    if own is None:
        own = schools_of(user)
    house = here.removesuffix(f"{school.slug}/") if school else here
    return {
        "account_url": house + reverse("your_account:page").removeprefix(here),
        "house": house,
        "other_schools": [each for each in own if each != school],
    }
