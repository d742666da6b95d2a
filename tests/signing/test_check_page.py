"""The check page answers everybody, in three languages, and keeps nothing."""

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.signing.envelopes import ILZE, LETTER, TITLE, click, let_in, new_signer, signer, two_sides
from tests.signing.envelopes import sent as to_sign
from tests.signing.sealed import PlainSchool, data_folder, paper  # noqa: F401
from tests.signing.witnesses import edockit, needs_edockit, needs_pdfsig, pdfsig
from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.files.actions import store_file
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.signing import kinds, queries
from tilts.signing.actions import NewPaper, NewSide, open_envelope
from tilts.signing.check_page import limits
from tilts.signing.containers import make_container
from tilts.signing.models import Envelope, PublicNumber, Way
from tilts.signing.recording import sign_by_click
from tilts.signing.seals import seal_of, seal_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]

NUMBER = "K7M3Q-9XRD4"


@pytest.fixture(autouse=True)
def _no_tries_yet():
    cache.clear()


def sent(content, address="/verify/", name="agreement.pdf", **headers):
    return Client(headers=headers).post(address, {"file": SimpleUploadedFile(name, content)})


def told(response):
    return response.content.decode()


@pytest.fixture
def sealed():
    return seal_pdf(paper(), seal=seal_of(PlainSchool()), reason=NUMBER)


def test_a_sealed_file_is_genuine_and_its_signer_is_named(sealed):
    page = told(sent(sealed))

    for words in ("Genuine and unchanged", "Lielupes tehnikums", "NTRLV-40900012345", "This installation of Tilts"):
        assert words in page
    assert hashlib.sha256(sealed).hexdigest() in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda content: content.replace(b"/Title", b"/TitlE", 1), "Changed after signing"),
        (lambda content: paper(), "Not signed"),
        (lambda content: b"", "The file is empty."),
    ],
    ids=["altered", "not-signed", "empty"],
)
def test_any_other_file_is_told_what_it_is(sealed, change, words):
    assert words in told(sent(change(sealed)))


def with_a_changed_paper(content):
    """A container whose first paper is another one, all else as it was."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [(each, archive.read(each)) for each in archive.infolist()]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, inside in files:
            archive.writestr(each, b"other" if each.filename == "Agreement.pdf" else inside)
    return stream.getvalue()


@needs_pdfsig
def test_the_page_and_pdfsig_say_the_same(sealed, tmp_path):
    altered = sealed.replace(b"/Title", b"/TitlE", 1)

    assert pdfsig(tmp_path, sealed) == ["Signature is Valid."]
    assert "Genuine and unchanged" in told(sent(sealed))
    assert pdfsig(tmp_path, altered) == ["Digest Mismatch."]
    assert "Changed after signing" in told(sent(altered))


@needs_edockit
def test_the_page_and_edockit_say_the_same(tmp_path):
    container = make_container([("Agreement.pdf", paper())], seal=seal_of(PlainSchool()))
    altered = with_a_changed_paper(container)

    assert edockit(tmp_path, container) == [(True, True, True)]
    assert "Genuine and unchanged" in told(sent(container, name="agreement.asice"))
    assert edockit(tmp_path, altered) == [(False, False, True)]
    assert "Changed after signing" in told(sent(altered, name="agreement.asice"))


@pytest.mark.parametrize(
    ("language", "words"), [("lv", "Īsts un nemainīts"), ("ka", "ნამდვილი და უცვლელი"), ("de", "Genuine and unchanged")]
)
def test_the_answer_is_in_the_readers_language(sealed, language, words):
    assert words in told(sent(sealed, **{"accept-language": language}))


def test_a_file_is_not_kept(sealed, school, settings):
    sent(sealed)

    assert StoredFile.objects.count() == 0
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_a_name_of_a_file_is_shown_as_text(sealed):
    assert "<script>" not in told(sent(sealed, name="<script>alert(1)</script>.pdf"))


def test_a_file_that_is_too_big_is_not_read(settings):
    settings.TILTS_MAX_UPLOAD_BYTES = 10

    assert "is larger than" in told(sent(b"more than ten bytes"))


def test_no_file_is_asked_for():
    assert "Please choose a file." in told(Client().post("/verify/"))


def test_one_address_may_ask_so_often(monkeypatch):
    monkeypatch.setattr("tilts.signing.check_page.views.FILES", 1)

    assert [sent(b"x").status_code for _ in range(2)] == [200, 429]


def test_files_wait_for_their_turn(monkeypatch):
    monkeypatch.setattr(limits, "_WAIT", 0)
    for _ in range(limits.AT_ONCE):
        limits._turns.acquire()
    try:
        assert sent(b"x").status_code == 503
    finally:
        for _ in range(limits.AT_ONCE):
            limits._turns.release()


# By number


@pytest.fixture
def envelope(school):
    PublicNumber.objects.create(number=NUMBER, school=school)
    return Envelope.objects.create(
        kind="tests.paper",
        subject_id=1,
        title="Agreement with Rakvere",
        form="one_pdf",
        number=NUMBER,
        ends_at=timezone.now(),
    )


def test_a_number_is_looked_up_as_it_is_typed(envelope):
    response = Client().get("/verify/", {"number": " k7m3q 9xrd4 "})

    assert response.headers["Location"] == f"/verify/{NUMBER}"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hello", "What you typed has 5."),
        ("K7M3Q-9XRD", "What you typed has 9."),
        ("K7M3O-9XR01", "compare it with the paper: O 0 1"),
        ("Nr. S12", "“Nr. S12” looks like the paper’s own number."),
    ],
)
def test_a_number_that_is_none_is_said_so_and_why(typed, words):
    by_form, by_code = Client().get("/verify/", {"number": typed}), Client().get(f"/verify/{typed}")

    assert (by_form.status_code, by_code.status_code) == (200, 404)
    assert [words in told(each) and f'value="{typed}"' in told(each) for each in (by_form, by_code)] == [True, True]


def test_a_paper_that_not_all_have_signed_tells_its_state_and_neither_title_nor_names(envelope, school):
    response = Client().get(f"/verify/{NUMBER}")

    assert (response.status_code, "Being signed" in told(response), school.name in told(response)) == (200, True, True)
    assert "Agreement with Rakvere" not in told(response)


@pytest.mark.parametrize("is_public", [True, False])
def test_names_title_and_sides_are_told_only_of_kinds_that_say_so(school, is_public, monkeypatch):
    monkeypatch.setitem(kinds._kinds, LETTER.name, replace(LETTER, public_names=is_public))
    envelope = to_sign(two_sides()[:1])
    click(ILZE, "Ilze Liepa")

    page = told(Client().get(f"/verify/{envelope.number}"))

    assert [words in page for words in ("Ilze Liepa", TITLE, "Daugavpils")] == [is_public] * 3
    assert ("director" in page, "Names stand on the paper alone" in page) == (True, not is_public)


@pytest.mark.parametrize(
    ("language", "words"),
    [("ka", ["ხელშეკრულება", "დირექტორი", "კოლეჯი"]), ("lv", ["Līgums", "direktore", "Koledža"])],
)
def test_title_offices_and_sides_stand_in_the_readers_language(school, language, words):
    envelope = open_envelope(
        kind=LETTER,
        subject_id=1,
        title="Līgums / ხელშეკრულება",
        titles={"lv": "Līgums", "ka": "ხელშეკრულება"},
        papers=[NewPaper("Agreement", paper())],
        sides=[
            NewSide(
                "Koledža / კოლეჯი",
                "click",
                [new_signer("Ilze Liepa", ILZE, worded={"office": {"lv": "direktore", "ka": "დირექტორი"}})],
                {"lv": "Koledža", "ka": "კოლეჯი"},
            )
        ],
        form="one_pdf",
        ends_at=timezone.now() + timedelta(days=3),
        by=None,
    )
    guest, link = let_in(ILZE)
    guest.cookies["django_language"] = language
    pages = [told(guest.get(link))]
    ilze = signer(envelope, "Ilze")
    sign_by_click(ilze, shown=ilze.counterpart.sha256, signed_as=ilze.name, identified="link_and_code")

    pages.append(told(Client(headers={"accept-language": language}).get(f"/verify/{envelope.number}")))

    assert [[word in page for word in words] for page in pages] == [[True] * 3] * 2
    assert [" / " in page.partition("<main")[2] for page in pages] == [False] * 2


def test_hours_are_those_of_the_school_that_keeps_it_as_on_its_papers(envelope, school):
    School.objects.filter(pk=school.pk).update(country="GE")
    Envelope.objects.update(created_at=datetime(2027, 4, 2, 9, 5, tzinfo=UTC))

    page = told(Client().get(f"/verify/{NUMBER}"))

    assert ("Asia/Tbilisi" in page, "13:05" in page or "1:05 p.m." in page) == (True, True)


def test_agreements_name_who_signed():
    assert [kind.name for kind in kinds.kinds() if kind.public_names] == ["agreements.agreement", LETTER.name]


def test_a_number_that_nobody_has_is_not_found():
    response = Client().get("/verify/AAAAA-AAAAA")

    assert (response.status_code, "No paper has the number AAAAA-AAAAA here" in told(response)) == (404, True)


def test_a_file_is_compared_with_the_number_it_was_sealed_under(envelope, sealed, monkeypatch):
    known = queries.PublicEnvelope(
        NUMBER,
        "Lielupes tehnikums",
        "Europe/Riga",
        "Agreement",
        True,
        "complete",
        timezone.now(),
        timezone.now(),
        (hashlib.sha256(sealed).hexdigest(),),
        (),
    )
    monkeypatch.setattr(queries, "by_public_number", lambda typed: known)

    assert f"This is the file that was sealed under the number {NUMBER}" in told(sent(sealed, f"/verify/{NUMBER}"))
    assert f"This is not the file that was sealed under the number {NUMBER}" in told(sent(paper(), f"/verify/{NUMBER}"))


@pytest.mark.parametrize("is_public", [True, False])
def test_who_clicked_is_told_of_a_file_that_is_kept_here_where_the_kind_shows_names(school, is_public, monkeypatch):
    monkeypatch.setitem(kinds._kinds, LETTER.name, replace(LETTER, public_names=is_public))
    envelope = to_sign(two_sides()[:1])
    click(ILZE, "Ilze Liepa")
    content = content_of(envelope.counterparts.get().sealed)

    page, changed = told(sent(content)), told(sent(content + b"\n"))

    assert "Genuine and unchanged" in page
    assert [words in page for words in ("Ilze Liepa", f"sealed under the number {envelope.number}")] == [is_public] * 2
    assert "Ilze Liepa" not in changed


def test_a_file_of_any_school_is_known_as_sealed_or_as_evidence(school, other_school):
    with in_school(other_school):
        envelope = to_sign(two_sides(Way.OWN)[:1])
        kept = {"name": "x.pdf", "content_type": "application/pdf", "permission": "agreements.view", "by": None}
        paper_signed, evidence = (store_file(each, **kept) for each in (b"one", b"two"))
        envelope.counterparts.update(sealed=paper_signed, evidence=evidence)
        Envelope.objects.filter(pk=envelope.pk).update(state="complete", closed_at=timezone.now())

    pages = [told(sent(content)) for content in (b"one", b"two", b"three")]

    assert [f"sealed under the number {envelope.number}" in page for page in pages] == [True, True, False]


def test_the_page_sees_no_row_of_a_school(envelope, other_school):
    with in_school(other_school):
        assert Client().get(f"/verify/{NUMBER}").status_code == 200
