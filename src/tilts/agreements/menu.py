"""What agreements add to the pages of the house."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts import links
from tilts.agreements import actions, calendar, changes, life
from tilts.agreements.concluding import menu as concluding
from tilts.agreements.exchanging import menu as exchanging
from tilts.agreements.living import menu as living
from tilts.agreements.negotiating.actions import PURPOSE
from tilts.agreements.negotiating.guest import guest_page
from tilts.agreements.privacy import erase_from_agreements, export_agreements, why_they_must_stay
from tilts.agreements.queries import agreements_with, find
from tilts.partners.life import sources
from tilts.partners.models import Partner
from tilts.people import privacy
from tilts.web import slots, undo


def register() -> None:
    """Called once, when the app is ready."""
    links.register(PURPOSE, guest_page)
    privacy.register_exporter("agreements", export_agreements)
    privacy.register_eraser("agreements", erase_from_agreements, must_stay=why_they_must_stay)
    concluding.register()
    living.register()
    exchanging.register()
    sources.register(life.moments_of, permission="agreements.view")
    calendar.register_entries()
    changes.register()
    undo.register("agreements.activity", actions.put_back_activity, permission="agreements.change")
    slots.register(
        "web.menu",
        slots.MenuEntry(_("Agreements"), "agreements:list", "file-earmark-check", "agreements.view", "a"),
        order=310,
    )
    slots.register(
        "web.search", slots.Finder(_("Agreements"), "file-earmark-check", find, "agreements.view"), order=310
    )
    slots.register(
        "partners.partner.panels",
        slots.template_part("agreements/partner_panel.html", _with_partner),
        order=20,
        permission="agreements.view",
    )


def _with_partner(request: Any, partner: Partner) -> dict[str, object]:
    """Its agreements, and where one with it is drafted by who may."""
    draft = f"{reverse('agreements:drafting:add')}?partner={partner.pk}"
    return {"agreements": agreements_with(partner), "draft": draft if request.may("agreements.change") else ""}
