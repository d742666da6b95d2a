"""Each component is rendered as a page would call it."""

import re
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from tilts.web.components.small import draw_icon, icon_names
from tilts.web.components.words import days, eur


class PartnerForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As it signs.")
    kind = forms.ChoiceField(label="Kind", choices=[("school", "School")], widget=forms.RadioSelect)
    token = forms.CharField(widget=forms.HiddenInput)
    file = forms.FileField(label="File")

    def clean(self) -> None:
        raise forms.ValidationError("Two partners have this name.")


def render(source: str, **context: object) -> str:
    """The tag's HTML with the blanks between words and elements evened out."""
    html = Template("{% load tilts %}" + source).render(Context(context))
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", " ".join(html.split()))


def shown_icon(name: str) -> str:
    drawing = f'<use href="/static/vendor/icons.svg#{name}"></use>'
    return f'<svg class="icon" aria-hidden="true" focusable="false">{drawing}</svg>'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('{% icon "people" %}', shown_icon("people")),
        (
            '{% icon "lock" label="Locked" %}',
            '<svg class="icon" role="img" aria-label="Locked" focusable="false">'
            '<use href="/static/vendor/icons.svg#lock"></use></svg>',
        ),
        ("{% badge word %}", '<span class="badge tone-neutral">&lt;Draft&gt;</span>'),
        (
            '{% badge "Signed" tone="good" icon="check-lg" %}',
            f'<span class="badge tone-good">{shown_icon("check-lg")}Signed</span>',
        ),
        (
            '{% button_link "Add" "/add/" icon="plus-lg" tone="primary" %}',
            f'<a class="btn btn-primary" href="/add/">{shown_icon("plus-lg")}<span>Add</span></a>',
        ),
        (
            '{% wide_table "Rates" kind="table-sm" %}<tbody></tbody>{% endwide_table %}',
            '<div class="table-scroll" tabindex="0" role="group" aria-label="Rates"><table class="table table-sm">'
            '<caption class="visually-hidden">Rates</caption><tbody></tbody></table></div>',
        ),
        (
            '{% panel title="People" icon="people" id="people" link_url="/all/" link_label="All" %}<p>x</p>'
            "{% endpanel %}",
            '<section class="panel" id="people"><div class="panel-head">'
            f'<h2 class="panel-title">{shown_icon("people")}People</h2>'
            f'<a class="panel-link" href="/all/">All{shown_icon("chevron-right")}</a></div>'
            '<div class="panel-body"><p>x</p></div></section>',
        ),
        ("{% panel %}x{% endpanel %}", '<section class="panel"><div class="panel-body">x</div></section>'),
        (
            '{% notice tone="warn" title="Example rates" %}x{% endnotice %}',
            f'<div class="notice tone-warn">{shown_icon("exclamation-triangle")}'
            '<div class="notice-body"><p class="notice-title">Example rates</p>x</div></div>',
        ),
        ("{% page_actions %}x{% endpage_actions %}", '<div class="page-actions">x</div>'),
        (
            '{% definitions %}{% definition "Sum" 0 is_number=True %}{% definition "Contract" "" %}'
            "{% enddefinitions %}",
            '<dl class="facts"><div class="fact"><dt>Sum</dt><dd class="num">0</dd></div>'
            '<div class="fact"><dt>Contract</dt><dd><span class="is-missing">not given yet</span></dd></div></dl>',
        ),
        (
            '{% progress 12 20 "Papers" %}',
            '<div class="progress-line"><span class="progress-label">Papers</span>'
            '<progress value="12" max="20" aria-label="Papers"></progress>'
            '<span class="progress-count num">12 of 20</span></div>',
        ),
        (
            '{% empty_state "No partners yet" "Here they stand." "/add/" "Add one" icon="building" %}',
            f'<div class="empty-state"><span class="empty-icon">{shown_icon("building")}</span>'
            '<p class="empty-title">No partners yet</p><p class="empty-text">Here they stand.</p>'
            '<a class="btn btn-primary" href="/add/"><span>Add one</span></a></div>',
        ),
        (
            '{% panel title="Contacts" add_url="/add/" add_label="Add one" %}x{% endpanel %}',
            '<section class="panel"><div class="panel-head"><h2 class="panel-title">Contacts</h2>'
            f'<a class="panel-link panel-add" href="/add/">{shown_icon("plus-lg")}Add one</a></div>'
            '<div class="panel-body">x</div></section>',
        ),
        (
            '{% notice url="/rates/" label="Enter your own" %}x{% endnotice %}',
            f'<div class="notice tone-info">{shown_icon("info-circle")}<div class="notice-body">x'
            '<p class="notice-action"><a href="/rates/">Enter your own</a></p></div></div>',
        ),
        (
            '{% breadcrumbs "Flows" "/flows/" "Dresden" "/flows/1/" %}',
            '<nav class="crumbs" aria-label="The way back"><ol>'
            f'<li>{shown_icon("chevron-left")}<a href="/flows/">Flows</a></li>'
            f'<li>{shown_icon("chevron-left")}<a href="/flows/1/">Dresden</a></li></ol></nav>',
        ),
        (
            '{% tabs label="Flow" %}{% tab "People" "/a/" is_current=True count=18 %}'
            '{% tab "Papers" "/b/" %}{% endtabs %}',
            '<nav class="tabs" aria-label="Flow"><ul><li><a href="/a/" aria-current="page">People'
            '<span class="tab-count">18</span></a></li><li><a href="/b/">Papers</a></li></ul></nav>',
        ),
        (
            '{% steps 2 "Drop" "Check" "Take over" %}',
            '<ol class="steps"><li class="is-done">'
            f'<span class="step-number" aria-hidden="true">{shown_icon("check-lg")}'
            '</span><span>Drop<span class="visually-hidden">(done)</span></span></li>'
            '<li class="is-current" aria-current="step"><span class="step-number" aria-hidden="true">2</span>'
            "<span>Check</span></li>"
            '<li class=""><span class="step-number" aria-hidden="true">3</span><span>Take over</span></li></ol>',
        ),
        (
            '{% task_list %}{% task "Agreements" "doing" url="/a/" hint="12 of 18" %}'
            '{% task "Certificates" "later" url="/c/" %}{% endtask_list %}',
            '<ul class="task-list"><li class="task"><div class="task-what">'
            '<a class="task-name" href="/a/">Agreements</a><span class="task-hint">12 of 18</span></div>'
            f'<span class="badge tone-info">{shown_icon("hourglass-split")}'
            'In progress</span></li><li class="task"><div class="task-what"><span class="task-name">Certificates</span>'
            '</div><span class="task-state">Can’t start yet</span></li></ul>',
        ),
        (
            '{% stats %}{% stat "Participants" 18 hint="of 20 seats" url="/people/" tone="warn" %}{% endstats %}',
            '<dl class="stats"><div class="stat tone-warn"><dt><a href="/people/">Participants</a></dt>'
            '<dd><span class="stat-value num">18</span><span class="stat-hint">of 20 seats</span></dd></div></dl>',
        ),
        (
            '{% timeline %}{% moment "2 June" "Granted" tone="good" %}<p>x</p>{% endmoment %}'
            '{% moment "3 June" word %}{% endmoment %}{% endtimeline %}',
            '<ol class="timeline"><li class="moment tone-good"><span class="moment-when">2 June</span>'
            '<div class="moment-what"><span class="moment-title">Granted</span>'
            '<div class="moment-more"><p>x</p></div></div></li>'
            '<li class="moment tone-neutral"><span class="moment-when">3 June</span>'
            '<div class="moment-what"><span class="moment-title">&lt;Draft&gt;</span></div></li></ol>',
        ),
        (
            '{% cards %}{% card "Kutaisi" "/kutaisi/" text="Georgia" icon="building" more="Director" %}{% endcards %}',
            f'<ul class="cards"><li class="card-tile"><span class="card-icon">{shown_icon("building")}</span>'
            '<a class="card-title" href="/kutaisi/">Kutaisi</a><span class="card-text">Georgia</span>'
            '<span class="card-more">Director</span></li></ul>',
        ),
        (
            '{% confirm_link "Remove" "/remove/" %}',
            f'<a class="btn btn-danger" href="/remove/" data-confirm>{shown_icon("trash")}<span>Remove</span></a>',
        ),
    ],
    ids=[
        "icon",
        "spoken-icon",
        "badge-escapes",
        "badge-with-icon",
        "button-link",
        "wide-table",
        "panel",
        "bare-panel",
        "notice",
        "page-actions",
        "definitions",
        "progress",
        "empty-state",
        "panel-to-add-to",
        "notice-with-action",
        "breadcrumbs",
        "tabs",
        "steps",
        "tasks",
        "stats",
        "timeline",
        "cards",
        "confirm-link",
    ],
)
def test_component_renders(source, html):
    assert render(source, word="<Draft>") == html


def test_error_summary_links_each_error_to_its_field():
    form = PartnerForm({})

    html = render("{% error_summary form %}", form=form)

    assert re.findall(r"<li>(.*?)</li>", html) == [
        "Two partners have this name.",
        '<a href="#id_name">Name: This field is required.</a>',
        '<a href="#id_kind_0">Kind: This field is required.</a>',
        "This field is required.",
        '<a href="#id_file">File: This field is required.</a>',
    ]


def test_error_summary_is_silent_when_nothing_is_wrong():
    assert render("{% error_summary form %}", form=PartnerForm()) == ""


def test_form_fields_tie_labels_hints_and_errors_to_their_fields():
    html = render("{% form_fields form %}", form=PartnerForm({}))

    assert re.findall(r'<(?:label|input)[^>]*"id_name"[^>]*>', html) == [
        '<label for="id_name" class="form-label requiredField">',
        '<input type="text" name="name" class="textinput form-control is-invalid" required aria-invalid="true" '
        'aria-describedby="id_name_helptext id_name_error" id="id_name">',
    ]
    assert {"id_name_helptext", "id_name_error"} <= set(re.findall(r'id="([^"]+)"', html))


class PartedForm(PartnerForm):
    sections = [("Who", "As in the register.", ["name", "kind", "gone"]), ("Gone", "", ["gone"])]


def test_form_fields_are_cut_into_parts():
    html = render("{% form_fields form %}", form=PartedForm())

    assert re.findall(r'<fieldset class="form-part">|<legend>.*?</legend>|name="(?:name|kind|file|token)"', html) == [
        'name="token"',
        'name="file"',
        '<fieldset class="form-part">',
        "<legend>Who</legend>",
        'name="name"',
        'name="kind"',
    ]


def test_breadcrumbs_are_pairs():
    with pytest.raises(ValueError, match="pairs"):
        render('{% breadcrumbs "Flows" %}')


def test_an_unknown_state_of_a_task_is_a_mistake():
    with pytest.raises(ValueError, match="unknown state 'lost'"):
        render('{% task "Insurance" "lost" %}')


def test_drop_zone_is_a_labelled_file_field():
    form = PartnerForm()

    html = render('{% drop_zone form.file "Drop it here" "Excel or CSV" %}', form=form)

    assert html == (
        f'<div class="drop-zone" data-drop-zone><span class="drop-icon">{shown_icon("cloud-arrow-up")}</span>'
        '<label class="drop-title" for="id_file">Drop it here</label><p class="drop-hint">Excel or CSV</p>'
        '<input type="file" name="file" class="form-control" data-drop-input required id="id_file"></div>'
    )


@pytest.mark.parametrize(
    ("language", "amount", "text"),
    [
        ("en", Decimal("1158"), "1,158.00\u00a0EUR"),
        ("lv", Decimal("1158.5"), "1\u00a0158,50\u00a0EUR"),
        ("ka", 12004, "12\u00a0004,00\u00a0EUR"),
        ("en", None, ""),
    ],
    ids=["english", "latvian", "georgian", "none"],
)
def test_eur_writes_money_as_the_language_does(language, amount, text):
    with override(language):
        assert eur(amount) == text


@pytest.mark.parametrize(("count", "text"), [(1, "1 day"), (21, "21 days"), (0, "0 days"), (None, "")])
def test_days_counts_in_words(count, text):
    with override("en"):
        assert days(count) == text


def test_an_unknown_icon_is_a_mistake():
    with pytest.raises(ValueError, match="unknown icon 'unicorn'"):
        draw_icon("unicorn")


def test_an_unknown_tone_is_a_mistake():
    with pytest.raises(ValueError, match="unknown tone 'loud'"):
        render('{% badge "x" tone="loud" %}')


def test_icon_names_are_sorted_and_unique(settings):
    names = (settings.PACKAGE / "web" / "icons.txt").read_text().split()

    assert sorted(icon_names()) == sorted(names)


def test_text_of_says_which_language_it_had_to_take():
    titles = {"lv": "Pavārs", "en": "Cook"}

    with override("lv"):
        assert render("{% text_of titles %}", titles=titles) == "Pavārs"
    with override("ka"):
        assert render("{% text_of titles %}", titles=titles) == (
            '<span lang="en">Cook</span><span class="not-translated">(ჯერ არ არის ნათარგმნი: ინგლისური)</span>'
        )
    with override("en"):
        assert render("{% text_of titles %}", titles={"lv": "<Pavārs>"}) == (
            '<span lang="lv">&lt;Pavārs&gt;</span><span class="not-translated">(not yet translated: Latvian)</span>'
        )
        assert render("{% text_of titles %}", titles={}) == ""
