"""The route walk: every address × every role × the ids of another school. Nothing of the other school ever shows.

A new address needs a line in PAGES (a page of a school: which record each number in it names) or in HOUSE (a page
of the house: an example of its address). A new kind of record needs nothing, or a line in `one_of_each.VALUES`.
"""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from django import forms
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.accounts.one_of_each import OURS, THEIRS, OneOfEach, all_kinds
from tilts.accounts.roles import MATRIX, Role
from tilts.accounts.schools import in_school
from tilts.partners.models import DirectoryEntry

OF_PARTNERS = {
    "names": "partners.PartnerName",
    "contacts": "partners.PartnerContact",
    "sites": "partners.PartnerSite",
    "programmes": "partners.StudyProgramme",
    "encounters": "partners.Encounter",
}

OF_PEOPLE = {
    "guardians": "people.Guardian",
    "bank": "people.BankAccount",
    "document": "people.TravelDocument",
    "emergency": "people.EmergencyContact",
    "consents": "people.Consent",
    "needs": "people.Need",
}

OF_STANDING = {
    "awards": "projects.Award",
    "accreditations": "projects.Accreditation",
    "totals": "projects.StatedTotal",
}

OF_STRATEGY = {
    "regions": "projects.StrategyRegion",
    "goals": "projects.Goal",
    "indicators": "projects.Indicator",
}

OF_MONEY = {
    "funder": "projects.FunderPayment",
    "cofinancing": "projects.CoFinancing",
    "receipts": "projects.Receipt",
}

#: An organisation of the directory, which no school owns.
DIRECTORY = "organisation"

#: Each page of a school: the records that the numbers in its address name, in their order; one line for each kind of
#: page that the address has. A word without a dot in the place of a record is put there as it is.
PAGES: dict[str, list[tuple[str, ...]]] = {
    "": [()],
    "search/": [()],
    "tour/leave/": [()],
    "tour/again/": [()],
    "tour/<slug:code>/": [("partner",)],
    "accounts/roles/": [()],
    "accounts/school/": [()],
    "accounts/school/change/": [()],
    "accounts/school/languages/": [()],
    "accounts/school/mark/": [()],
    "accounts/school/mark/remove/": [()],
    "accounts/users/": [()],
    "accounts/users/invite/": [()],
    "accounts/users/<int:pk>/": [("accounts.User",)],
    "accounts/users/<int:pk>/remove/": [("accounts.User",)],
    "accounts/users/<int:pk>/second-step/": [("accounts.User",)],
    "accounts/invitations/<int:pk>/send/": [("accounts.Invitation",)],
    "accounts/invitations/<int:pk>/withdraw/": [("accounts.Invitation",)],
    "papers/settings/": [()],
    "partners/": [()],
    "partners/export/": [()],
    "partners/new/": [()],
    "partners/towns/": [()],
    "partners/directory/": [()],
    "partners/directory/<int:pk>/": [(DIRECTORY,)],
    "partners/groups/": [()],
    "partners/groups/new/": [()],
    "partners/groups/<int:pk>/": [("partners.PartnerGroup",)],
    "partners/groups/<int:pk>/change/": [("partners.PartnerGroup",)],
    "partners/groups/<int:pk>/remove/": [("partners.PartnerGroup",)],
    "partners/programmes/": [()],
    "partners/programmes/export/": [()],
    "partners/programmes/new/": [()],
    "partners/programmes/<int:pk>/": [("partners.StudyProgramme our own",)],
    "partners/programmes/<int:pk>/remove/": [("partners.StudyProgramme our own",)],
    "partners/possible/": [()],
    "partners/<int:pk>/": [("partners.Partner",)],
    "partners/<int:pk>/life/": [("partners.Partner",)],
    "partners/<int:pk>/life/paper/": [("partners.Partner",)],
    "partners/<int:pk>/life/send/<int:contact_pk>/": [("partners.Partner", "partners.PartnerContact")],
    "partners/<int:pk>/both-teach/": [("partners.Partner",)],
    "partners/<int:pk>/change/": [("partners.Partner",)],
    "partners/<int:pk>/remove/": [("partners.Partner",)],
    "partners/<int:pk>/<slug:part>/new/": [("partners.Partner", part) for part in OF_PARTNERS],
    "partners/<int:pk>/<slug:part>/<int:part_pk>/": [("partners.Partner", *each) for each in OF_PARTNERS.items()],
    "partners/<int:pk>/<slug:part>/<int:part_pk>/remove/": [
        ("partners.Partner", *each) for each in OF_PARTNERS.items()
    ],
    "agreements/": [()],
    "agreements/export/": [()],
    "agreements/new/": [()],
    "agreements/<int:pk>/": [("agreements.Agreement",)],
    "agreements/<int:pk>/change/": [("agreements.Agreement",)],
    "agreements/<int:pk>/remove/": [("agreements.Agreement",)],
    "agreements/<int:pk>/signatories/new/": [("agreements.Agreement",)],
    "agreements/<int:pk>/signatories/<int:part_pk>/": [("agreements.Agreement", "agreements.Signatory")],
    "agreements/<int:pk>/signatories/<int:part_pk>/remove/": [("agreements.Agreement", "agreements.Signatory")],
    "agreements/<int:pk>/activities/new/": [("agreements.Agreement",)],
    "agreements/<int:pk>/activities/<int:part_pk>/": [("agreements.Agreement", "agreements.PlannedActivity")],
    "agreements/<int:pk>/activities/<int:part_pk>/remove/": [("agreements.Agreement", "agreements.PlannedActivity")],
    "agreements/draft/": [()],
    "agreements/<int:pk>/draft/": [("agreements.Agreement",)],
    "agreements/<int:pk>/conditions/": [("agreements.Agreement",)],
    "agreements/<int:pk>/text/": [("agreements.Agreement",)],
    "agreements/<int:pk>/text/new/": [("agreements.Agreement",)],
    "agreements/<int:pk>/text/<slug:key>/": [("agreements.Agreement", "purpose")],
    "agreements/<int:pk>/text/<slug:key>/leave-out/": [("agreements.Agreement", "purpose")],
    "agreements/<int:pk>/text/<slug:key>/put-back/": [("agreements.Agreement", "purpose")],
    "agreements/<int:pk>/paper/": [("agreements.Agreement",)],
    "agreements/<int:pk>/versions/": [("agreements.Agreement",)],
    "agreements/<int:pk>/versions/<int:part_pk>/": [("agreements.Agreement", "agreements.Version")],
    "agreements/<int:pk>/propose/": [("agreements.Agreement",)],
    "agreements/<int:pk>/agree/": [("agreements.Agreement",)],
    "agreements/<int:pk>/reopen/": [("agreements.Agreement",)],
    "agreements/<int:pk>/drop/": [("agreements.Agreement",)],
    "agreements/<int:pk>/activities/<int:part_pk>/standing/": [("agreements.Agreement", "agreements.PlannedActivity")],
    "agreements/<int:pk>/renew/": [("agreements.Agreement",)],
    "agreements/<int:pk>/notice/": [("agreements.Agreement",)],
    "agreements/<int:pk>/notice/take-back/": [("agreements.Agreement",)],
    "agreements/<int:pk>/session/": [("agreements.Agreement",)],
    "agreements/<int:pk>/session/change/": [("agreements.Agreement",)],
    "agreements/<int:pk>/session/call-off/": [("agreements.Agreement",)],
    "agreements/<int:pk>/session/calendar/": [("agreements.Agreement",)],
    "agreements/<int:pk>/sign/": [("agreements.Agreement",)],
    "agreements/<int:pk>/copy/agree/": [("agreements.Agreement",)],
    "agreements/<int:pk>/copy/<int:part_pk>/stop/": [("agreements.Agreement", "agreements.Correspondent")],
    "agreements/<int:pk>/negotiation/": [("agreements.Agreement",)],
    "agreements/<int:pk>/negotiation/new/": [("agreements.Agreement",)],
    "agreements/<int:pk>/negotiation/<int:part_pk>/link/": [("agreements.Agreement", "agreements.Negotiator")],
    "agreements/<int:pk>/negotiation/<int:part_pk>/remove/": [("agreements.Agreement", "agreements.Negotiator")],
    "agreements/<int:pk>/negotiation/remarks/<int:part_pk>/": [("agreements.Agreement", "agreements.Remark")],
    "signing/": [()],
    "signing/export/": [()],
    "signing/check-in/": [()],
    "signing/pack/": [()],
    "signing/<int:pk>/": [("signing.Envelope",)],
    "signing/<int:pk>/forget/": [("signing.Envelope",)],
    "signing/<int:pk>/withdraw/": [("signing.Envelope",)],
    "signing/<int:pk>/signers/<int:signer_pk>/sign/": [("signing.Envelope", "signing.Signer")],
    "signing/<int:pk>/signers/<int:signer_pk>/pass-on/": [("signing.Envelope", "signing.Signer")],
    "signing/<int:pk>/signers/<int:signer_pk>/refuse/": [("signing.Envelope", "signing.Signer")],
    "signing/<int:pk>/signers/<int:signer_pk>/remind/": [("signing.Envelope", "signing.Signer")],
    "signing/<int:pk>/signers/<int:signer_pk>/address/": [("signing.Envelope", "signing.Signer")],
    "signing/<int:pk>/signers/<int:signer_pk>/delegation/": [("signing.Envelope", "signing.Signer")],
    "earlier/": [()],
    "earlier/export/": [()],
    "earlier/new/": [()],
    "earlier/<int:pk>/": [("mobilities.PastActivity",)],
    "earlier/<int:pk>/change/": [("mobilities.PastActivity",)],
    "earlier/<int:pk>/remove/": [("mobilities.PastActivity",)],
    "people/": [()],
    "people/new/": [()],
    "people/<int:pk>/": [("people.Person",)],
    "people/<int:pk>/change/": [("people.Person",)],
    "people/export/": [()],
    "people/<int:pk>/privacy/": [("people.Person",)],
    "people/<int:pk>/privacy/data/": [("people.Person",)],
    "people/<int:pk>/<slug:part>/new/": [("people.Person", part) for part in OF_PEOPLE],
    "people/<int:pk>/<slug:part>/<int:part_pk>/": [("people.Person", *each) for each in OF_PEOPLE.items()],
    "people/<int:pk>/<slug:part>/<int:part_pk>/remove/": [("people.Person", *each) for each in OF_PEOPLE.items()],
    "projects/": [()],
    "projects/export/": [()],
    "projects/new/": [()],
    "projects/programmes/": [()],
    "projects/programmes/new/": [()],
    "projects/programmes/<int:pk>/change/": [("projects.OwnProgramme",)],
    "projects/standing/": [()],
    "projects/standing/<slug:part>/new/": [(part,) for part in OF_STANDING],
    "projects/standing/<slug:part>/<int:part_pk>/": list(OF_STANDING.items()),
    "projects/standing/<slug:part>/<int:part_pk>/remove/": [
        *OF_STANDING.items(),
        ("strategies", "projects.Strategy"),
    ],
    "projects/applications/": [()],
    "projects/<int:pk>/application/": [("projects.Project",)],
    "projects/strategies/new/": [()],
    "projects/strategies/<int:pk>/": [("projects.Strategy",)],
    "projects/strategies/<int:pk>/change/": [("projects.Strategy",)],
    "projects/strategies/<int:pk>/indicators/<int:part_pk>/<int:year>/": [
        ("projects.Strategy", "projects.Indicator", "2021")
    ],
    "projects/strategies/<int:pk>/<slug:part>/new/": [("projects.Strategy", part) for part in OF_STRATEGY],
    "projects/strategies/<int:pk>/<slug:part>/<int:part_pk>/": [
        ("projects.Strategy", *each) for each in OF_STRATEGY.items()
    ],
    "projects/strategies/<int:pk>/<slug:part>/<int:part_pk>/remove/": [
        ("projects.Strategy", *each) for each in OF_STRATEGY.items()
    ],
    "projects/<int:pk>/": [("projects.Project",)],
    "projects/<int:pk>/change/": [("projects.Project",)],
    "projects/<int:pk>/state/": [("projects.Project",)],
    "projects/<int:pk>/organisations/new/": [("projects.Project",)],
    "projects/<int:pk>/organisations/<int:part_pk>/change/": [("projects.Project", "projects.ProjectOrganisation")],
    "projects/<int:pk>/organisations/<int:part_pk>/remove/": [("projects.Project", "projects.ProjectOrganisation")],
    "projects/<int:pk>/links/new/": [("projects.Project",)],
    "projects/<int:pk>/links/<int:part_pk>/remove/": [("projects.Project", "projects.ProjectLink")],
    "projects/<int:pk>/values/": [("projects.Project",)],
    "projects/<int:pk>/values/export/": [("projects.Project",)],
    "projects/<int:pk>/values/import/": [("projects.Project",)],
    "projects/<int:pk>/values/confirm/": [("projects.Project",)],
    "projects/<int:pk>/rates/": [("projects.Project",)],
    "projects/<int:pk>/rates/new/": [("projects.Project",)],
    "projects/<int:pk>/rates/<int:rate_pk>/remove/": [("projects.Project", "projects.ProjectRate")],
    "projects/<int:pk>/money/": [("projects.Project",)],
    "projects/<int:pk>/money/settings/": [("projects.Project",)],
    "projects/<int:pk>/money/budget/": [("projects.Project",)],
    "projects/<int:pk>/money/budget/change/": [("projects.Project",)],
    "projects/<int:pk>/money/budget/transfers/new/": [("projects.Project",)],
    "projects/<int:pk>/money/budget/promise/": [("projects.Project",)],
    "projects/<int:pk>/money/budget/promises/<int:part_pk>/release/": [("projects.Project", "projects.Commitment")],
    "projects/<int:pk>/money/payments/": [("projects.Project",)],
    "projects/<int:pk>/money/payments/prepare/": [("projects.Project",)],
    "projects/<int:pk>/money/payments/approve/": [("projects.Project",)],
    "projects/<int:pk>/money/payments/export/": [("projects.Project",)],
    "projects/<int:pk>/money/payments/sheet/": [("projects.Project",)],
    "projects/<int:pk>/money/payments/exports/<int:part_pk>/paid/": [("projects.Project", "projects.PaymentExport")],
    "projects/<int:pk>/money/payments/<int:part_pk>/withdraw/": [("projects.Project", "projects.Payment")],
    "projects/<int:pk>/money/promises/<int:part_pk>/repaid/": [("projects.Project", "projects.Commitment")],
    "projects/<int:pk>/money/repayments/<int:part_pk>/remove/": [("projects.Project", "projects.Repayment")],
    "projects/<int:pk>/money/income/": [("projects.Project",)],
    "projects/<int:pk>/money/<slug:part>/new/": [("projects.Project", part) for part in OF_MONEY],
    "projects/<int:pk>/money/<slug:part>/<int:part_pk>/": [("projects.Project", *each) for each in OF_MONEY.items()],
    "projects/<int:pk>/money/<slug:part>/<int:part_pk>/remove/": [
        ("projects.Project", *each) for each in OF_MONEY.items()
    ],
    "flows/": [()],
    "flows/export/": [()],
    "flows/new/": [()],
    "flows/planner/": [()],
    "flows/planner/export/": [()],
    "flows/planner/new/": [()],
    "flows/planner/<int:pk>/": [("mobilities.WishedFlow",)],
    "flows/planner/<int:pk>/remove/": [("mobilities.WishedFlow",)],
    "flows/<int:pk>/": [("mobilities.Flow",)],
    "flows/<int:pk>/change/": [("mobilities.Flow",)],
    "flows/<int:pk>/missing/": [("mobilities.Flow",)],
    "flows/<int:pk>/missing/export/": [("mobilities.Flow",)],
    "flows/<int:pk>/people/new/": [("mobilities.Flow",)],
    "flows/<int:pk>/people/<int:mobility_pk>/": [("mobilities.Flow", "mobilities.Mobility")],
    "flows/<int:pk>/people/<int:mobility_pk>/change/": [("mobilities.Flow", "mobilities.Mobility")],
    "flows/<int:pk>/people/<int:mobility_pk>/remove/": [("mobilities.Flow", "mobilities.Mobility")],
    "flows/<int:pk>/costs/": [("mobilities.Flow",)],
    "flows/<int:pk>/people/<int:mobility_pk>/costs/": [("mobilities.Flow", "mobilities.Mobility")],
    "flows/<int:pk>/attendance/": [("mobilities.Flow",)],
    "flows/<int:pk>/papers/": [("mobilities.Flow",)],
    "flows/<int:pk>/people/<int:mobility_pk>/link/": [("mobilities.Flow", "mobilities.Mobility")],
    "flows/<int:pk>/questions/mail/": [("mobilities.Flow",)],
    "flows/<int:pk>/questions/slips/": [("mobilities.Flow",)],
    "desk-checks/project/<int:pk>/": [("projects.Project",)],
    "desk-checks/<int:pk>/": [("mobilities.DeskCheck",)],
    "desk-checks/<int:pk>/zips/": [("mobilities.DeskCheck",)],
    "desk-checks/<int:pk>/links/": [("mobilities.DeskCheck",)],
    "desk-checks/<int:pk>/links/<int:link_pk>/end/": [("mobilities.DeskCheck", "mobilities.AuditorLink")],
    "desk-checks/papers/<int:pk>/": [("mobilities.Mobility",)],
    "desk-checks/papers/<int:pk>/<int:paper_pk>/remove/": [("mobilities.Mobility", "mobilities.SupportingPaper")],
    "rosters/flow/<int:flow_pk>/": [("mobilities.Flow",)],
    "rosters/<int:pk>/": [("exchange.Roster",)],
    "rosters/<int:pk>/rows/<int:row_pk>/": [("exchange.Roster", "exchange.RosterRow")],
    "rosters/<int:pk>/take-over/": [("exchange.Roster",)],
    "module/<int:pk>/": [("projects.Project",)],
    "module/<int:pk>/template/": [("projects.Project",)],
    "module/<int:pk>/columns/": [("projects.Project",)],
    "module/<int:pk>/file/": [("projects.Project",)],
    "module/<int:pk>/return/": [("projects.Project",)],
    "module/<int:pk>/findings/": [("projects.Project",)],
    "module/<int:pk>/findings/<int:finding_pk>/": [("projects.Project", "exchange.ModuleFinding")],
    "module/<int:pk>/todo/": [("projects.Project",)],
    "files/<int:pk>/": [("files.StoredFile",)],
    "work/<int:pk>/": [("jobs.Work",)],
    "calendar/": [()],
    "calendar/link/": [()],
    "calendar/link/end/": [()],
    "mailbox/": [()],
    "mailbox/<int:pk>/again/": [("mail.OutgoingMail",)],
    "site/": [()],
    "site/change/": [()],
    "site/switch/": [()],
    "site/partners/<int:pk>/shown/": [("partners.Partner",)],
    "site/projects/<int:pk>/shown/": [("projects.Project",)],
    "site/preview/<language:language>/": [("en",)],
    "site/preview/<language:language>/partners/": [("en",)],
    "site/preview/<language:language>/partners/years/": [("en",)],
    "site/preview/<language:language>/partners/<int:pk>/": [("en", "partners.Partner")],
    "site/preview/<language:language>/projects/": [("en",)],
    "site/preview/<language:language>/projects/<int:pk>/": [("en", "projects.Project")],
    "site/preview/<language:language>/mobilities/": [("en",)],
}

#: Each page of the house, which is the same for every school: an example of its address.
HOUSE = {
    "p/<str:secret>/": "p/guessed/",
    "verify/": "verify/",
    "verify/<str:number>": "verify/K7M3Q-9XRD4",
    "public/<slug:slug>/mark/<str:digest>.png": f"public/{THEIRS}-school/mark/guessed.png",
    "account/login/": "account/login/",
    "account/logout/": "account/logout/",
    "account/inactive/": "account/inactive/",
    "account/signup/": "account/signup/",
    "account/reauthenticate/": "account/reauthenticate/",
    "account/email/": "account/email/",
    "account/confirm-email/": "account/confirm-email/",
    "account/^confirm-email/(?P<key>[-:\\w]+)/$": "account/confirm-email/guessed/",
    "account/password/change/": "account/password/change/",
    "account/password/set/": "account/password/set/",
    "account/password/reset/": "account/password/reset/",
    "account/password/reset/done/": "account/password/reset/done/",
    "account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "account/password/reset/key/1-guessed/",
    "account/password/reset/key/done/": "account/password/reset/key/done/",
    "account/login/code/confirm/": "account/login/code/confirm/",
    "account/": "account/",
    "account/login/code/": "account/login/code/",
    "account/second-step/": "account/second-step/",
    "account/sessions/": "account/sessions/",
    "account/mfa/": "account/mfa/",
    "account/mfa/authenticate/": "account/mfa/authenticate/",
    "account/mfa/reauthenticate/": "account/mfa/reauthenticate/",
    "account/mfa/recovery-codes/": "account/mfa/recovery-codes/",
    "account/mfa/recovery-codes/download/": "account/mfa/recovery-codes/download/",
    "account/mfa/recovery-codes/generate/": "account/mfa/recovery-codes/generate/",
    "account/mfa/totp/activate/": "account/mfa/totp/activate/",
    "account/mfa/totp/deactivate/": "account/mfa/totp/deactivate/",
    "account/mfa/webauthn/": "account/mfa/webauthn/",
    "account/mfa/webauthn/add/": "account/mfa/webauthn/add/",
    "account/mfa/webauthn/keys/<int:pk>/edit/": "account/mfa/webauthn/keys/1/edit/",
    "account/mfa/webauthn/keys/<int:pk>/remove/": "account/mfa/webauthn/keys/1/remove/",
    "account/mfa/webauthn/login/": "account/mfa/webauthn/login/",
    "account/mfa/webauthn/reauthenticate/": "account/mfa/webauthn/reauthenticate/",
    "language/setlang/": "language/setlang/",
    "theme/": "theme/",
    "keys/": "keys/",
    "style/": "style/",
    "undo/": "undo/",
    "robots.txt": "robots.txt",
    "sitemap.xml": "sitemap.xml",
    "<language:language>/": "en/",
    "<slug:slug>/<language:language>/sitemap.xml": f"{THEIRS}-school/en/sitemap.xml",
    "<slug:slug>/<language:language>/": f"{THEIRS}-school/en/",
    "<slug:slug>/<language:language>/partners/": f"{THEIRS}-school/en/partners/",
    "<slug:slug>/<language:language>/partners/<int:pk>/": f"{THEIRS}-school/en/partners/1/",
    "<slug:slug>/<language:language>/projects/": f"{THEIRS}-school/en/projects/",
    "<slug:slug>/<language:language>/projects/<int:pk>/": f"{THEIRS}-school/en/projects/1/",
    "<slug:slug>/<language:language>/partners/years/": f"{THEIRS}-school/en/partners/years/",
    "<slug:slug>/<language:language>/mobilities/": f"{THEIRS}-school/en/mobilities/",
    "<slug:slug>/": f"{THEIRS}-school/",
    "<slug:slug>/<path:rest>": f"{THEIRS}-school/partners/",
}


def walk(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the project, as its pattern is written."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            yield before + str(each.pattern), each
        else:
            yield from walk(each, before + str(each.pattern))


def is_record(word: str) -> bool:
    return "." in word


ROUTES = dict(walk())
CASES = [
    pytest.param(route, records, id=" ".join([route or "home", *(each for each in records if not is_record(each))]))
    for route, cases in PAGES.items()
    for records in cases
    if route in ROUTES
]


def ask(client: Client, method: str, address: str) -> HttpResponse:
    """What comes back; what it changed is taken back."""
    with transaction.atomic():
        response = getattr(client, method)(address)
        transaction.set_rollback(True)
    return response


def address(route: str, records: tuple[str, ...], owners: tuple[OneOfEach, ...]) -> str:
    """The route with the numbers of the owners' records."""
    pairs = zip(records, owners, strict=True)
    parts = iter(str(owner.number(each)) if is_record(each) else _in_the_house(each) for each, owner in pairs)
    return "/".join(next(parts) if part.startswith("<") else part for part in route.split("/"))


def _in_the_house(word: str) -> str:
    """The word itself, save for the directory, whose numbers are new after each test with real transactions."""
    return str(DirectoryEntry.objects.order_by("pk").values_list("pk", flat=True)[0]) if word == DIRECTORY else word


def forms_of(response: HttpResponse) -> list[forms.BaseForm]:
    """The forms that the page was made with, each once."""
    layers = [each for layer in response.context or () for each in getattr(layer, "dicts", [layer])]
    found = [value for layer in layers for value in layer.values() if isinstance(value, forms.BaseForm)]
    return list({id(form): form for form in found}.values())


def shows(response: HttpResponse, mark: str) -> list[str]:
    """Where the school's mark stands in what came back, for a failure that says what was seen."""
    text = response.content.decode(errors="replace") + "".join(map(str, response.headers.items()))
    return [line.strip() for line in text.splitlines() if mark in line.lower()]


def permission_of(route: str) -> str:
    return "accounts.view" if route == "" else ROUTES[route].callback.permission


def expected_of_others(who: str, route: str) -> int | None:
    """What somebody gets who may not, whatever the numbers in the address; None for who may."""
    if who == "stranger":
        return 404
    if who == "anonymous":
        return 302
    return None if Role(who) in MATRIX[permission_of(route)] else 403


def test_every_address_stands_in_the_table_of_this_walk():
    known = {*PAGES, *HOUSE}

    assert sorted(ROUTES.keys() - known) == [], "add these addresses to PAGES or HOUSE in this file"
    assert sorted(known - ROUTES.keys()) == [], "these addresses are gone: take them out of PAGES or HOUSE"


def test_every_page_of_a_school_names_its_permission_and_no_page_of_the_house_does():
    named = {route for route, pattern in ROUTES.items() if hasattr(pattern.callback, "permission")}

    assert named ^ (PAGES.keys() & ROUTES.keys()) == {
        ""
    }  # the first page is the house's and, in a school, the school's


def test_both_schools_have_one_of_every_record(schools):
    with connection.cursor() as cursor:
        for owner in schools:
            with in_school(owner.school):
                counts = {}
                for model in all_kinds():
                    cursor.execute(f'select count(*) from "{model._meta.db_table}"')
                    counts[model._meta.label] = cursor.fetchone()[0]

                assert [label for label, number in counts.items() if not number] == []


@pytest.mark.parametrize(("route", "records"), CASES)
def test_who_may_gets_the_page_and_who_may_not_is_refused(schools, clients, route, records):
    ours, _ = schools
    ours.keep_contents()
    page = f"/{ours.school.slug}/{address(route, records, (ours,) * len(records))}"

    for who, client in clients.items():
        answers = {method: ask(client, method, page) for method in ("get", "post")}
        statuses = {answer.status_code for answer in answers.values()}

        refused = expected_of_others(who, route)
        assert statuses - {200, 302, 405} == set() if refused is None else statuses == {refused}, (who, answers)
        assert statuses != {405}, (who, answers)
        assert who == "stranger" or [shows(answer, THEIRS) for answer in answers.values()] == [[], []], who
        if refused is None and route.endswith(">/") and answers["get"].status_code == 200:
            assert re.search(f"{OURS}[0-9]", str(shows(answers["get"], OURS))), (
                "the page shows no record: is the mark lost?"
            )
        if who == "anonymous":
            assert answers["get"].headers["Location"].startswith("/account/login/?next=")
            assert shows(answers["get"], f"{OURS} ") == []
        if who == "stranger":
            assert [line for line in shows(answers["get"], OURS) if f"{OURS}-school/" not in line] == []


@pytest.mark.parametrize(("route", "records"), [case for case in CASES if any(map(is_record, case.values[1]))])
def test_another_schools_records_do_not_exist(schools, clients, route, records):
    ours, theirs = schools
    owned = [(ours, theirs) if is_record(each) else (ours,) for each in records]
    for owners in product(*owned):
        if theirs not in owners:
            continue
        page = f"/{ours.school.slug}/{address(route, records, owners)}"
        # Who is refused anyway is so before any number is looked at: once is enough.
        for who, client in clients.items():
            if expected_of_others(who, route) and owners != tuple(each[-1] for each in owned):
                continue
            answers = {method: ask(client, method, page) for method in ("get", "post")}
            statuses = {answer.status_code for answer in answers.values()}

            refused = expected_of_others(who, route)
            assert statuses in ([{404}, {404, 405}] if refused is None else [{refused}]), (who, page, answers)
            assert who == "stranger" or [shows(answer, THEIRS) for answer in answers.values()] == [[], []], (who, page)


@pytest.mark.parametrize(("route", "records"), CASES)
def test_another_schools_pages_do_not_exist(schools, clients, route, records):
    _, theirs = schools
    page = f"/{theirs.school.slug}/{address(route, records, (theirs,) * len(records))}"

    for role, method in product((Role.COORDINATOR, Role.EDITOR), ("get", "post")):
        response = ask(clients[role], method, page)

        assert response.status_code == 404
        assert [line for line in shows(response, THEIRS) if f"{THEIRS}-school/" not in line] == []


@pytest.mark.parametrize(("route", "records"), CASES)
def test_no_form_takes_another_schools_record(schools, clients, route, records):
    ours, theirs = schools
    page = f"/{ours.school.slug}/{address(route, records, (ours,) * len(records))}"
    choices = {
        (name, field)
        for form in forms_of(ask(clients[Role.COORDINATOR], "get", page))
        for name, field in form.fields.items()
        if isinstance(field, forms.ModelChoiceField)
    }

    for _, field in choices:
        number = theirs[field.queryset.model].pk
        with in_school(ours.school), pytest.raises(forms.ValidationError):
            field.clean([number] if isinstance(field, forms.ModelMultipleChoiceField) else number)
    assert route not in {"flows/new/", "projects/<int:pk>/organisations/new/"} or choices


@pytest.mark.parametrize("route", [route for route in HOUSE if route in ROUTES])
def test_pages_of_the_house_show_nothing_of_a_school_one_does_not_work_for(schools, clients, route):
    ours, _ = schools
    for who, before in product(("anonymous", Role.COORDINATOR), ("", f"{ours.school.slug}/")):
        for method in ("get", "post"):
            response = ask(clients[who], method, f"/{before}{HOUSE[route]}")

            assert response.status_code < 500
            assert [line for line in shows(response, THEIRS) if f"{THEIRS}-school/" not in line] == []
