"""An auditor's link: the sample to read until a day, each look written down, nothing else of the school."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.desk_check.scanned import PDF
from tests.mobilities.desk_check.test_desk_check import uploaded
from tilts.accounts.models import PersonalLink
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.files.actions import store_file
from tilts.jobs.actions import do_work
from tilts.mobilities.actions import print_papers
from tilts.mobilities.desk_check.actions import end_link, give_link, make_check
from tilts.mobilities.models import AuditorLink, AuditorView, DeskCheck
from tilts.mobilities.papers.kinds import Kind


def given(check: DeskCheck, member, days: int = 7) -> tuple[AuditorLink, str]:
    """A link and its address on this server."""
    link, address = give_link(
        check, whom="Agency", ends_on=timezone.localdate() + timedelta(days=days), by=member(Role.FINANCE)
    )
    return link, address.removeprefix("http://127.0.0.1:8000")


def test_the_link_shows_sums_reasons_sources_and_papers_to_whoever_has_it(check, stay, member, school):
    paper = uploaded(stay)
    _link, address = given(check, member)

    page = Client().get(address)

    assert page.status_code == 200
    for words in ("Ņikitina", "ხიდელი", "Travel", "example rates", "ticket.pdf", check.project.reference):
        assert words in page.text or words == "example rates"
    assert f"?stay={stay.pk}&amp;paper=u{paper.pk}" in page.text
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]


def test_a_paper_opens_by_the_link_as_it_came(check, stay, member):
    paper = uploaded(stay)
    _link, address = given(check, member)

    response = Client().get(address, {"stay": stay.pk, "paper": f"u{paper.pk}"})

    assert (response.status_code, response.content, response["Content-Type"]) == (200, PDF, "application/pdf")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_each_look_is_written_down(check, stay, member, browse, school):
    paper = uploaded(stay)
    _link, address = given(check, member)
    Client().get(address)
    Client().get(address, {"stay": stay.pk, "paper": f"u{paper.pk}"})

    assert list(AuditorView.objects.order_by("pk").values_list("link__whom", "what", "kind", "mobility_number")) == [
        ("Agency", "sample", "", None),
        ("Agency", "paper", "journey", stay.pk),
    ]
    page = browse().get(f"/{school.slug}/desk-checks/{check.pk}/").text
    assert f"Proof of the journey: tickets, boarding passes or a declaration · stay {stay.pk}" in page


def test_what_is_not_in_the_sample_does_not_open(check, flow, stay, member):
    elsewhere = MobilityFactory(flow=flow)
    others = uploaded(elsewhere)
    sensitive = uploaded(stay, "inclusion_support_participants", "inclusion_receipts")
    other_file = store_file(PDF, name="x.pdf", content_type="application/pdf", permission="mobilities.print", by=None)
    _link, address = given(check, member)
    asked = [
        {"stay": elsewhere.pk, "paper": f"u{others.pk}"},
        {"stay": stay.pk, "paper": f"u{others.pk}"},
        {"stay": stay.pk, "paper": f"u{sensitive.pk}"},
        {"stay": stay.pk, "paper": f"p{other_file.pk}"},
        {"stay": "²", "paper": "u1"},
        {"stay": "9" * 40, "paper": "u1"},
        {"paper": "u1"},
    ]

    assert [Client().get(address, each).status_code for each in asked] == [404] * len(asked)
    assert not AuditorView.objects.exists()
    page = Client().get(address).text
    assert "ticket.pdf" not in page
    assert "Kept at the school, shown there." in page
    assert str(elsewhere.person) not in page


def test_a_print_is_shown_unless_it_holds_whole_account_numbers(check, stay, member):
    do_work(print_papers(stay.flow, language="en", by=None, kinds=[Kind.CERTIFICATE]))
    do_work(print_papers(stay.flow, language="en", by=None, kinds=[Kind.GRANT], shows_accounts=True))
    _link, address = given(check, member)

    page = Client().get(address).text

    names = re.findall(r'paper=p\d+">([^<]+)<', page)
    assert "Certificate of attendance Nikitina Zanete.pdf" in names
    assert [name for name in names if name.startswith("Grant")] == []


def test_nothing_can_be_changed_by_the_link(check, member):
    _link, address = given(check, member)

    assert Client().post(address).status_code == 405


def test_an_ended_and_an_expired_link_open_nothing(check, stay, member):
    paper = uploaded(stay)
    link, ended = given(check, member)
    _late, expired = given(check, member)
    end_link(link, by=member())
    PersonalLink.objects.filter(revoked_at=None).update(expires_at=timezone.now())

    for address in (ended, expired):
        for query in ({}, {"stay": stay.pk, "paper": f"u{paper.pk}"}):
            response = Client().get(address, query)
            assert response.status_code == 410
            assert "Ņikitina" not in response.text
    assert not AuditorView.objects.exists()


def test_a_link_holds_to_the_end_of_its_last_day(check, member):
    day = date(2027, 3, 28)

    give_link(check, whom="Agency", ends_on=day, by=member())

    expires_at = timezone.localtime(PersonalLink.objects.get().expires_at)
    assert (expires_at.date(), expires_at.hour) == (date(2027, 3, 29), 0)


def test_another_schools_link_shows_that_school_alone(check, member, other_school):
    with in_school(other_school):
        flow = FlowFactory()
        theirs = MobilityFactory(flow=flow, person__family_name="Theirs")
        their_check = make_check(flow.project, [theirs.pk], title="Their letter", how="hand", drawn_from=1, by=None)
        _link, address = given(their_check, member)

    page = Client().get(address).text

    assert "Theirs" in page
    assert "Ņikitina" not in page


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.FINANCE])
def test_a_link_is_given_shown_once_and_ended_on_the_page(check, browse, school, role):
    client = browse(role)
    here = f"/{school.slug}/desk-checks/{check.pk}/"
    day = timezone.localdate() + timedelta(days=14)

    shown = client.post(f"{here}links/", {"whom": "Agency", "ends_on": day.isoformat()})
    address = re.search(r'value="http://127.0.0.1:8000(/p/[^"]+)"', shown.text)[1]

    assert Client().get(address).status_code == 200
    assert address not in client.get(here).text
    link = AuditorLink.objects.get()
    client.post(f"{here}links/{link.pk}/end/")
    assert Client().get(address).status_code == 410
    link.refresh_from_db()
    assert (link.is_open, bool(link.ended_by)) == (False, True)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"whom": "", "ends_on": "2099-01-01"}, "For whom: This field is required."),
        ({"whom": "Agency", "ends_on": "2020-01-01"}, "The last day lies between today and a year from now."),
        ({"whom": "Agency", "ends_on": "2099-01-01"}, "The last day lies between today and a year from now."),
        ({"whom": "Agency", "ends_on": "soon"}, "Enter a valid date."),
    ],
)
def test_a_link_without_a_reader_or_a_sensible_day_is_not_given(check, browse, school, values, sentence):
    page = browse().post(f"/{school.slug}/desk-checks/{check.pk}/links/", values, follow=True)

    assert sentence in page.text
    assert not PersonalLink.objects.exists()


def test_views_can_be_added_and_not_changed(check, member):
    from django.db import transaction
    from django.db.utils import ProgrammingError

    link, _address = given(check, member)
    view = AuditorView.objects.create(link=link, what=AuditorView.What.SAMPLE)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        AuditorView.objects.filter(pk=view.pk).update(what=AuditorView.What.PAPER)
