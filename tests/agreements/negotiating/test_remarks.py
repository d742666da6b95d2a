"""What is said about one version while the text goes on: nothing newer is undone, nothing typed is lost."""

import pytest
from django.test import Client

from tests.agreements.negotiating.conftest import post, version
from tilts.agreements.drafting.actions import leave_out, word_clause
from tilts.agreements.drafting.content import clauses_of
from tilts.agreements.drafting.models import Version
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.agreements.negotiating.queries import open_remarks
from tilts.agreements.negotiating.rules import rebased, undoes
from tilts.agreements.rules import NotPossible
from tilts.partners.models import PartnerName

THEIRS = {"lv": "Sports.", "en": "Sport."}
NEWER = {"lv": "Kultūra.", "en": "Culture."}


def purpose(agreement):
    return next(each for each in clauses_of(agreement) if each.key == "purpose")


@pytest.fixture
def remark(negotiator, draft):
    """Another wording of the first clause, said to version 1."""
    return actions.say(version(), clause_key="purpose", text="Please.", wording=THEIRS, negotiator=negotiator)


def reword(agreement, texts=NEWER):
    """The office words the clause anew."""
    word_clause(agreement, "purpose", purpose(agreement).titles, texts)


# The rules


@pytest.mark.parametrize(
    ("now", "wording", "expected"),
    [
        ({"lv": "a", "en": "a"}, {"en": "b"}, False),  # nothing is newer
        ({"lv": "n", "en": "n"}, {"lv": "b", "en": "b"}, True),
        ({"lv": "n", "en": "a"}, {"en": "b"}, True),  # the languages would part
        ({"lv": "b", "en": "b"}, {"lv": "b", "en": "b"}, False),  # it says so already
    ],
)
def test_a_wording_undoes_what_came_after_the_text_its_author_read(now, wording, expected):
    assert undoes({"lv": "a", "en": "a"}, now, wording) is expected


def test_only_what_was_really_reworded_is_carried_to_the_newer_text():
    typed = {"lv": "mine", "en": "read"}

    assert rebased(typed, {"lv": "read", "en": "read"}, {"lv": "new", "en": "new"}) == {"lv": "mine", "en": "new"}


# The office takes it over


def test_what_would_undo_a_newer_wording_is_not_taken_over(remark, draft):
    reword(draft)

    with pytest.raises(actions.NewerWording) as newer:
        actions.take_over(remark)

    assert purpose(draft).texts == NEWER
    assert Remark.objects.get().state == "open"
    actions.take_over(remark, over=newer.value.seal)
    assert purpose(draft).texts == THEIRS


def test_who_chose_between_two_wordings_is_asked_again_where_a_third_came_meanwhile(remark, draft):
    reword(draft)
    with pytest.raises(actions.NewerWording) as newer:
        actions.take_over(remark)
    reword(draft, {"lv": "Trešais.", "en": "A third."})

    with pytest.raises(actions.NewerWording):
        actions.take_over(remark, over=newer.value.seal)


def test_a_clause_that_is_left_out_since_does_not_come_back_unasked(remark, draft):
    leave_out(draft, "purpose")

    with pytest.raises(actions.NewerWording):
        actions.take_over(remark)


def test_the_office_sees_both_wordings_and_chooses(remark, draft, school, browse):
    reword(draft)
    client, here = browse(), f"/{school.slug}/agreements/{draft.pk}/negotiation/remarks/{remark.pk}/"

    page = client.post(here, {"do": "take", "answer": "Gladly."}).text

    assert "taking the wording over undoes that" in page
    assert "<ins>Culture.</ins>" in page
    assert "<ins>Sport.</ins>" in page
    assert ">Gladly.</textarea>" in page
    assert purpose(draft).texts == NEWER

    over = page.partition('name="over" value="')[2].partition('"')[0]
    client.post(here, {"do": "take", "answer": "Gladly.", "over": over})

    assert purpose(draft).texts == THEIRS
    assert Remark.objects.get().answer == "Gladly."


def test_a_wording_in_one_language_beside_a_newer_one_in_the_other_is_shown_with_it(remark, draft, school, browse):
    Remark.objects.update(wording={"en": "Sport."})
    reword(draft, {"lv": "Kultūra.", "en": purpose(draft).texts["en"]})

    page = browse().post(f"/{school.slug}/agreements/{draft.pk}/negotiation/remarks/{remark.pk}/", {"do": "take"}).text

    assert "in another language: see that both still say the same." in page
    assert "<ins>Kultūra.</ins>" in page
    assert "<ins>Sport.</ins>" in page


def test_a_form_has_the_languages_in_the_order_of_the_paper(link):
    section = Client().get(link).text.partition('id="purpose"')[2].partition("</section>")[0]

    assert section.index('name="purpose-wording_lv"') < section.index('name="purpose-wording_en"')


def test_a_remark_is_answered_once(remark):
    actions.decline(remark, "No.")

    with pytest.raises(actions.AlreadyAnswered):
        actions.take_over(remark)


# Once the text is fixed


def test_a_remark_is_answered_once_the_text_is_agreed_but_its_wording_is_not_taken_over(remark, agreed, school, browse):
    client, here = browse(), f"/{school.slug}/agreements/{agreed.pk}/"

    page = client.get(f"{here}negotiation/").text
    told = client.get(f"{here}sign/").text

    assert "Leave it as it is" in page
    assert "Take this wording over" not in page
    assert "1 remark of the other side waits for an answer." in told
    with pytest.raises(NotPossible):
        actions.take_over(remark)
    client.post(f"{here}negotiation/remarks/{remark.pk}/", {"do": "decline", "answer": "Too late."})
    assert Remark.objects.get().state == "declined"


def test_what_was_said_waits_for_an_answer_when_its_author_is_asked_no_more(remark, draft, school, browse):
    actions.end_talks_with(remark.negotiator)

    assert open_remarks(draft) == 1
    assert "Take this wording over" in browse().get(f"/{school.slug}/agreements/{draft.pk}/negotiation/").text


# Who writes on an old version


@pytest.fixture
def opened(link, draft):
    """The link, opened before the office worded the first clause anew and proposed that; the hash of what was read."""
    read = version().content_hash
    reword(draft)
    actions.propose_to_all(draft)
    return link, read


def old(key):
    clauses = Version.objects.get(position=1).content["clauses"]
    return next(each for each in clauses if each["key"] == key)["text"]


def test_who_opened_an_older_text_is_told_and_keeps_what_they_typed(opened, school):
    link, read = opened
    typed = {"purpose-text": "As we said.", "purpose-wording_lv": old("purpose")["lv"], "purpose-wording_en": "Mine."}

    page = post(link, school, key="purpose", hash=read, **typed)

    assert "This clause has changed since you opened the page." in page
    assert "As we said.</textarea>" in page
    assert "Mine.</textarea>" in page
    assert "Kultūra.</textarea>" in page  # the language that was not reworded follows the newer text
    assert "<ins>Culture.</ins>" in page
    assert not Remark.objects.exists()

    post(
        link,
        school,
        key="purpose",
        **{"purpose-text": "", "purpose-wording_lv": "Kultūra.", "purpose-wording_en": "Mine."},
    )

    remark = Remark.objects.get()
    assert (remark.version.position, remark.wording) == (2, {"en": "Mine."})


def test_a_remark_on_a_clause_that_is_as_it_was_is_kept_with_the_version_that_was_read(opened, school):
    link, read = opened

    post(link, school, key="data", hash=read, **{"data-text": "Fine."})

    assert Remark.objects.get().version.position == 1


def test_a_form_that_names_no_version_is_taken_for_an_old_one(link, school):
    page = post(link, school, key="purpose", hash="", **{"purpose-text": "Hm."})

    assert "Hm.</textarea>" in page
    assert not Remark.objects.exists()


def test_what_was_typed_about_a_clause_that_is_gone_is_shown_once_more(link, school, draft):
    read = version().content_hash
    leave_out(draft, "purpose")
    actions.propose_to_all(draft)

    page = post(link, school, key="purpose", hash=read, **{"purpose-text": "But why?"})

    assert "This clause is no longer in the text." in page
    assert "But why?" in page


def test_what_was_typed_while_the_text_was_agreed_is_shown_once_more(link, school):
    Agreement.objects.update(state="agreed")

    page = post(link, school, key="purpose", **{"purpose-text": "Wait!"})

    assert "Nothing can be changed here any more." in page
    assert "Wait!" in page
    assert not Remark.objects.exists()


# Where the guest looks, in the guest's language


def test_the_confirmation_stands_with_the_clause_and_has_the_focus(link, school):
    answer = Client(headers={"accept-language": "en"}).post(
        link, {"key": "data", "hash": version().content_hash, "data-text": "Fine."}
    )
    page = Client(headers={"accept-language": "en"}).get(answer["Location"]).text

    assert answer["Location"].endswith("?said=data#said")
    section = page.partition('id="data"')[2].partition("</section>")[0]
    assert 'id="said" tabindex="-1" role="status"' in section
    assert "Thank you. The other side is told." in section


@pytest.fixture
def in_georgian(draft, school, negotiator):
    """The same draft in Latvian and Georgian, with every text in both, proposed anew."""
    school.in_other_languages = {"ka": {"name": "სანიმუშო სკოლა"}}
    school.save()
    draft.second_language, draft.in_other_languages = "ka", {"ka": {"title": "ხელშეკრულება"}}
    draft.save()
    PartnerName.objects.create(partner=negotiator.party.partner, text="კოლეჯი მოდუსი", language="ka")
    PlannedActivity.objects.update(
        by_on="2027-06-30",
        responsible=draft.parties.get(partner=None),
        in_other_languages={"ka": {"text": "ვიზიტები", "condition": "მერე."}},
    )
    actions.propose_to_all(draft)
    return draft


def test_the_plan_tells_days_and_who_sees_to_it_in_the_readers_language(in_georgian):
    Negotiator.objects.update(language="ka")

    page = Client().get(_address(Negotiator.objects.get())).text

    assert "30 ივნისი, 2027" in page
    assert "2027-06-30" not in page
    assert "კოლეჯი მოდუსი" in page.partition("</h1>")[2].partition("</p>")[0]
    assert "სანიმუშო სკოლა" in page.partition("<li><div>ვიზიტები")[2].partition("</li>")[0]


def test_the_negotiation_calls_clauses_as_the_reader_does(in_georgian, school, browse):
    actions.say(version(), clause_key="purpose", text="?", negotiator=Negotiator.objects.get())

    page = browse().get(f"/{school.slug}/agreements/{in_georgian.pk}/negotiation/").text

    assert "What for" in page
    assert "Mērķis / მიზანი" not in page


def test_a_remark_is_of_an_organisation_as_the_reader_calls_it(remark):
    page = Client().get(_address(remark.negotiator), headers={"cookie": "django_language=lv"}).text

    assert "Koledža “Modus”" in page.partition('class="remark"')[2].partition("</div>")[0]


def _address(negotiator):
    return actions.link_for(negotiator).partition("8000")[2]
