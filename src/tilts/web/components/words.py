"""Values as the reader's language writes them."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tilts.core.languages import language_name, text_for
from tilts.core.money import format_eur
from tilts.core.partial_dates import PartialDate

register = template.Library()


@register.filter
def eur(amount: Decimal | int | None) -> str:
    """Money as the reader's language writes it, empty for None; a column of it has the class `num`.

    <td class="num">{{ grant.total|eur }}</td>
    """
    return "" if amount is None else format_eur(Decimal(amount), get_language() or "en")


@register.filter
def days(count: int | None) -> str:
    """A number of days in words, empty for None: {{ stay.funded_days|days }}."""
    return "" if count is None else ngettext("%(days)s day", "%(days)s days", count) % {"days": count}


_DATE_FORMATS = {
    "words": {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"},
    "figures": {"day": "d.m.Y", "month": "m.Y", "year": "Y"},
    "short": {"day": "SHORT_DATE_FORMAT", "month": "m.Y", "year": "Y"},
}


@register.filter
def partial_date(known: PartialDate | None, how: str = "words") -> str:
    """A date as far as it is known, as the reader's language writes it: "24 May 2017", "May 2017", "2017".

    how: words, short (for tables) or figures (as a form takes them): {{ project.starts|partial_date }}
    """
    return "" if known is None else date_format(known.first_day, _DATE_FORMATS[how][known.precision])


@register.simple_tag
def text_of(texts: Mapping[str, str], is_marked: bool = True, in_lines: bool = False) -> SafeString | str:
    """What is kept in several languages, in the reader's; in another one it says so.

    is_marked: whether it says so to the eye, too, and not to screen readers alone; in_lines: with paragraphs.

    {% text_of programme.titles %} {% text_of agreement.texts.source_title is_marked=False %}
    """
    wanted = get_language() or "en"
    text, language = text_for(texts, wanted)
    if in_lines and text:
        text = linebreaks_filter(text)
    if not text or language == wanted:
        return text
    if in_lines:
        text = format_html('<div lang="{}">{}</div>', language, text)
    else:
        text = format_html('<span lang="{}">{}</span>', language, text)
    if not is_marked:
        return text
    mark = _("not yet translated: %(language)s") % {"language": language_name(language, wanted)}
    return format_html('{} <span class="not-translated">({})</span>', text, mark)
