"""Desk checks: samples, supporting papers by cost category, one zip a person."""

import io
import re
import zipfile
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.desk_check.scanned import PDF, picture
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.files.scans import read_scan
from tilts.jobs.actions import do_work
from tilts.jobs.models import Work
from tilts.mobilities.actions import PapersKept, print_papers, take_out
from tilts.mobilities.desk_check import packing
from tilts.mobilities.desk_check.actions import AlreadyThere, add_paper, make_check, remove_paper, start_packs
from tilts.mobilities.desk_check.queries import sheets_for, stays_in
from tilts.mobilities.models import DeskCheck, DeskCheckStay, Mobility, SupportingPaper
from tilts.mobilities.papers.kinds import Kind
from tilts.people.privacy import erase_person, export_person

MAY = (Role.COORDINATOR, Role.FINANCE)
MAY_NOT = (Role.DIRECTOR, Role.TEACHER, Role.COMMITTEE, Role.EDITOR)


class Killed(BaseException):
    """As if the worker had been killed."""


def uploaded(stay: Mobility, category: str = "travel", kind: str = "journey", content: bytes = PDF) -> SupportingPaper:
    return add_paper(stay, category, kind, read_scan(content), name="ticket.pdf", by=None)


def states(stay: Mobility, school) -> dict[str, str]:
    (sheet,) = sheets_for([stay], school)
    return {slot.asked.requirement.kind: slot.state.value for slot in sheet.slots}


def packed(check: DeskCheck, language: str = "en") -> Work:
    work = start_packs(check, language=language, by=None)
    do_work(work)
    work.refresh_from_db()
    return work


def names_in(file: StoredFile) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content_of(file))) as archive:
        return archive.namelist()


# Papers


def test_a_stay_shows_what_is_there_what_is_only_printed_and_what_is_missing(stay, school):
    do_work(print_papers(stay.flow, language="en", by=None, kinds=[Kind.GRANT, Kind.CERTIFICATE]))
    uploaded(stay)

    assert states(stay, school) == {
        "grant_agreement": "printed",
        "learning_agreement": "missing",
        "journey": "there",
        "certificate_of_attendance": "printed",
        "participant_report": "missing",
    }


def test_a_paper_is_kept_with_its_hash_its_own_suffix_and_who_may_open_it(stay):
    paper = add_paper(stay, "travel", "journey", read_scan(picture()), name="../../biļete\u202egpj.exe", by=None)

    assert (paper.file.name, paper.file.content_type, paper.file.permission) == (
        "..-..-biļete gpj.png",
        "image/png",
        "mobilities.evidence",
    )
    assert content_of(paper.file) == picture()


def test_the_same_file_twice_is_told(stay, other_stay):
    uploaded(stay)
    uploaded(other_stay)

    with pytest.raises(AlreadyThere):
        uploaded(stay)
    assert SupportingPaper.objects.count() == StoredFile.objects.count() == 2


def test_papers_of_inclusion_support_open_only_for_who_may_see_needs(stay, browse, school):
    paper = uploaded(stay, "inclusion_support_participants", "inclusion_receipts")

    answers = [
        browse(role).get(f"/{school.slug}/files/{paper.file_id}/").status_code
        for role in (Role.COORDINATOR, Role.FINANCE)
    ]

    assert answers == [200, 404]


def test_a_paper_goes_with_its_file(stay, django_capture_on_commit_callbacks):
    paper = uploaded(stay)
    path = paper.file.path

    with django_capture_on_commit_callbacks(execute=True):
        remove_paper(paper)

    assert not default_storage.exists(path)
    assert not StoredFile.objects.exists()


def test_a_stay_with_papers_or_in_a_sample_is_not_taken_out(stay, other_stay, check, browse, school):
    with pytest.raises(PapersKept):
        take_out(stay)
    page = browse().post(f"/{school.slug}/flows/{stay.flow_id}/people/{stay.pk}/remove/", follow=True)

    assert "Set it to “cancelled” instead." in page.text
    assert Mobility.objects.filter(pk=stay.pk).exists()


def test_papers_are_read_with_the_same_number_of_queries_for_more_people(flow, stay, school):
    def ask() -> int:
        with CaptureQueriesContext(connection) as queries:
            sheets_for(list(flow.mobilities.select_related("person", "flow__project", "flow__partner")), school)
        return len(queries)

    few = ask()
    for each in MobilityFactory.create_batch(3, flow=flow):
        uploaded(each)

    assert ask() == few


# Pages


@pytest.mark.parametrize("role", MAY)
def test_a_paper_is_uploaded_on_the_page_of_the_stay(stay, browse, school, role):
    page = f"/{school.slug}/desk-checks/papers/{stay.pk}/"
    file = SimpleUploadedFile("boarding pass.pdf", PDF, content_type="text/html")

    response = browse(role).post(page, {"paper": "travel:journey", "file": file}, follow=True)

    assert "The paper is kept." in response.text
    paper = SupportingPaper.objects.get()
    assert (paper.category, paper.kind, paper.file.name) == ("travel", "journey", "boarding pass.pdf")


@pytest.mark.parametrize("role", MAY_NOT)
def test_who_may_not_neither_sees_nor_uploads(stay, check, browse, school, role):
    client = browse(role)
    pages = [f"papers/{stay.pk}/", f"{check.pk}/", f"project/{check.project_id}/"]

    assert [client.get(f"/{school.slug}/desk-checks/{page}").status_code for page in pages] == [403] * 3
    assert client.post(f"/{school.slug}/desk-checks/{check.pk}/links/").status_code == 403
    assert "Desk check" not in client.get(check.project.get_absolute_url().join([f"/{school.slug}", ""])).text


def test_a_file_that_is_none_is_refused_beside_its_field(stay, browse, school):
    file = SimpleUploadedFile("ticket.pdf", b"MZ program", content_type="application/pdf")

    page = browse().post(f"/{school.slug}/desk-checks/papers/{stay.pk}/", {"paper": "travel:journey", "file": file})

    assert "This is no PDF, JPEG or PNG that can be read." in page.text
    assert not StoredFile.objects.exists()


def test_a_paper_that_no_category_knows_is_refused(stay, browse, school):
    file = SimpleUploadedFile("ticket.pdf", PDF)

    browse().post(f"/{school.slug}/desk-checks/papers/{stay.pk}/", {"paper": "salary:slip", "file": file})

    assert not SupportingPaper.objects.exists()


def test_a_sample_by_chance_is_told_with_its_seed(flow, stay, other_stay, browse, school):
    page = browse(Role.FINANCE).post(
        f"/{school.slug}/desk-checks/project/{flow.project_id}/",
        {"title": "Letter 1", "how": "random", "size": "1", "seed": "4711"},
        follow=True,
    )

    assert "1 of 2 stays drawn by chance with the seed 4711" in page.text
    assert DeskCheckStay.objects.count() == 1


def test_a_sample_is_drawn_by_the_agencys_list(flow, stay, other_stay, browse, school):
    browse().post(
        f"/{school.slug}/desk-checks/project/{flow.project_id}/",
        {"title": "Letter 1", "how": "list", "names": f"T{other_stay.pk}\nZanete Nikitina"},
    )

    assert list(stays_in(DeskCheck.objects.get())) == [other_stay, stay]


def test_what_a_list_does_not_name_is_told_and_the_rest_is_ticked(flow, stay, other_stay, browse, school):
    page = browse().post(
        f"/{school.slug}/desk-checks/project/{flow.project_id}/",
        {"title": "Letter 1", "how": "list", "names": "Žanete Ņikitina\nJānis Nezināmais"},
    )

    assert "“Jānis Nezināmais” names nobody in this project." in page.text
    assert re.findall(r'name="stays" value="(\d+)"[^>]*checked', page.text) == [str(stay.pk)]
    assert not DeskCheck.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"how": "hand"}, "Please tick at least one stay."),
        ({"how": "hand", "stays": ["999999"]}, "is not one of the available choices"),
        ({"how": "list", "names": " "}, "Please write or paste the list."),
        ({"how": "random"}, "Please say how many stays are to be drawn."),
        ({"how": "random", "size": "0"}, "greater than or equal to 1"),
        ({"how": "dice"}, "is not one of the available choices"),
    ],
    ids=["nobody", "nobody-of-ours", "empty-list", "no-size", "none", "no-way"],
)
def test_a_sample_that_says_too_little_is_not_made(flow, stay, browse, school, values, sentence):
    page = browse().post(f"/{school.slug}/desk-checks/project/{flow.project_id}/", {"title": "Letter 1", **values})

    assert sentence in page.text
    assert not DeskCheck.objects.exists()


def test_the_project_shows_its_desk_checks_and_the_check_its_people(check, browse, school):
    client = browse()

    assert "Letter 7-3/12" in client.get(f"/{school.slug}/projects/{check.project_id}/").text
    page = client.get(f"/{school.slug}/desk-checks/{check.pk}/").text
    assert page.index("ხიდელი") < page.index("Ņikitina")
    assert "0 of 5" in page


# Zips


def test_each_person_gets_a_zip_by_category_with_a_cover_sheet_and_there_is_one_of_all(check, stay, school):
    uploaded(stay)
    uploaded(stay, content=picture())
    uploaded(stay, "inclusion_support_participants", "inclusion_receipts")

    work = packed(check)

    files = {item.file.name: item.file for item in work.files.select_related("file")}
    folder = f"Zanete Nikitina {stay.flow_id}-{stay.pk}"
    inside = [
        "Cover sheet- Zanete Nikitina.pdf",
        "2 Travel/Proof of the journey- tickets, boarding passes or a declaration.pdf",
        "2 Travel/Proof of the journey- tickets, boarding passes or a declaration.png",
    ]
    assert work.state == "done"
    assert list(files)[1] == f"{folder}.zip"
    assert names_in(files[f"{folder}.zip"]) == inside
    assert [name for name in names_in(files["Desk check Letter 7-3-12.zip"]) if name.startswith(folder)] == [
        f"{folder}/{name}" for name in inside
    ]
    assert {file.permission for file in files.values()} == {"mobilities.evidence"}


def test_the_cover_sheet_says_sums_reasons_and_what_is_missing_and_nothing_of_health(check, stay, school):
    uploaded(stay, "inclusion_support_participants", "inclusion_receipts")
    work = packed(check)
    (file,) = [item.file for item in work.files.select_related("file") if "Zanete" in item.file.name]
    with zipfile.ZipFile(io.BytesIO(content_of(file))) as archive:
        cover = archive.read(archive.namelist()[0])

    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(cover)).pages)

    text = " ".join(text.split())
    (sheet,) = sheets_for([stay], school)
    assert f"{stay.flow_id}/{stay.pk}" in text
    assert "Travel: Proof of the journey: tickets, boarding passes or a declaration (missing)" in text
    assert "Individual support" in text
    assert "kept at the school" in text
    assert sheet.row.lines


def test_prints_with_whole_accounts_lie_in_zips_only_for_who_may_see_them(check, stay):
    do_work(print_papers(stay.flow, language="en", by=None, kinds=[Kind.GRANT], shows_accounts=True))

    work = packed(check)

    (file,) = [item.file for item in work.files.select_related("file") if "Zanete" in item.file.name]
    assert names_in(file)[1] == "1 The stay as a whole/Grant agreement, signed by both sides (print, not signed).pdf"
    assert {item.file.permission for item in work.files.select_related("file")} == {"people.bank"}


def test_zips_go_on_after_a_kill_where_they_stopped(check, monkeypatch):
    work = start_packs(check, language="en", by=None)
    monkeypatch.setattr(packing, "_make_pack", lambda *_: (_ for _ in ()).throw(Killed))
    with pytest.raises(Killed):
        do_work(work)
    before = set(work.files.values_list("pk", flat=True))
    monkeypatch.undo()

    do_work(work)

    work.refresh_from_db()
    assert (work.state, len(before), work.steps_done) == ("done", 2, 3)
    assert before < set(work.files.values_list("pk", flat=True))


def test_new_zips_take_the_place_of_earlier_ones(check, stay):
    packed(check)
    uploaded(stay)

    work = packed(check)

    assert list(Work.objects.filter(kind=work.kind)) == [work]
    assert StoredFile.objects.filter(content_type="application/zip").count() == 3


def test_a_lost_file_fails_with_a_sentence(check, stay):
    default_storage.delete(uploaded(stay).file.path)

    work = packed(check)

    assert (work.state, work.problem) == (
        "failed",
        f"The storage has lost a paper of the stay {stay.pk}. Please upload it again.",
    )


def test_zips_too_large_for_one_are_left_single(check, monkeypatch):
    monkeypatch.setattr(packing, "LARGEST_PACK", 10)

    work = packed(check)

    assert [item.is_pack for item in work.files.all()] == [False, False]
    assert work.told[-1] == "Together the papers are too large for one zip: please take those of the persons."


@pytest.mark.parametrize("language", ["lv", "ka"])
def test_zips_speak_the_language_asked_for(check, language):
    assert packed(check, language).state == "done"


# Privacy


def test_an_export_holds_the_papers_with_their_files(stay):
    paper = uploaded(stay)

    (told,) = export_person(stay.person)["supporting_papers"]

    assert (told["kind"], told["file"], told["sha256"]) == ("journey", "ticket.pdf", paper.file.sha256)
    assert told["content_base64"].startswith("JVBERi0")


def test_papers_samples_and_zips_go_with_the_person(check, stay):
    uploaded(stay)
    packed(check)
    Mobility.objects.filter(pk=stay.pk).update(state=Mobility.State.CANCELLED)

    erase_person(stay.person)

    assert not SupportingPaper.objects.exists()
    assert not StoredFile.objects.exists()
    assert DeskCheckStay.objects.count() == 1


def test_cancelled_stays_are_not_drawn(flow, stay, other_stay, browse, school):
    Mobility.objects.filter(pk=stay.pk).update(state=Mobility.State.CANCELLED)

    page = browse().get(f"/{school.slug}/desk-checks/project/{flow.project_id}/").text

    assert "ხიდელი" in page
    assert "Ņikitina" not in page


def test_papers_follow_the_flow_of_the_stay(school):
    green = FlowFactory(green=True, starts_on=date(2022, 6, 6), ends_on=date(2022, 6, 24))
    enter_rates(green.project)

    assert "green_declaration" in states(MobilityFactory(flow=green), school)
    assert make_check(green.project, [], title="x", how="hand", drawn_from=0, by=None).stays.count() == 0
