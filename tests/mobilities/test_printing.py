"""All papers of a flow, in one go."""

import io
import re
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.jobs.actions import do_work
from tilts.jobs.models import Work, WorkFile
from tilts.mail.models import OutgoingMail
from tilts.mobilities.actions import print_papers
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.papers.records import OrderRecord
from tilts.mobilities.printing import left_out, papers_of
from tilts.mobilities.printing import work as work_of_printing
from tilts.people.models import BankAccount, EmergencyContact, Guardian, Person
from tilts.projects.models import Project, ProjectRate

ALL_IN_ENGLISH = {"language": "en", "kinds": [kind.value for kind in Kind]}


@pytest.fixture
def flow(school):
    """Two learners, the second a minor on the day of travel, with a teacher."""
    flow = FlowFactory()
    enter_rates(flow.project)
    MobilityFactory(flow=flow, person__family_name="Ņikitina", person__given_names="Žanete")
    MobilityFactory(
        flow=flow, person__family_name="ხიდელი", person__given_names="ნინო", person__born_on=date(2004, 5, 2)
    )
    MobilityFactory(
        flow=flow,
        role=Mobility.Role.ACCOMPANYING,
        person__family_name="Ceļmalniece",
        person__kind=Person.Kind.STAFF,
        person__born_on=date(1980, 2, 3),
    )
    return flow


class Killed(BaseException):
    """As if the worker had been killed."""


def printed(flow: Flow, language: str = "en", **wanted: object) -> Work:
    work = print_papers(flow, language=language, by=None, **wanted)
    do_work(work)
    work.refresh_from_db()
    return work


def kinds_of(papers) -> str:
    return "".join(named.kind.value for named in papers)


def singles(work: Work) -> list[str]:
    return [item.file.name for item in WorkFile.objects.filter(work=work, is_pack=False)]


# Which papers there are


def test_a_flow_has_every_paper_in_the_order_of_the_pack(flow, school):
    assert kinds_of(papers_of(flow, school, "en")) == "LO" + "AA" + "GGG" + "P" + "S" + "CC"


def test_only_the_papers_asked_for_are_made(flow, school):
    assert kinds_of(papers_of(flow, school, "en", kinds=[Kind.CERTIFICATE, Kind.LIST])) == "LCC"


def test_who_has_cancelled_gets_no_paper_and_stands_on_none(flow, school):
    Mobility.objects.filter(person__family_name="Ņikitina").update(state=Mobility.State.CANCELLED)

    papers = papers_of(flow, school, "en")

    assert kinds_of(papers) == "LOAGGPSC"
    assert "Ņikitina" not in str([named.paper.data for named in papers])


def test_own_days_and_texts_go_into_the_own_papers(flow, school):
    Flow.objects.filter(pk=flow.pk).update(learning_outcomes="weld pipes")
    flow.refresh_from_db()
    Mobility.objects.filter(person__family_name="Ņikitina").update(
        learning_outcomes="draw plans", own_ends_on=date(2022, 5, 13)
    )

    agreements = papers_of(flow, school, "en", kinds=[Kind.LEARNING])

    said = {named.file_name: named.paper.data["articles"] for named in agreements}
    own, common = said["Learning agreement Nikitina Zanete"], said["Learning agreement khideli nino"]
    assert [part["list"] for part in (own[1], common[1])] == [["draw plans"], ["weld pipes"]]
    assert ("Days of activity", "2 May 2022 – 13 May 2022") in own[0]["facts"]


def test_a_minor_is_who_is_one_on_the_day_of_travel(flow, school):
    """Born on 2 May 2004: of age on the first day of the activity, a minor on the way there."""
    Flow.objects.filter(pk=flow.pk).update(travel_days=0)

    there_before = kinds_of(papers_of(flow, school, "en"))
    flow.refresh_from_db()

    assert (there_before.count("P"), kinds_of(papers_of(flow, school, "en")).count("P")) == (1, 0)


def test_guardians_and_contacts_of_a_minor_go_into_the_papers(flow, school):
    minor = Person.objects.get(family_name="ხიდელი")
    Guardian.objects.create(person=minor, name="თამარ ხიდელი", relation="mother", phone="+995 599 000001")
    EmergencyContact.objects.create(person=minor, name="გია ხიდელი", phone="+995 599 000002")
    Guardian.objects.create(person=Person.objects.get(family_name="Ņikitina"), name="Olga Ņikitina")

    papers = {named.file_name: named.paper.data for named in papers_of(flow, school, "en")}

    consent, sheet = papers["Consent of a parent khideli nino"], papers["Accompanying persons sheet Celmalniece Ilze"]
    assert [line["value"] for row in consent["guardian"] for line in row] == [
        "თამარ ხიდელი",
        "mother",
        "+995 599 000001",
        "",
    ]
    assert [line["value"] for line in consent["emergency"]["writing"][0]] == ["გია ხიდელი", "", "+995 599 000002"]
    assert [row[4] for row in sheet["group"]["rows"]] == ["", "+995\xa0599\xa0000001"]
    assert "Olga" not in str(papers)


def test_papers_are_made_with_the_same_number_of_queries_for_more_people(flow, school):
    with CaptureQueriesContext(connection) as few:
        papers_of(flow, school, "en")
    MobilityFactory.create_batch(3, flow=flow)

    with CaptureQueriesContext(connection) as more:
        papers_of(flow, school, "en")

    assert len(more) == len(few)


def test_the_order_bears_the_schools_number_and_the_sum_of_the_grants(flow, school):
    order = OrderRecord("1-9/45", date(2022, 4, 1))

    (named,) = papers_of(flow, school, "en", kinds=[Kind.ORDER], order=order)

    assert [line["value"] for line in named.paper.data["own_number"]] == ["1-9/45", "1 April 2022"]
    assert "The grants of all who are sent make" in str(named.paper.data["articles"])


def test_papers_of_an_erasmus_project_name_who_pays_and_others_do_not(flow, school):
    funded = papers_of(flow, school, "lv", kinds=[Kind.LIST])[0].paper.data["funding"]
    flow.project.programme = "nordplus-2012"
    other = papers_of(flow, school, "lv", kinds=[Kind.LIST])[0].paper.data["funding"]

    flow.project.programme, flow.project.state = "erasmus-2021", Project.State.APPLIED
    hoped_for = papers_of(flow, school, "lv", kinds=[Kind.LIST])[0].paper.data["funding"]

    assert [each["statement"] for each in (funded, other, hoped_for)] == ["Līdzfinansē Eiropas Savienība", "", ""]


def test_an_incoming_flow_has_the_partner_as_sender_and_the_school_as_host(flow, school):
    flow.direction = Flow.Direction.IN

    papers = papers_of(flow, school, "en")

    assert kinds_of(papers) == "LAACC"
    assert ("Hosting organisation", [school.name, "Daugavpils, Latvia"]) in papers[1].paper.data["parties"]
    assert [block["name"] for block in papers[-1].paper.data["signatures"]] == [school.director]


def test_a_virtual_flow_has_no_papers_for_the_way(flow, school):
    flow.mode, flow.contact_hours = Flow.Mode.VIRTUAL, 12

    papers = papers_of(flow, school, "en")

    assert kinds_of(papers) == "LAACC"
    assert ("Activity", "Short-term mobility of learners · Virtual · 12 contact hours") in papers[0].paper.data["facts"]


@pytest.mark.parametrize("language", ["lv+en", "ka+en"])
def test_every_paper_can_be_had_in_two_languages(flow, school, language):
    first = language.partition("+")[0]

    in_two, in_one = papers_of(flow, school, language), papers_of(flow, school, first)

    assert [named.file_name for named in in_two] == [named.file_name for named in in_one]
    assert all(set(named.paper.data["page_of"]) == set(language.split("+")) for named in in_two)


# Which there can't be


def test_nothing_is_left_out_of_a_flow_where_all_is_known(flow, school):
    flow.learning_outcomes, flow.programme, flow.insurance = "weld", "Days 1–19: work", "Policy 1"

    assert left_out(flow, school) == []


def test_what_is_left_out_is_told_with_its_reason_and_without_names(flow, school):
    ProjectRate.objects.filter(participant="staff").delete()
    Mobility.objects.exclude(person__family_name="Ņikitina").filter(role=Mobility.Role.PARTICIPANT).delete()

    sentences = left_out(flow, school)

    assert sentences[0] == (
        "Learning agreements: printed with lines to write on, because a text is missing: "
        "learning outcomes, programme, insurance."
    )
    assert sentences[1].startswith("Grant agreements: not printed for 1 person, whose grant has no sum. The daily rate")
    assert sentences[2:] == ["Consents of parents: none is needed, because nobody is a minor on the day of travel."]


def test_what_makes_no_sense_for_an_incoming_or_virtual_flow_is_told(flow, school):
    kinds = [Kind.ORDER, Kind.GRANT]
    flow.mode = Flow.Mode.VIRTUAL
    virtual = left_out(flow, school, kinds)
    flow.direction, flow.mode = Flow.Direction.IN, Flow.Mode.PHYSICAL

    incoming = left_out(flow, school, kinds)

    no_grant = "Grant agreements: not printed, because the project of your school pays no grants for this stay."
    assert virtual == ["Director's order: not printed, because nobody travels to a virtual stay.", no_grant]
    assert incoming == [
        "Director's order: not printed, because the organisation that sends the group makes them.",
        no_grant,
    ]


def test_a_group_that_nobody_accompanies_has_no_sheet(flow, school):
    Mobility.objects.filter(role=Mobility.Role.ACCOMPANYING).delete()

    assert left_out(flow, school, [Kind.SHEET]) == [
        "Accompanying persons' sheets: not printed, because nobody accompanies the group yet."
    ]


# Account numbers


@pytest.fixture
def account(flow):
    person = Person.objects.get(family_name="Ņikitina")
    return BankAccount.objects.create(person=person, iban="LV80BANK0000435195001")


@pytest.mark.parametrize(
    ("shows_accounts", "number"), [(True, "LV80 BANK 0000 4351 9500 1"), (False, "LV… …5001")], ids=["whole", "masked"]
)
def test_account_numbers_are_whole_only_where_that_is_asked_for(flow, school, account, shows_accounts, number):
    papers = papers_of(flow, school, "en", kinds=[Kind.GRANT], shows_accounts=shows_accounts)

    written = [line["value"] for named in papers for part in named.paper.data["articles"] for line in _written(part)]
    assert [value for value in written if value] == ["Žanete Ņikitina", number]


@pytest.mark.parametrize(
    ("role", "number"), [(Role.COORDINATOR, "LV80 BANK 0000 4351 9500 1"), (Role.DIRECTOR, "LV… …5001")]
)
def test_grant_agreements_show_the_account_as_the_role_of_who_prints_may_see_it(
    flow, school, browse, account, role, number
):
    browse(role).post(f"/{school.slug}/flows/{flow.pk}/papers/", {"language": "en", "kinds": ["G"]})

    do_work(Work.objects.get())

    (pack,) = WorkFile.objects.filter(key="pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content_of(pack.file))).pages)
    assert re.findall(r"LV80[A-Z0-9 ]+[0-9]|LV… …[0-9]+", text) == [number]


def test_papers_with_whole_account_numbers_open_only_for_who_may_see_them(flow, school, browse, account):
    work = printed(flow, kinds=[Kind.GRANT, Kind.LIST], shows_accounts=True)
    director, coordinator = browse(Role.DIRECTOR), browse(Role.COORDINATOR)

    page = director.get(f"/{school.slug}/flows/{flow.pk}/")

    assert [page.context["packs"], page.context["is_kept_back"]] == [[], True]
    for item in work.files.all():
        address = f"/{school.slug}/files/{item.file_id}/"
        assert [who.get(address).status_code for who in (director, coordinator)] == [404, 200]
    assert director.get(f"/{school.slug}/work/{work.pk}/").status_code == 404


def test_prints_with_whole_and_with_masked_numbers_stay_beside_each_other(flow, school, browse, account):
    whole = printed(flow, kinds=[Kind.GRANT], shows_accounts=True)
    masked = printed(flow, kinds=[Kind.GRANT])

    shown = [
        browse(role).get(f"/{school.slug}/flows/{flow.pk}/").context["printed"]
        for role in (Role.COORDINATOR, Role.DIRECTOR)
    ]

    assert shown == [whole, masked]


def _written(article):
    return [line for row in article.get("writing", ()) for line in row]


# The work


@pytest.mark.parametrize("language", ["ka", "lv+en"])
def test_the_work_makes_single_papers_one_pdf_and_one_zip_by_kinds(flow, language):
    work = printed(flow, language)

    assert (work.state, work.problem, work.steps_done, work.steps_total) == (Work.State.DONE, "", 12, 12)
    pdf, zipped = (content_of(item.file) for item in WorkFile.objects.filter(work=work, is_pack=True))
    assert len(singles(work)) == 11
    assert len([each for each in PdfReader(io.BytesIO(pdf)).outline if not isinstance(each, list)]) == 11
    with zipfile.ZipFile(io.BytesIO(zipped)) as pack:
        names = pack.namelist()
    assert (len(set(names)), len({name.partition("/")[0] for name in names})) == (11, 7)


def test_the_agreement_holds_the_explained_grant(flow, school):
    work = printed(flow, kinds=[Kind.GRANT])
    agreement = next(item.file for item in work.files.all() if "Nikitina" in item.file.name)

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content_of(agreement))).pages)

    assert "Žanete Ņikitina" in text
    assert "1,297.00" in text
    assert "Annex IV, page 3" in text


def test_printing_again_replaces_the_drafts_of_the_same_kinds_and_language(flow):
    small = {"kinds": [Kind.LIST, Kind.ORDER]}
    printed(flow, "lv", kinds=[Kind.LIST])
    printed(flow, "en", **small)
    printed(flow, "en", **small)
    only_list = printed(flow, "en", kinds=[Kind.LIST])
    latest = printed(flow, "lv", **small)

    assert Work.objects.count() == 3
    assert StoredFile.objects.count() == 4 + 3 + 4
    assert (len(singles(only_list)), len(singles(latest))) == (1, 2)


def test_the_page_of_the_work_tells_what_is_left_out(flow, school, browse):
    ProjectRate.objects.filter(participant="staff").delete()
    work = printed(flow)

    page = browse().get(f"/{school.slug}/work/{work.pk}/").text

    assert len(work.told) == 2
    assert all(sentence.replace("'", "&#x27;") in page for sentence in work.told)


def test_the_page_of_the_work_tells_it_in_the_readers_language(flow, school, browse):
    Mobility.objects.filter(role="accompanying").delete()
    work = printed(flow, kinds=[Kind.SHEET, Kind.LIST])

    client = browse()
    pages = {
        language: client.get(f"/{school.slug}/work/{work.pk}/", headers={"accept-language": language}).text
        for language in ("lv", "en")
    }

    assert "not printed, because nobody accompanies the group yet." in pages["en"]
    assert "nav izdrukāts, jo grupai vēl nav pavadošās personas." in pages["lv"]


def test_a_work_with_nothing_to_print_fails_with_the_reason(flow):
    Mobility.objects.filter(role=Mobility.Role.ACCOMPANYING).delete()

    work = printed(flow, kinds=[Kind.SHEET])

    assert work.state == Work.State.FAILED
    assert work.problem == (
        "There is nothing to print.\n"
        "Accompanying persons' sheets: not printed, because nobody accompanies the group yet."
    )


def test_a_flow_that_is_gone_fails_with_a_sentence(flow):
    work = print_papers(flow, language="en", by=None)
    flow.mobilities.all().delete()
    flow.delete()

    do_work(work)
    work.refresh_from_db()

    assert (work.state, work.problem) == (Work.State.FAILED, "This flow is no longer there.")


def killed_after(monkeypatch, work: Work, kept: int) -> None:
    """Do the work until so many papers are kept."""
    keep = work_of_printing._keep

    def keep_or_die(*arguments: object, **options: object) -> None:
        if WorkFile.objects.count() == kept:
            raise Killed
        keep(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(work_of_printing, "_keep", keep_or_die)
        with pytest.raises(Killed):
            do_work(work)
    work.refresh_from_db()


@pytest.mark.parametrize("kept", [0, 4, 11, 12], ids=["at-once", "between-two-papers", "before-packs", "between-packs"])
def test_after_a_kill_the_work_goes_on_with_what_is_missing(flow, monkeypatch, kept):
    work = print_papers(flow, language="en", by=None)
    killed_after(monkeypatch, work, kept)
    there = dict(WorkFile.objects.values_list("key", "pk"))
    assert work.state == Work.State.RUNNING
    assert len(there) == min(kept, 11)  # the packs come together

    do_work(work)

    files = dict(WorkFile.objects.values_list("key", "pk"))
    assert (len(files), StoredFile.objects.count()) == (13, 13)
    assert there.items() <= files.items()
    work.refresh_from_db()
    assert (work.state, work.steps_done) == (Work.State.DONE, 12)


def test_after_a_kill_papers_whose_content_has_changed_are_made_anew(flow, monkeypatch):
    work = print_papers(flow, language="en", by=None, kinds=[Kind.CERTIFICATE])
    killed_after(monkeypatch, work, 2)
    before = set(WorkFile.objects.values_list("key", flat=True))
    Person.objects.filter(family_name="Ņikitina").update(family_name="Ņikitina-Liepa")

    do_work(work)

    keys = set(WorkFile.objects.filter(work=work, is_pack=False).values_list("key", flat=True))
    assert (len(before), len(keys), len(before & keys), StoredFile.objects.count()) == (2, 2, 1, 4)
    assert "Certificate of attendance Nikitina-Liepa Zanete.pdf" in singles(work)


def test_two_workers_on_the_same_work_keep_every_file_once(flow, monkeypatch):
    work = print_papers(flow, language="en", by=None, kinds=[Kind.CERTIFICATE])
    the_same = Work.objects.get(pk=work.pk)
    killed_after(monkeypatch, work, 1)

    do_work(the_same)
    do_work(work)

    assert (WorkFile.objects.count(), StoredFile.objects.count()) == (4, 4)


# Asking for it


def test_print_all_shows_on_the_flows_page_how_far_it_is_and_then_the_files(flow, school, browse):
    client, address = browse(Role.DIRECTOR), f"/{school.slug}/flows/{flow.pk}/papers/"

    response = client.post(address, ALL_IN_ENGLISH)
    waiting = client.get(address, headers={"HX-Request": "true"}).text
    work = Work.objects.get()
    do_work(work)
    done = client.get(address, headers={"HX-Request": "true"}).text
    work_page = client.get(f"/{school.slug}/work/{work.pk}/").text

    assert response.url == f"/{school.slug}/flows/{flow.pk}/#papers"
    assert client.get(address).url == response.url
    assert ("The papers are being made." in waiting, 'hx-trigger="load' in waiting) == (True, True)
    assert f"{work.files.filter(is_pack=False).count()} papers, printed on" in done
    assert "hx-trigger" not in done
    assert "Everything is ready." in work_page
    pack = WorkFile.objects.filter(is_pack=True).first()
    assert client.get(f"/{school.slug}/files/{pack.file_id}/").content.startswith(b"%PDF")


def test_the_page_is_shown_anew_once_the_papers_are_ready_and_begins_with_their_language(flow, school, browse):
    client, address = browse(Role.DIRECTOR), f"/{school.slug}/flows/{flow.pk}/papers/"
    client.post(address, {"language": "lv+en", "kinds": ["L"]})
    asked = {"headers": {"HX-Request": "true"}}

    waiting = client.get(address, **asked)
    do_work(Work.objects.get())
    ready = client.get(address, **asked)
    page = client.get(f"/{school.slug}/flows/{flow.pk}/")

    assert ("HX-Refresh" in waiting, "HX-Refresh" in ready) == (False, True)
    assert page.context["print_form"]["language"].value() == "lv+en"


def test_who_may_not_print_may_not_open_the_papers_either(flow, school, browse):
    work = printed(flow, kinds=[Kind.LIST])
    client = browse(Role.FINANCE)

    assert client.post(f"/{school.slug}/flows/{flow.pk}/papers/", ALL_IN_ENGLISH).status_code == 403
    assert client.get(f"/{school.slug}/work/{work.pk}/").status_code == 404
    assert client.get(f"/{school.slug}/files/{work.files.first().file_id}/").status_code == 404


def test_an_unknown_language_is_refused_in_words(flow, school, browse):
    response = browse().post(
        f"/{school.slug}/flows/{flow.pk}/papers/", ALL_IN_ENGLISH | {"language": "xx"}, follow=True
    )

    assert "Please choose a language." in response.text
    assert not Work.objects.exists()


def test_choice_of_papers_languages_and_number_goes_into_the_work(flow, school, browse):
    wanted = {"language": "lv+en", "kinds": ["O", "L"], "order_number": "1-9/45", "order_on": "2022-04-01"}

    browse().post(f"/{school.slug}/flows/{flow.pk}/papers/", wanted)

    assert Work.objects.get().options == {
        "papers_in": "lv+en",
        "kinds": "L,O",
        "order_number": "1-9/45",
        "order_on": "2022-04-01",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kinds": []}, "Please tick at least one paper."),
        ({"kinds": ["X"]}, "X is not one of the available choices."),
        ({"order_on": "31.02.2022"}, "Enter a valid date."),
        ({"order_number": "9" * 41}, "at most 40 characters"),
    ],
    ids=["no-paper", "unknown-paper", "no-such-day", "long-number"],
)
def test_a_wrong_choice_is_refused_in_words(flow, school, browse, wrong, sentence):
    response = browse().post(f"/{school.slug}/flows/{flow.pk}/papers/", ALL_IN_ENGLISH | wrong, follow=True)

    assert sentence in response.text
    assert not Work.objects.exists()


def test_the_page_of_the_flow_has_all_papers_ticked(flow, school, browse):
    page = browse().get(f"/{school.slug}/flows/{flow.pk}/").text

    assert page.count('name="kinds"') == len(Kind)
    assert len(re.findall(r'name="kinds"[^>]*checked', page)) == len(Kind)


def test_a_mail_says_that_the_papers_are_ready_where_it_was_asked_for(flow, school, member):
    coordinator = member(Role.COORDINATOR)

    work = print_papers(flow, language="lv", by=coordinator, kinds=[Kind.LIST], tell_by_mail=True)
    do_work(work)

    mail = OutgoingMail.objects.get()
    assert (mail.to, flow.name in mail.subject) == (coordinator.email, True)
    assert f"http://127.0.0.1:8000/{school.slug}/work/{work.pk}/" in mail.body


def test_no_mail_is_written_unasked(flow, member):
    do_work(print_papers(flow, language="lv", by=member(Role.COORDINATOR), kinds=[Kind.LIST]))

    assert not OutgoingMail.objects.exists()


def test_the_number_of_the_order_is_offered_again(flow, school, browse):
    printed(flow, kinds=[Kind.ORDER], order=OrderRecord("3-7/41", date(2022, 4, 20)))
    printed(flow, kinds=[Kind.LIST])

    form = browse().get(f"/{school.slug}/flows/{flow.pk}/").context["print_form"]

    assert form.initial == {"language": "en", "order_number": "3-7/41", "order_on": date(2022, 4, 20)}
