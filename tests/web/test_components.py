"""Each component is rendered as a page would call it."""

import re
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from tilts.web.templatetags.tilts import days, draw_icon, eur, icon_names


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
        "Token: This field is required.",
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
