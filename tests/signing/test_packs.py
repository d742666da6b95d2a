"""Many papers signed in one act."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.signing.envelopes import NINO, click, new_signer, sent, signer, two_sides
from tests.signing.test_envelope_pages import PASSWORD, signed_in
from tilts.accounts.roles import Role
from tilts.files.queries import content_of
from tilts.signing import packs
from tilts.signing.actions import NewSide, withdraw_envelope
from tilts.signing.checking import papers_in
from tilts.signing.models import Counterpart, Envelope, SignatureRecord, SignedPack, Way
from tilts.signing.tasks import pack_job
from tilts.signing.upkeep import look_after


@pytest.fixture
def director(member):
    return member(Role.DIRECTOR)


@pytest.fixture
def envelopes(school, director) -> list[Envelope]:
    """Three for the director: the first two need nobody else."""
    own = NewSide("Daugavpils", Way.CLICK, [new_signer("Baiba Paraudziņa", director.email, user=director)])
    return [sent([own], subject_id=1), sent([own], subject_id=2), sent([own, two_sides()[1]], subject_id=3)]


@pytest.fixture
def run_pack_jobs(monkeypatch):
    """Does what is in the queue for packs, as a worker would."""
    monkeypatch.setattr("tilts.signing.tasks.close_old_connections", lambda: None)  # the test's own

    def run() -> None:
        for job in ProcrastinateJob.objects.filter(task_name="signing.pack"):
            pack_job(**job.args)

    return run


def verified(content: bytes, folder: Path) -> str:
    """The word of `tilts verify` on a file that was taken out of a pack."""
    (folder / "paper.pdf").write_bytes(content)
    command = [sys.executable, "-m", "tilts.cli", "verify", str(folder / "paper.pdf")]
    environment = os.environ | {"TILTS_DATA": str(settings.TILTS_DATA)}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    return str(json.loads(told.stdout)["outcome"])


def sign_pack(school, client, envelopes, **values: object):
    signers = [signer(each, "Baiba") for each in envelopes]
    shown = {f"shown-{each.pk}": each.counterpart.sha256 for each in signers}
    numbers = [each.pk for each in signers]
    values = {"signers": numbers, "is_read": "on", "signed_as": "Baiba Paraudziņa", **shown, **values}
    return client.post(f"/{school.slug}/signing/pack/", values, follow=True)


def test_the_pack_waits_for_others_then_holds_each_paper_sealed_and_genuine_by_itself(
    school, director, envelopes, run_pack_jobs, tmp_path
):
    client = signed_in(director, PASSWORD)

    page = sign_pack(school, client, envelopes).text
    before = SignedPack.objects.get().file
    click(NINO, "Nino Beridze")
    run_pack_jobs()

    pack = SignedPack.objects.get()
    inside = papers_in(content_of(pack.file))
    assert "You have signed 3 papers." in page
    assert ("Others have to sign:" in page, before) == (True, None)
    assert set(inside.values()) == {content_of(each.sealed) for each in Counterpart.objects.select_related("sealed")}
    assert pack.papers == 3
    assert [verified(each, tmp_path) for each in inside.values()] == ["genuine"] * 3
    assert str(pack) in client.get(f"/{school.slug}/signing/pack/").text


def test_what_was_not_signed_by_all_stays_out_of_the_pack_and_is_named(school, director, envelopes, run_pack_jobs):
    client = signed_in(director, PASSWORD)
    sign_pack(school, client, envelopes)

    withdraw_envelope(envelopes[2], "A mistake", by=None)
    run_pack_jobs()

    assert SignedPack.objects.get().papers == 2
    assert "Not in the pack:" in client.get(f"/{school.slug}/signing/pack/").text


def test_a_pack_that_cannot_be_made_is_made_by_a_job_and_nothing_signed_is_lost(
    school, director, envelopes, monkeypatch, run_pack_jobs
):
    client = signed_in(director, PASSWORD)
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.packs.make_container", lambda *_arguments, **_named: 1 / 0)
        page = sign_pack(school, client, envelopes[:2])
    before = (SignedPack.objects.get().file, SignatureRecord.objects.count())

    run_pack_jobs()

    assert (page.status_code, "the pack is made once" in page.text) == (200, True)
    assert (before, SignedPack.objects.get().papers) == ((None, 2), 2)


def test_the_page_names_what_waits_for_its_seal_and_the_pack_waits_too(school, director, envelopes, monkeypatch):
    client = signed_in(director, PASSWORD)
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        page = sign_pack(school, client, envelopes[:2]).text
    before = SignedPack.objects.get().file

    look_after()

    assert (page.count("Waits for its seal"), before, SignedPack.objects.get().papers) == (2, None, 2)


def test_an_act_that_was_stopped_half_way_leaves_a_pack_of_what_was_signed(school, director, envelopes, monkeypatch):
    signers = [signer(each, "Baiba") for each in envelopes]
    real, done = packs.sign_by_click, []

    def stop(*arguments: object, **named: object) -> None:
        if done:
            raise SystemExit
        done.append(real(*arguments, **named))

    monkeypatch.setattr(packs, "sign_by_click", stop)
    with pytest.raises(SystemExit):
        packs.sign_all(
            signers,
            {each.pk: each.counterpart.sha256 for each in signers},
            signed_as="Baiba Paraudziņa",
            identified=SignatureRecord.Identified.PASSWORD,
            by=director,
        )
    look_after()
    in_between = SignedPack.objects.get().file

    SignedPack.objects.update(signed_at=timezone.now() - timedelta(hours=1))
    look_after()

    assert (in_between, SignedPack.objects.get().papers) == (None, 1)


def test_what_is_not_signed_by_a_click_is_named_with_why_and_each_with_its_other_sides(school, director, envelopes):
    by_card = sent(
        [NewSide("Daugavpils", Way.OWN, [new_signer("Baiba Paraudziņa", director.email, user=director)])], subject_id=4
    )
    client = signed_in(director, PASSWORD)
    address = f"/{school.slug}/signing/pack/"

    page = client.get(address)
    sign_pack(school, client, envelopes)
    rest = client.get(address).text

    assert page.text.count("Others who sign: Kutaisi") == 1
    assert [each.counterpart.envelope for each, _others in page.context["one_by_one"]] == [by_card]
    assert [words in rest for words in ("signed on its own page", "With an own electronic signature")] == [True] * 2
    assert "Nothing waits for your signature" not in rest


def test_only_what_is_ticked_is_signed(school, director, envelopes):
    sign_pack(school, signed_in(director, PASSWORD), envelopes[:1])

    assert [each.counterpart.envelope_id for each in SignatureRecord.objects.all()] == [envelopes[0].pk]


def test_one_that_cannot_be_signed_is_told_and_keeps_no_other_back(school, director, envelopes):
    page = sign_pack(
        school,
        signed_in(director, PASSWORD),
        envelopes,
        **{f"shown-{signer(envelopes[0], 'Baiba').pk}": "0" * 64},
    ).text

    assert "has changed since you opened it" in page
    assert "You have signed 2 papers." in page


def test_what_was_withdrawn_meanwhile_is_no_choice(school, director, envelopes):
    withdraw_envelope(envelopes[0], "A mistake", by=None)

    page = sign_pack(school, signed_in(director, PASSWORD), envelopes)

    assert (set(page.context["form"].errors), SignatureRecord.objects.count()) == ({"signers"}, 0)


def test_without_a_fresh_sign_in_nothing_is_signed(school, director, envelopes, browse):
    stale = signed_in(director, PASSWORD, ago=3600)

    answers = [
        each.post(f"/{school.slug}/signing/pack/", {"signers": [1], "is_read": "on", "signed_as": "x"}).status_code
        for each in (stale, browse())
    ]

    assert (answers, SignatureRecord.objects.count()) == ([302, 403], 0)
