"""A zip of papers has names that every computer unpacks, and the same bytes for the same files."""

import io
import zipfile

import pytest

from tilts.documents.typesetting import safe_file_name, zip_pack


def test_zip_pack_holds_the_files_in_order_under_unique_names():
    files = [
        ("Līgums – Anna.pdf", b"1"),
        ("Ligums - anna.pdf", b"2"),
        ("Līgums – Anna.pdf", b"3"),
        ("Saraksts.pdf", b"4"),
    ]

    archive = zipfile.ZipFile(io.BytesIO(zip_pack(files)))

    assert [(name, archive.read(name)) for name in archive.namelist()] == [
        ("Ligums - Anna.pdf", b"1"),
        ("Ligums - anna-2.pdf", b"2"),
        ("Ligums - Anna-3.pdf", b"3"),
        ("Saraksts.pdf", b"4"),
    ]


def test_zip_pack_puts_files_into_folders_and_never_above():
    files = [("Līgumi/Anna.pdf", b"1"), ("Līgumi/Anna.pdf", b"2"), ("../Anna.pdf", b"3"), ("/etc/passwd", b"4")]

    archive = zipfile.ZipFile(io.BytesIO(zip_pack(files)))

    assert archive.namelist() == ["Ligumi/Anna.pdf", "Ligumi/Anna-2.pdf", "paper/Anna.pdf", "paper/etc/passwd"]


def test_zip_pack_gives_the_same_bytes_for_the_same_files():
    assert zip_pack([("a.pdf", b"1")]) == zip_pack(iter([("a.pdf", b"1")]))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Grant agreement – Ķēniņa, Žanete.pdf", "Grant agreement - Kenina, Zanete.pdf"),
        ("ქეთევან მახარაძე.pdf", "ketevan makharadze.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\papers\\list.pdf", "C-papers-list.pdf"),
        ('a<b>:"c|d?*.pdf', "a-b-c-d.pdf"),
        ("a\nb\x00c.pdf", "a-b-c.pdf"),
        (".hidden.pdf", "hidden.pdf"),
        ("", "paper"),
        ("///", "paper"),
        ("con.pdf", "paper-con.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
    ids=["latvian", "georgian", "up", "drive", "signs", "control", "hidden", "empty", "slashes", "reserved", "long"],
)
def test_safe_file_name_keeps_the_name_recognisable(name, safe):
    assert safe_file_name(name) == safe
