"""Inside a school: who decides what the public sees."""

import pytest

from tests.factories import FlowFactory, PartnerFactory, ProjectFactory
from tilts.accounts.models import AccessEvent
from tilts.accounts.presenting import event_sentence
from tilts.accounts.roles import Role
from tilts.public import queries
from tilts.public.models import PartnerChoice, Site


def test_the_editor_switches_the_pages_on_and_takes_them_back(school, browse):
    editor = browse(Role.EDITOR)

    editor.post(f"/{school.slug}/site/switch/", {"public": "yes"})
    school.refresh_from_db()
    assert school.is_public

    editor.post(f"/{school.slug}/site/switch/", {"public": "no"})
    school.refresh_from_db()
    assert not school.is_public


def test_who_made_the_pages_public_is_written_down(school, browse):
    editor = browse(Role.EDITOR)

    for _twice in range(2):
        editor.post(f"/{school.slug}/site/switch/", {"public": "yes"})

    (event,) = AccessEvent.objects.all()
    assert event_sentence(event) == "The school's settings: has public pages"


@pytest.mark.parametrize("role", [Role.TEACHER, Role.FINANCE, Role.DIRECTOR, Role.COMMITTEE])
def test_who_may_not_decide_is_refused(school, browse, role):
    response = browse(role).post(f"/{school.slug}/site/switch/", {"public": "yes"})

    school.refresh_from_db()
    assert (response.status_code, school.is_public) == (403, False)


@pytest.mark.parametrize("data", [{}, {"public": "perhaps"}], ids=["nothing", "no-answer"])
def test_a_switch_without_an_answer_changes_nothing(school, browse, data):
    browse(Role.EDITOR).post(f"/{school.slug}/site/switch/", data)

    school.refresh_from_db()
    assert not school.is_public


def test_the_texts_are_kept_by_language(school, browse):
    Site.objects.create(introductions={"en": "Old", "de": "Wir bilden aus."})

    response = browse(Role.EDITOR).post(
        f"/{school.slug}/site/change/",
        {"introduction_lv": "Mēs mācām amatu.", "shows_money": "on"},
    )

    assert response.status_code == 302
    site = Site.objects.get()
    assert site.introductions == {"de": "Wir bilden aus.", "lv": "Mēs mācām amatu."}
    assert site.shows_money


def test_a_text_that_is_too_long_is_told_and_nothing_is_saved(school, browse):
    response = browse(Role.EDITOR).post(f"/{school.slug}/site/change/", {"introduction_en": "x" * 4001})

    assert sorted(response.context["form"].errors) == ["introduction_en"]
    assert Site.objects.count() == 0


def test_a_partner_is_hidden_on_its_own_page_and_left_to_the_rule_again(school, browse):
    partner = FlowFactory().partner
    editor = browse(Role.EDITOR)
    address = f"/{school.slug}/site/partners/{partner.pk}/shown/"

    editor.post(address, {"shown": "no"})
    assert queries.is_partner_shown(partner) == queries.Shown(is_shown=False, chosen=False)
    assert "As your school chose." in editor.get(f"/{school.slug}/partners/{partner.pk}/").content.decode()

    editor.post(address, {"shown": "rule"})
    assert queries.is_partner_shown(partner) == queries.Shown(is_shown=True, chosen=None)


def test_a_project_that_is_only_an_idea_can_be_shown(school, browse):
    project = ProjectFactory(state="idea")

    browse(Role.COORDINATOR).post(f"/{school.slug}/site/projects/{project.pk}/shown/", {"shown": "yes"})

    assert queries.is_project_shown(project) == queries.Shown(is_shown=True, chosen=True)


def test_a_choice_that_is_none_changes_nothing(school, browse):
    partner = PartnerFactory()

    browse(Role.EDITOR).post(f"/{school.slug}/site/partners/{partner.pk}/shown/", {"shown": "everything"})

    assert PartnerChoice.objects.count() == 0


def test_the_preview_shows_the_pages_before_they_are_public(school, browse):
    partner = FlowFactory().partner
    director = browse(Role.DIRECTOR)

    response = director.get(f"/{school.slug}/site/preview/lv/partners/{partner.pk}/")

    page = response.content.decode()
    assert (response.status_code, response.headers["X-Robots-Tag"]) == (200, "noindex, nofollow")
    assert f'href="/{school.slug}/site/preview/lv/projects/"' in page
    assert "canonical" not in page
    assert "private" in response.headers["Cache-Control"]


def test_the_page_about_the_public_pages_tells_what_is_not_translated(school, browse):
    Site.objects.create(introductions={"lv": "Mēs"})

    page = browse(Role.EDITOR).get(f"/{school.slug}/site/").content.decode()

    assert (page.count(">written<"), page.count(">not translated yet<")) == (1, 2)
