"""Making the demo schools, and doing the main job on the demo roster."""

import json
import secrets
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation

from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school, in_school
from tilts.agreements.models import Agreement
from tilts.core.names import search_key
from tilts.demo import data
from tilts.demo.agreements import signed_agreements
from tilts.demo.data import agreements as agreement_stories
from tilts.demo.mails import lead_here
from tilts.demo.making import place_of
from tilts.demo.money import pay, plan_money
from tilts.demo.school import DemoSchool
from tilts.documents.typesetting import typeset, typeset_pack
from tilts.exchange.actions import RosterRefused, drop_roster, take_over
from tilts.exchange.models import Roster
from tilts.exchange.presenting import check_sheet
from tilts.exchange.sentences import column_name, sentence
from tilts.files.scans import read_scan
from tilts.funding.sentences import as_json
from tilts.jobs.actions import do_work
from tilts.jobs.models import Work
from tilts.mobilities.actions import PAPERS, print_papers
from tilts.mobilities.desk_check.actions import add_paper, make_check
from tilts.mobilities.desk_check.queries import stays_in, stays_of
from tilts.mobilities.desk_check.rules import draw
from tilts.mobilities.models import DeskCheck, Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.printing import papers_of
from tilts.mobilities.queries import flows, grants_of
from tilts.public.models import Site
from tilts.signing.seals import authority_pem

Say = Callable[[str], None]

ROSTER = "roster_lmt21.xlsx"
LANGUAGES = ("lv", "en")
#: Of the demo's desk check.
SEED = "118"


def make_demo(say: Say) -> None:
    """The demo schools with the main job done once; what is already there stays as it is.

    Each step looks whether it was done, so that a set-up that was killed goes on where it stopped.
    """
    password = _password()
    for each in data.SCHOOLS:
        if not School.objects.filter(slug=each.slug).exists():
            say(f"Making the demo school {each.name}")
            open_school(each, password)
    _agreements_once(say)
    for each in data.SCHOOLS:
        with in_school(School.objects.get(slug=each.slug)):
            lead_here()
    with in_school(School.objects.get(slug=data.DAUGAVPILS.slug)) as school, translation.override(school.language):
        flow = flows().filter(name=data.DRESDEN["name"]).first()
        if flow:
            _main_job_once(flow, say)


def _agreements_once(say: Say) -> None:
    """Agreements in every state, signed ones among them; each school's at once or not at all."""
    schools = {each.slug: School.objects.get(slug=each.slug) for each in (data.BUVNIECIBAS, data.KUTAISI)}
    for slug, story in (
        (data.BUVNIECIBAS.slug, agreement_stories.of_buvniecibas),
        (data.KUTAISI.slug, agreement_stories.of_kutaisi),
    ):
        with in_school(schools[slug]) as school, translation.override(school.language):
            if not Agreement.objects.filter(thread__isnull=False, is_copy=False).exists():
                say(f"Signing agreements of {school}")
                with transaction.atomic():
                    story()
    with in_school(schools[data.BUVNIECIBAS.slug]):
        agreement_stories.keep_copy_in(schools[data.KUTAISI.slug])


def _main_job_once(flow: Flow, say: Say) -> None:
    by = _user(data.DAUGAVPILS, Role.COORDINATOR)
    plan_money(flow.project)
    if not Roster.objects.filter(flow=flow, people_added__gt=0).exists():
        say("Main job: reading the class list")
        roster = drop_roster(flow, file_name=ROSTER, content=roster_bytes(), by=by)
        added = take_over(roster)
        say(f"Main job: {added} people are in the flow, {roster.rows.count()} rows wait to be mended")
    if not Work.objects.filter(kind=PAPERS, subject_id=flow.pk, state=Work.State.DONE).exists():
        work = print_papers(flow, language=current_school().language, by=by, tell_by_mail=True, shows_accounts=True)
        do_work(work)
        say(f"Main job: {work.files.filter(is_pack=False).count()} papers are printed")
    pay(flow, _user(data.DAUGAVPILS, Role.FINANCE), _user(data.DAUGAVPILS, Role.DIRECTOR))
    if not DeskCheck.objects.filter(project=flow.project).exists():
        _desk_check_once(flow, by)


@transaction.atomic
def _desk_check_once(flow: Flow, by: User) -> None:
    """Three stays drawn by chance, and for one of them a scanned paper, an example."""
    everybody = [mobility.pk for mobility in stays_of(flow.project)]
    drawn = draw(everybody, 3, SEED)
    check = make_check(
        flow.project,
        drawn,
        title="VIAA 12.10.2022 Nr. 7-3/118",
        how=DeskCheck.How.RANDOM,
        seed=SEED,
        drawn_from=len(everybody),
        by=by,
    )
    papers = papers_of(flow, current_school(), current_school().language, kinds=[Kind.CERTIFICATE])
    certificates = {named.number: named for named in papers}
    for mobility in stays_in(check):
        if named := certificates.get(f"{Kind.CERTIFICATE.value}{mobility.pk}"):
            name, scan = f"{named.file_name} (paraugs).pdf", read_scan(typeset(named.paper))
            kind = "certificate_of_attendance"
            add_paper(mobility, "individual_support", kind, scan, name=name, by=by, is_example=True)
            break


def _password() -> str:
    """The password of all people of the demo, made once; its file also marks the installation as a demo."""
    path = Path(settings.TILTS_DATA) / "demo"
    if not path.exists() or not path.read_text().strip():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(9))
        for user in User.objects.filter(email__endswith=".example"):
            user.set_password(path.read_text())
            user.save(update_fields=["password"])
    return path.read_text().strip()


def welcome(url: str) -> str:
    """How to get in, for the terminal."""
    password = _password()
    users = [(each, role, address(each, given)) for each in data.SCHOOLS for role, given, _ in each.people]
    width = max(len(email) for _, _, email in users)
    lines = [f"  {email:<{width}}  {role.value}, {each.slug}" for each, role, email in users]
    return "\n".join(
        ["", f"Tilts is at {url}", f"Sign in with the password {password} as", *lines, "", "Ctrl+C ends it.", ""]
    )


def write_main_job(out: Path, say: Say) -> dict[str, Any]:
    """Do the main job of the demo school and write its papers and `summary.json` to `out`; the summary."""
    out.mkdir(parents=True, exist_ok=True)
    school = School.objects.get(slug=data.DAUGAVPILS.slug)
    started = time.monotonic()
    with in_school(school):
        flow = flows().get(name=data.DRESDEN["name"])
        say("Reading the class list")
        try:
            roster: Roster | None = drop_roster(
                flow, file_name=ROSTER, content=roster_bytes(), by=_user(data.DAUGAVPILS, Role.COORDINATOR)
            )
        except RosterRefused:
            roster = None  # it was taken over to the last row
        if roster:
            take_over(roster)
        written = [name for language in LANGUAGES for name in _write_papers(flow, school, language, out, say)]
        with translation.override("en"):
            summary = _summary(flow, school, roster)
    summary["agreements"] = write_agreements(out, say)
    summary |= {"documents": len(written), "seconds": round(time.monotonic() - started, 2)}
    (out / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return summary


def write_agreements(out: Path, say: Say) -> list[str]:
    """The signed agreements of all demo schools to `out`/agreements, and what vouches for their seals."""
    (out / "authority.pem").write_bytes(authority_pem())
    folder = out / "agreements"
    folder.mkdir(exist_ok=True)
    found = signed_agreements(School.objects.filter(slug__in=[each.slug for each in data.SCHOOLS]).order_by("slug"))
    for name, content in found.items():
        (folder / name).write_bytes(content)
    say(f"Wrote {len(found)} signed agreements")
    return sorted(found)


def roster_bytes() -> bytes:
    """The class teacher's spreadsheet of the demo."""
    return files("tilts.demo").joinpath("files", ROSTER).read_bytes()


def address(school: DemoSchool, given_name: str) -> str:
    """The e-mail address somebody of the demo signs in with."""
    return f"{search_key(given_name)}@{school.slug}.example"


def _summary(flow: Flow, school: School, roster: Roster | None) -> dict[str, Any]:
    found = grants_of(flow, school)
    to_mend = check_sheet(roster).to_mend if roster else ()
    return {
        "school": school.name,
        "flow": flow.name,
        "participants": sum(each.mobility.role == Mobility.Role.PARTICIPANT for each in found.grants),
        "accompanying": sum(each.mobility.role == Mobility.Role.ACCOMPANYING for each in found.grants),
        "grants_total_eur": float(found.total_eur),
        "grants": [
            {"name": str(each.mobility.person), "role": each.mobility.role, **as_json(each.grant)}
            for each in found.grants
        ],
        "rows_to_mend": [
            {"row": problem.row, "column": column_name(problem), "problem": sentence(problem), "code": problem.code}
            for item in to_mend
            for problem in item.checked.row.problems
        ],
    }


def _write_papers(flow: Flow, school: School, language: str, out: Path, say: Say) -> list[str]:
    named = papers_of(flow, school, language, shows_accounts=True)
    say(f"Printing {len(named)} papers ({language})")
    for each in named:
        # The language belongs to the name: some papers are called the same in two.
        (out / f"{each.file_name} ({language}).pdf").write_bytes(typeset(each.paper))
    packs = out / "packs"
    packs.mkdir(exist_ok=True)
    (packs / f"{language}.pdf").write_bytes(typeset_pack([each.paper for each in named], flow.name, language))
    return [each.file_name for each in named]


@transaction.atomic
def open_school(each: DemoSchool, password: str) -> School:
    """A school of the demo with its people, who sign in with `password`, and all that fills its rooms."""
    place = place_of(each.town, each.country)
    school = School.objects.create(
        slug=each.slug,
        name=each.name,
        registration_number=each.registration_number,
        oid=each.oid,
        address=each.address,
        town=each.town,
        country=each.country,
        latitude=place.latitude,
        longitude=place.longitude,
        language=each.language,
        director=each.director,
        director_office=each.director_office,
        in_other_languages={code: {"name": name, **each.worded.get(code, {})} for code, name in each.names.items()},
        is_example=True,
        is_public=True,
    )
    for role, given, family in each.people:
        user = User.objects.create_user(address(each, given), password, first_name=given, last_name=family)
        Membership.objects.create(school=school, user=user, role=role)
    with in_school(school):
        each.fill()
        Site.objects.create(introductions=dict(each.introductions), shows_money=True)
    return school


def _user(each: DemoSchool, role: Role) -> User:
    user: User = User.objects.get(memberships__school__slug=each.slug, memberships__role=role)
    return user
