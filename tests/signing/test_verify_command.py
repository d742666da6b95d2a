"""`tilts verify` as somebody calls it who has a file: without a database, without a data folder."""

import json
import os
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing.sealed import certificate_of, paper, seal_from
from tilts.signing.seals import seal_pdf

AUTHORITY = certificate_of("A State Authority", is_authority=True)
SEALED = seal_pdf(paper(), seal=seal_from(AUTHORITY), reason="K7M3Q-9XRD4")
KEYS = ["file", "kind", "outcome", "reasons", "signatures", "says"]


@pytest.fixture
def verify(tmp_path):
    """Calls it in a folder with the authority's certificate; gives the answer and the exit code."""
    (tmp_path / "authority.pem").write_bytes(AUTHORITY[1].public_bytes(Encoding.PEM))

    def call(*arguments, lang="C"):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("TILTS_", "DJANGO_"))}
        told = subprocess.run(
            [sys.executable, "-m", "tilts.cli", "verify", *arguments],
            env=environment | {"TILTS_DATA": str(tmp_path / "data"), "LANG": lang},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in told.stderr
        return (json.loads(told.stdout) if told.stdout else told.stderr), told.returncode

    return call


def test_a_genuine_file_leaves_with_0_and_touches_nothing(verify, tmp_path):
    (tmp_path / "signed.pdf").write_bytes(SEALED)

    answer, code = verify("--trust", "authority.pem", "signed.pdf")

    assert (list(answer), code) == (KEYS, 0)
    assert (answer["file"], answer["kind"], answer["outcome"], answer["reasons"]) == (
        "signed.pdf",
        "pdf",
        "genuine",
        ["time_only_claimed", "revocation_unknown"],
    )
    assert (answer["signatures"][0]["signer"]["name"], answer["signatures"][0]["trusted_by"]) == (
        "A Notary",
        "authority",
    )
    assert {each.name for each in tmp_path.iterdir()} == {"authority.pem", "signed.pdf"}


@pytest.mark.parametrize(
    ("content", "kind", "outcome", "reason", "expected"),
    [
        (SEALED, "pdf", "not_trusted", "unknown_authority", 1),
        (SEALED.replace(b"/Title", b"/TitlE", 1), "pdf", "altered", "bytes_changed", 1),
        (paper(), "pdf", "not_signed", "no_signature", 1),
        (b"", "unknown", "not_signed", "empty_file", 1),
        (b"Dear colleagues,\n", "unknown", "not_signed", "unknown_kind", 1),
        (b"%PDF-1.7\n%cut", "pdf", "cannot_tell", "damaged_file", 2),
        (None, "unknown", "cannot_tell", "missing_file", 2),
    ],
    ids=["unknown-authority", "altered", "unsigned", "empty", "text", "damaged", "missing"],
)
def test_any_other_file_leaves_with_1_or_2_and_says_why(verify, tmp_path, content, kind, outcome, reason, expected):
    if content is not None:
        (tmp_path / "a.pdf").write_bytes(content)

    answer, code = verify("a.pdf")

    assert (list(answer), code) == (KEYS, expected)
    assert (answer["kind"], answer["outcome"], answer["reasons"][0]) == (kind, outcome, reason)


def test_the_trust_lists_of_the_data_folder_are_believed_and_named(verify, tmp_path):
    (tmp_path / "signed.pdf").write_bytes(SEALED)
    lists = tmp_path / "data" / "trust"
    lists.mkdir(parents=True)
    (tmp_path / "authority.pem").rename(lists / "eparaksts.pem")
    (lists / "broken.pem").write_text("no certificate")

    answer, code = verify("signed.pdf")

    assert (code, answer["signatures"][0]["trusted_by"], answer["unreadable_trust_lists"]) == (
        0,
        "eparaksts",
        ["broken"],
    )


def test_the_reasons_are_said_in_the_language_of_the_terminal(verify, tmp_path):
    (tmp_path / "a.txt").write_text("Labdien")

    assert [verify("a.txt", lang=lang)[0]["says"][0] for lang in ("en_GB.UTF-8", "lv_LV.UTF-8", "ka_GE.UTF-8")] == [
        "Not signed",
        "Nav parakstīts",
        "ხელმოუწერელი",
    ]


def test_a_trust_file_without_a_certificate_is_refused(verify, tmp_path):
    (tmp_path / "a.txt").write_text("no certificate")

    told, code = verify("--trust", "a.txt", "a.txt")

    assert (told, code) == ("· a: there is no certificate in this file\n", 2)
