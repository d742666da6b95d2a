"""Seals: keys that only their installation opens, PDFs that begin with what was signed, pages that join the tags."""

import io
import json
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import typst
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from tests.signing.sealed import PlainSchool, certificate_of, data_folder, paper  # noqa: F401
from tests.signing.witnesses import needs_pdfsig, pdfsig
from tilts.core.secrets import add_data_key, installation_secrets
from tilts.documents.typesetting import FONTS, STANDARDS
from tilts.signing.seals import (
    CannotAppend,
    CannotOpenSeal,
    CannotSeal,
    TimeStampFailed,
    append_pages,
    authority_pem,
    install_seal,
    keys,
    seal_of,
    seal_pdf,
)

pytestmark = pytest.mark.usefixtures("data_folder")


def common_name(certificate):
    return certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value


def read(pdf):
    return PdfReader(io.BytesIO(pdf), strict=True)


def forget_loaded():
    """As another process, which has loaded nothing."""
    keys._loaded.clear()


# Keys


def test_a_school_keeps_its_seal(data_folder):  # noqa: F811
    seal = seal_of(PlainSchool())
    forget_loaded()

    assert seal_of(PlainSchool()).certificate == seal.certificate
    assert seal_of(PlainSchool(pk=2)).certificate != seal.certificate
    assert {stat.S_IMODE(path.stat().st_mode) for path in (data_folder / "seals").iterdir()} == {0o600}


def test_a_seal_is_signed_by_the_authority_of_the_installation():
    seal = seal_of(PlainSchool())

    root = x509.load_pem_x509_certificate(authority_pem())
    seal.certificate.verify_directly_issued_by(root)
    assert seal.certificate.subject.rfc4514_string() == (
        "2.5.4.97=NTRLV-40900012345,CN=Lielupes tehnikums,O=Lielupes tehnikums,C=LV"
    )


@pytest.mark.parametrize("is_demo", [True, False], ids=["demo", "example-school"])
def test_examples_have_an_authority_whose_names_say_test(settings, is_demo):
    settings.TILTS_DEMO = is_demo

    seal = seal_of(PlainSchool(is_example=not is_demo))

    root = x509.load_pem_x509_certificate(authority_pem(test=True))
    seal.certificate.verify_directly_issued_by(root)
    assert [common_name(each) for each in (seal.certificate, root)] == [
        "TEST Lielupes tehnikums",
        "TEST Tilts authority of this installation",
    ]
    assert seal.is_test


def test_a_school_of_another_name_gets_another_certificate():
    before = seal_of(PlainSchool())

    after = seal_of(PlainSchool(name="Daugavas tehnikums"))

    assert (common_name(before.certificate), common_name(after.certificate)) == (
        "Lielupes tehnikums",
        "Daugavas tehnikums",
    )


def test_eight_threads_at_once_make_one_seal():
    forget_loaded()

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: seal_of(PlainSchool()).certificate, range(8)))

    assert len(set(made)) == 1


def test_a_seal_opens_after_a_new_key_of_the_installation(data_folder):  # noqa: F811
    seal = seal_of(PlainSchool())
    forget_loaded()

    add_data_key(data_folder)

    assert seal_of(PlainSchool()).certificate == seal.certificate


def test_a_seal_from_another_installation_does_not_open(data_folder):  # noqa: F811
    seal_of(PlainSchool())
    forget_loaded()
    (data_folder / "secrets.json").unlink()
    installation_secrets.cache_clear()

    with pytest.raises(CannotOpenSeal):
        seal_of(PlainSchool())


def p12(key, certificate, passphrase=b"vasara 2027"):
    return pkcs12.serialize_key_and_certificates(None, key, certificate, None, BestAvailableEncryption(passphrase))


def test_an_installed_seal_is_used_from_then_on_by_processes_that_run():
    seal_of(PlainSchool())
    key, certificate = certificate_of("Qualified seal of the school")

    install_seal(PlainSchool(), p12(key, certificate), "vasara 2027")

    assert seal_of(PlainSchool()).certificate == certificate
    assert seal_of(PlainSchool(name="Renamed")).certificate == certificate


@pytest.mark.parametrize(
    ("content", "school", "says"),
    [
        (b"no key at all", PlainSchool(), "This is no .p12 file"),
        (p12(*certificate_of("Seal"), b"another"), PlainSchool(), "passphrase is another one"),
        (
            p12(
                *certificate_of("Seal", ends=datetime(2026, 1, 1, tzinfo=UTC), begins=datetime(2025, 1, 1, tzinfo=UTC))
            ),
            PlainSchool(),
            "not valid today",
        ),
        (p12(*certificate_of("Seal")), PlainSchool(is_example=True), "TEST authority alone"),
    ],
    ids=["no-file", "wrong-passphrase", "expired", "example-school"],
)
def test_a_key_that_can_not_seal_is_not_installed(content, school, says):
    with pytest.raises(ValidationError, match=says):
        install_seal(school, content, "vasara 2027")


# Sealing


def test_a_sealed_pdf_begins_with_what_was_sealed_and_keeps_its_claims():
    content = paper()

    sealed = seal_pdf(content, seal=seal_of(PlainSchool()), reason="K7M3Q-9XRD4", at=datetime(2027, 4, 2, tzinfo=UTC))

    assert sealed.startswith(content)
    reader = read(sealed)
    widget = reader.pages[0]["/Annots"][0].get_object()
    assert (widget["/F"] & 0b111, widget["/TU"], widget["/V"]["/Reason"], widget["/V"]["/M"]) == (
        0b100,  # print alone: neither hidden nor invisible
        "Seal of the school",
        "K7M3Q-9XRD4",
        "D:20270402000000Z",
    )
    assert reader.pages[0]["/Tabs"] == "/S"
    assert reader.trailer["/Root"]["/Metadata"].get_data() == read(content).trailer["/Root"]["/Metadata"].get_data()


@needs_pdfsig
def test_pdfsig_finds_a_seal_valid_and_a_changed_byte_not(tmp_path):
    sealed = seal_pdf(paper("We agree."), seal=seal_of(PlainSchool()), reason="K7M3Q-9XRD4")
    sealed = seal_pdf(append_pages(sealed, paper()), seal=seal_of(PlainSchool()), reason="again")
    changed = sealed.replace(b"/Title", b"/TitlE", 1)

    assert pdfsig(tmp_path, sealed) == ["Signature is Valid."] * 2
    assert pdfsig(tmp_path, changed) == ["Digest Mismatch."] * 2


@pytest.mark.parametrize("content", [b"", b"no PDF", paper()[:2000]], ids=["empty", "text", "cut"])
def test_what_is_no_pdf_is_not_sealed(content):
    with pytest.raises(CannotSeal):
        seal_pdf(content, seal=seal_of(PlainSchool()), reason="")


class Silent(BaseHTTPRequestHandler):
    """A server that answers, but not with a time-stamp."""

    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>Under maintenance</p>")

    def log_message(self, *_):
        pass


def test_without_its_time_stamp_nothing_is_sealed(settings):
    with HTTPServer(("127.0.0.1", 0), Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.TILTS_TIMESTAMP_URL = f"http://127.0.0.1:{server.server_port}/"

        with pytest.raises(TimeStampFailed, match="its answer is no time-stamp"):
            seal_pdf(paper(), seal=seal_of(PlainSchool()), reason="")
        server.shutdown()

    with pytest.raises(TimeStampFailed, match="could not be reached"):
        seal_pdf(paper(), seal=seal_of(PlainSchool()), reason="")


# Appending


def elements(reader):
    """The structure as nested (role, page of its content or None, children), and the language where it is told."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}

    def told(element):
        element = element.get_object()
        kids = element.get("/K", [])
        below = [told(kid) for kid in kids if not isinstance(kid, int) and "/S" in kid.get_object()]
        page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else None
        return (element["/S"], element.get("/Lang"), page, below)

    return [told(top) for top in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]


def test_appended_pages_join_text_tags_and_fonts():
    content, pages = paper("Vienošanās.", language="lv"), paper("შეთანხმება", language="ka")

    joined = append_pages(content, pages)

    assert joined.startswith(content)
    reader = read(joined)
    assert [text in page.extract_text() for text, page in zip(["Vienošanās", "შეთანხმება"], reader.pages, strict=True)]
    [(role, _language, _page, kids)] = elements(reader)
    *own, (part, language, _none, added) = kids
    assert (role, own, part, language) == ("/Document", elements(read(content))[0][3], "/Part", "ka")
    assert added == [on_page(element, 1) for element in elements(read(pages))[0][3]]


def on_page(element, number):
    role, language, page, kids = element
    return (role, language, None if page is None else number, [on_page(kid, number) for kid in kids])


def test_each_page_finds_its_own_tags_in_the_tree_of_both():
    joined = append_pages(append_pages(paper(), paper("Second.")), paper("Third."))

    reader = read(joined)
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert [page["/StructParents"] for page in reader.pages] == [0, 1, 2]
    for number, page in enumerate(reader.pages):
        for element in tree[number].get_object():
            assert element.get_object().raw_get("/Pg") == page.indirect_reference
    assert b"<xmpTPg:NPages>3</xmpTPg:NPages>" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_the_same_pages_appended_twice_are_two_pages():
    joined = append_pages(append_pages(paper(), paper("Twice.")), paper("Twice."))

    assert ["Twice." in page.extract_text() for page in read(joined).pages] == [False, True, True]


TABLE = b"""
#set document(title: "Table", date: datetime(year: 2027, month: 3, day: 1))
#set text(font: "Noto Sans", lang: "en")
#table(columns: 1, table.header([Who]), [Anna])
#link("https://example.org")[where]
"""


def test_heads_of_tables_and_links_keep_their_own_names_and_numbers():
    compiler = typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)
    pages = compiler.compile(TABLE, format="pdf", pdf_standards=STANDARDS)

    tree = read(append_pages(pages, pages)).trailer["/Root"]["/StructTreeRoot"]

    names = tree["/IDTree"]["/Names"]
    assert names[::2] == sorted(set(names[::2]))
    assert [element.get_object()["/ID"] for element in names[1::2]] == names[::2]
    assert tree["/ParentTree"]["/Nums"][::2] == [0, 1, 2, 3]
    own, added = (json.dumps(each, default=str) for each in cells(tree))
    assert (names[0] in own, names[2] in added) == (True, True)


def cells(element):
    """The names of heads that cells refer to, in the order of reading."""
    for kid in element.get("/K", []):
        if isinstance(kid, int) or "/S" not in kid.get_object():
            continue
        kid = kid.get_object()
        if kid["/S"] == "/TD":
            yield [attribute["/Headers"] for attribute in kid["/A"] if "/Headers" in attribute]
        yield from cells(kid)


@pytest.mark.parametrize(
    ("content", "pages"),
    [(b"", paper()), (paper(), b"no PDF"), (paper(), paper()[:3000])],
    ids=["no-content", "no-pages", "cut-pages"],
)
def test_what_is_no_pdf_is_not_appended(content, pages):
    with pytest.raises(CannotAppend):
        append_pages(content, pages)


def test_a_sealed_pdf_with_fields_is_not_appended_to_another():
    sealed = seal_pdf(paper(), seal=seal_of(PlainSchool()), reason="")

    with pytest.raises(CannotAppend, match="fields to fill in"):
        append_pages(paper(), sealed)
