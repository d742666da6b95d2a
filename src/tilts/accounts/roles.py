"""Who may what: one table, which the code asks and a page shows.

A permission reads `subject.verb`. A school page names the one it needs (`accounts.guard`); a person
with several roles in a school may what any of them may.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does in a school's international office."""

    COORDINATOR = "coordinator", _("Coordinator")
    DIRECTOR = "director", _("Director")
    FINANCE = "finance", _("Finance officer")
    TEACHER = "teacher", _("Accompanying teacher")
    COMMITTEE = "committee", _("Committee member")
    EDITOR = "editor", _("Editor")


_TABLE = """
permission          coordinator  director  finance  teacher  committee  editor
partners.view       yes          yes       yes      yes      yes        yes
partners.contacts   yes          yes       yes      yes      .          .
partners.change     yes          .         .        .        .          .
agreements.view     yes          yes       yes      yes      yes        yes
agreements.change   yes          .         .        .        .          .
signing.view        yes          yes       yes      .        .          .
signing.send        yes          .         .        .        .          .
signing.sign        .            yes       .        .        .          .
people.view         yes          yes       yes      .        .          .
people.change       yes          .         .        .        .          .
people.bank         yes          .         yes      .        .          .
people.needs        yes          .         .        .        .          .
people.privacy      yes          .         .        .        .          .
projects.view       yes          yes       yes      yes      yes        yes
projects.change     yes          .         .        .        .          .
projects.rates      yes          .         yes      .        .          .
money.view          yes          yes       yes      .        .          .
money.change        yes          .         yes      .        .          .
money.prepare       yes          .         yes      .        .          .
money.approve       yes          yes       yes      .        .          .
money.export        yes          .         yes      .        .          .
mobilities.past     yes          yes       yes      yes      yes        yes
mobilities.view     yes          yes       yes      .        .          .
mobilities.change   yes          .         .        .        .          .
mobilities.print    yes          yes       .        .        .          .
mobilities.evidence yes          .         yes      .        .          .
exchange.import     yes          .         .        .        .          .
exchange.module     yes          .         .        .        .          .
public.view         yes          yes       .         .        .          yes
public.change       yes          .         .        .        .          yes
mail.view           yes          .         .        .        .          .
history.view        yes          yes       yes      .        .          .
accounts.view       yes          yes       yes      yes      yes        yes
accounts.settings   yes          yes       .        .        .          .
accounts.users      yes          yes       .        .        .          .
"""

#: Who must sign in with a second step: who sees participants or their money, by what a stolen password would show.
_DEMANDS = """
demand              coordinator  director  finance  teacher  committee  editor
second_factor       yes          yes       yes      .        .          .
"""


def _read(table: str) -> dict[str, frozenset[Role]]:
    head, *lines = (line.split() for line in table.strip().splitlines())
    roles = [Role(name) for name in head[1:]]
    return {
        permission: frozenset(role for role, cell in zip(roles, cells, strict=True) if cell == "yes")
        for permission, *cells in lines
    }


#: Each permission with the roles that have it, in the order of the table.
MATRIX = _read(_TABLE)
#: The roles that must sign in with a second step (`accounts.second_factor`).
NEED_SECOND_FACTOR = _read(_DEMANDS)["second_factor"]

#: What a permission allows, in words.
LABELS = {
    "partners.view": _("See partners"),
    "partners.contacts": _("See whom to write to at a partner"),
    "partners.change": _("Add and change partners"),
    "agreements.view": _("See agreements"),
    "agreements.change": _("Record and change agreements"),
    "signing.view": _("See what was sent to sign, and who has signed"),
    "signing.send": _("Send papers to sign, remind, withdraw, check in what was signed by hand"),
    "signing.sign": _("Sign for the school"),
    "people.view": _("See participants and their data"),
    "people.change": _("Add and change participants"),
    "people.bank": _("See whole numbers of bank accounts and travel documents"),
    "people.needs": _("See what participants need: health, diet, fewer opportunities"),
    "people.privacy": _("Give out and erase all that is held of a participant"),
    "projects.view": _("See projects"),
    "projects.change": _("Add and change projects"),
    "projects.rates": _("Enter the rates of a grant agreement"),
    "money.view": _("See a project's budget, payments and receipts"),
    "money.change": _("Type budgets, promise grants, record what comes in"),
    "money.prepare": _("Prepare and withdraw payments"),
    "money.approve": _("Approve payments that somebody else prepared"),
    "money.export": _("Write files for the bank and say what is paid"),
    "mobilities.past": _("See earlier activities by their counts"),
    "mobilities.view": _("See flows, participants and grants"),
    "mobilities.change": _("Plan flows and change who travels"),
    "mobilities.print": _("Print the papers of a flow"),
    "mobilities.evidence": _("Keep supporting papers, make desk checks, give an auditor a link"),
    "exchange.import": _("Bring in a class list"),
    "exchange.module": _("Fill files for the Beneficiary Module and compare what comes back"),
    "public.view": _("See the public pages before they are public"),
    "public.change": _("Decide what the public sees, and write its texts"),
    "mail.view": _("Read the outbox"),
    "history.view": _("See who changed what"),
    "accounts.view": _("See who may what"),
    "accounts.settings": _("Change the school's settings: its name, mark and papers"),
    "accounts.users": _("Invite people, give roles and take them away"),
}


def allowed(roles: set[Role], permission: str) -> bool:
    """May somebody with these roles do this? Raises KeyError for a permission that is not in the table."""
    return bool(MATRIX[permission] & roles)
