"""Stored files: kept with their hash, opened by those who may, gone when they are removed."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from tests.factories import SchoolFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import NoSchool, in_school
from tilts.files.actions import remove_file, store_file, sweep
from tilts.files.models import StoredFile
from tilts.files.queries import content_of, files_for

CONTENT = b"%PDF-1.7 a paper"


def store(name: str = "Saraksts.pdf", **values: object) -> StoredFile:
    return store_file(
        **{"content": CONTENT, "content_type": "application/pdf", "permission": "mobilities.print", "by": None}
        | {"name": name, **values}
    )


def stored_paths(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def disposition(client, school, file: StoredFile) -> str:
    response = client.get(f"/{school.slug}/files/{file.pk}/")
    assert response.status_code == 200
    return response.headers["Content-Disposition"]


def test_a_file_is_kept_with_its_size_and_hash(school, member, settings):
    user = member()

    file = StoredFile.objects.get(pk=store(by=user).pk)

    assert (file.name, file.size, file.sha256, file.created_by, file.school) == (
        "Saraksts.pdf",
        len(CONTENT),
        hashlib.sha256(CONTENT).hexdigest(),
        user,
        school,
    )
    assert content_of(file) == CONTENT
    (path,) = stored_paths(settings)
    assert path.parent.name == str(school.pk)
    assert path.stat().st_mode & 0o077 == 0


def test_files_of_one_name_are_kept_apart(school):
    first, second = store(content=b"1"), store(content=b"2")

    assert [content_of(first), content_of(second)] == [b"1", b"2"]


def test_a_file_is_stored_for_a_school_only(db, settings):
    with pytest.raises(NoSchool):
        store()

    assert stored_paths(settings) == []


@pytest.mark.parametrize(
    ("given", "kept", "suffix"),
    [
        ("../../etc/passwd", "..-..-etc-passwd", ""),
        ("C:\\papers\\a.PDF", "C:-papers-a.PDF", ".pdf"),
        ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf", ".pdf"),
        ("grant\u202efdp.exe", "grant fdp.exe", ".exe"),
        ("a.p\x00df", "a.p df", ""),
        ("saraksts.ტექსტი", "saraksts.ტექსტი", ""),
        ("Līgums „Ābele”.pdf", "Līgums „Ābele”.pdf", ".pdf"),
        ("\n", "file", ""),
        ("a" * 300 + ".pdf", "a" * 196 + ".pdf", ".pdf"),
    ],
    ids=["folders", "windows", "newline", "direction", "zero", "georgian", "latvian", "nothing", "long"],
)
def test_a_name_is_kept_as_one_plain_line(school, given, kept, suffix):
    file = store(given)

    assert (StoredFile.objects.get(pk=file.pk).name, Path(file.path).suffix) == (kept, suffix)


@pytest.mark.django_db(transaction=True)
def test_a_removed_file_takes_its_content_along_once_that_is_sure(settings):
    with in_school(SchoolFactory()):
        kept, removed = store(content=b"kept"), store(content=b"removed")
        number = kept.pk
        with transaction.atomic():
            remove_file(kept)
            transaction.set_rollback(True)
        remove_file(removed)

        assert [file.pk for file in StoredFile.objects.all()] == [number]
        assert content_of(kept) == b"kept"
        assert len(stored_paths(settings)) == 1


def test_who_may_open_a_file_is_what_the_file_names(school):
    papers, rates = store(permission="mobilities.print"), store(permission="projects.rates")
    nobodys = store(permission="no.longer")

    assert set(files_for(lambda permission: True)) == {papers, rates}
    assert list(files_for(lambda permission: permission == "projects.rates")) == [rates]
    assert nobodys not in files_for(lambda permission: True)


@pytest.mark.parametrize("role", list(Role))
def test_a_page_opens_a_file_for_those_who_may_and_knows_no_file_for_others(browse, school, role):
    file = store(permission="mobilities.print")

    response = browse(role).get(f"/{school.slug}/files/{file.pk}/")

    may = role in {Role.COORDINATOR, Role.DIRECTOR}
    assert (response.status_code, response.content == CONTENT) == ((200, True) if may else (404, False))


def test_another_schools_file_is_not_there(browse, school, other_school):
    with in_school(other_school):
        file = store()

    assert browse().get(f"/{school.slug}/files/{file.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("application/pdf", "inline"),
        ("text/html", "attachment"),
        ("image/svg+xml", "attachment"),
        ("application/zip", "attachment"),
    ],
)
def test_a_pdf_opens_in_the_browser_and_everything_else_is_saved(browse, school, content_type, kind):
    file = store("a", content_type=content_type)

    response = browse().get(f"/{school.slug}/files/{file.pk}/")

    assert {name: response.headers[name] for name in response.headers if name in EXPECTED} == {
        "Content-Type": content_type,
        "Content-Disposition": f'{kind}; filename="a"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }


EXPECTED = {"Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control"}


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ('a "quoted" \\ name.pdf', 'inline; filename="a \\"quoted\\" - name.pdf"'),
        ("Līgums.pdf", "inline; filename*=utf-8''L%C4%ABgums.pdf"),
        ("line\r\nX-Evil: 1.pdf", 'inline; filename="line X-Evil: 1.pdf"'),
        ("a\u202efdp.exe", 'inline; filename="a fdp.exe"'),
    ],
    ids=["quotes", "latvian", "newline", "direction"],
)
def test_a_file_is_offered_under_its_name(browse, school, name, header):
    assert disposition(browse(), school, store(name)) == header


def test_a_content_that_the_storage_has_lost_is_told_and_not_broken(browse, school, caplog):
    file = store()
    default_storage.delete(file.path)

    response = browse().get(f"/{school.slug}/files/{file.pk}/")

    assert response.status_code == 404
    assert "its contents are missing from the storage" in response.content.decode()
    assert [
        (record.levelname, file.path in record.getMessage()) for record in caplog.records if "lost" in record.msg
    ] == [("ERROR", True)]


def test_bytes_without_a_row_are_swept_after_a_day_and_all_others_stay(school):
    kept, folder = store(), str(school.pk)
    lost = default_storage.save(f"{folder}/lost.pdf", ContentFile(b"x"))

    soon, later = sweep(), sweep(now=timezone.now() + timedelta(days=2))

    assert (soon, later) == (0, 1)
    assert [default_storage.exists(path) for path in (kept.path, lost)] == [True, False]
