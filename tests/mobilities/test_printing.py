"""All papers of a flow, in one go."""

import io
import zipfile

import pytest
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
from tilts.mobilities.printing import papers_of
from tilts.projects.models import ProjectRate


@pytest.fixture
def flow(school):
    flow = FlowFactory()
    enter_rates(flow.project)
    MobilityFactory(flow=flow, person__family_name="Ņikitina", person__given_names="Žanete")
    MobilityFactory(flow=flow, person__family_name="ხიდელი", person__given_names="ნინო")
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING, person__family_name="Ceļmalniece")
    return flow


def printed(flow: Flow, language: str = "en") -> Work:
    work = print_papers(flow, language=language, by=None)
    do_work(work)
    work.refresh_from_db()
    return work


def test_a_flow_has_a_list_agreements_for_all_and_certificates_for_participants(flow, school):
    kinds = [named.paper.template for named in papers_of(flow, school, "en")]

    assert kinds == [
        "mobilities/papers/participant_list.typ",
        *["mobilities/papers/grant_agreement.typ"] * 3,
        *["mobilities/papers/certificate_of_attendance.typ"] * 2,
    ]


@pytest.mark.parametrize("language", ["en", "lv", "ka"])
def test_the_work_makes_single_papers_one_pdf_and_one_zip(flow, language):
    work = printed(flow, language)

    assert (work.state, work.problem) == (Work.State.DONE, "")
    single = WorkFile.objects.filter(work=work, is_pack=False)
    pdf, zipped = (content_of(item.file) for item in WorkFile.objects.filter(work=work, is_pack=True))
    assert single.count() == 6
    assert len(PdfReader(io.BytesIO(pdf)).outline) == 6
    with zipfile.ZipFile(io.BytesIO(zipped)) as pack:
        assert len(set(pack.namelist())) == 6


def test_the_agreement_holds_the_explained_grant(flow, school):
    work = printed(flow)
    agreement = next(
        item.file for item in work.files.all() if "Nikitina" in item.file.name and "agreement" in item.file.name
    )

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content_of(agreement))).pages)

    assert "Žanete Ņikitina" in text
    assert "1,297.00" in text
    assert "Annex IV, page 3" in text


def test_printing_again_replaces_the_drafts_of_the_same_language(flow):
    printed(flow, "lv")
    printed(flow, "en")
    printed(flow, "en")

    assert Work.objects.count() == 2
    assert StoredFile.objects.count() == 2 * 8


def test_whose_grant_has_no_sum_gets_no_agreement(flow, school):
    ProjectRate.objects.filter(participant="staff").delete()

    templates = [named.paper.template for named in papers_of(flow, school, "en")]

    assert templates.count("mobilities/papers/grant_agreement.typ") == 2


def test_a_flow_that_is_gone_fails_with_a_sentence(flow):
    work = print_papers(flow, language="en", by=None)
    flow.mobilities.all().delete()
    flow.delete()

    do_work(work)
    work.refresh_from_db()

    assert (work.state, work.problem) == (Work.State.FAILED, "This flow is no longer there.")


def test_a_kill_before_the_end_leaves_no_file_and_the_work_begins_anew(flow, monkeypatch):
    work = print_papers(flow, language="en", by=None)

    class Killed(BaseException):
        pass

    def killed(*_arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("tilts.mobilities.printing.zip_pack", killed)
        with pytest.raises(Killed):
            do_work(work)
    assert WorkFile.objects.count() == 0
    work.refresh_from_db()
    assert work.state == Work.State.RUNNING

    do_work(work)

    assert WorkFile.objects.filter(work=work).count() == 8


def test_print_all_leads_to_the_work_and_its_files_open(flow, school, browse):
    client = browse(Role.DIRECTOR)

    response = client.post(f"/{school.slug}/flows/{flow.pk}/papers/", {"language": "en"})
    work = Work.objects.get()
    do_work(work)
    page = client.get(response.url)

    assert response.url == f"/{school.slug}/work/{work.pk}/"
    assert "Everything is ready." in page.text
    pack = WorkFile.objects.filter(is_pack=True).first()
    assert client.get(f"/{school.slug}/files/{pack.file_id}/").content.startswith(b"%PDF")


def test_who_may_not_print_may_not_open_the_papers_either(flow, school, browse):
    work = printed(flow)
    client = browse(Role.FINANCE)

    assert client.post(f"/{school.slug}/flows/{flow.pk}/papers/", {"language": "en"}).status_code == 403
    assert client.get(f"/{school.slug}/work/{work.pk}/").status_code == 404
    assert client.get(f"/{school.slug}/files/{work.files.first().file_id}/").status_code == 404


def test_an_unknown_language_is_refused_in_words(flow, school, browse):
    response = browse().post(f"/{school.slug}/flows/{flow.pk}/papers/", {"language": "xx"}, follow=True)

    assert "Please choose a language." in response.text
    assert not Work.objects.exists()


def test_a_mail_says_that_the_papers_are_ready_where_it_was_asked_for(flow, school, member):
    coordinator = member(Role.COORDINATOR)

    work = print_papers(flow, language="lv", by=coordinator, tell_by_mail=True)
    do_work(work)

    mail = OutgoingMail.objects.get()
    assert (mail.to, flow.name in mail.subject) == (coordinator.email, True)
    assert f"http://127.0.0.1:8000/{school.slug}/work/{work.pk}/" in mail.body


def test_no_mail_is_written_unasked(flow, member):
    do_work(print_papers(flow, language="lv", by=member(Role.COORDINATOR)))

    assert not OutgoingMail.objects.exists()
