"""Ways: where one is, and where else one can go."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tilts.web.components.base import Text

register = template.Library()


@register.inclusion_tag("web/components/breadcrumbs.html")
def breadcrumbs(*steps: Text) -> dict[str, Any]:
    """The way back: pairs of words and address from the outermost inwards, without the page itself.

    {% url "partners:list" as partners %}{% breadcrumbs _("Partners") partners %}
    """
    if len(steps) % 2:
        raise ValueError("breadcrumbs are pairs of words and address")
    return {"steps": list(zip(steps[::2], steps[1::2], strict=True))}


@register.simple_block_tag
def tabs(content: SafeString, label: Text) -> SafeString:
    """Pages beside each other that belong to one thing: {% tabs label=flow.name %}{% tab ... %}{% endtabs %}."""
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', label, content)


@register.simple_tag
def tab(label: Text, url: str, is_current: bool = False, count: int | None = None) -> SafeString:
    """One of the tabs; count: how many there are behind it.

    {% tab _("People") people is_current=True count=18 %}
    """
    number = "" if count is None else format_html(' <span class="tab-count">{}</span>', count)
    current = mark_safe(' aria-current="page"') if is_current else ""
    return format_html('<li><a href="{}"{}>{}{}</a></li>', url, current, label, number)


@register.inclusion_tag("web/components/steps.html")
def steps(current: int, *labels: Text) -> dict[str, Any]:
    """Where one stands on a way of several pages. current: the number of this step, from 1; past the last all are done.

    {% steps 2 _("Drop the list") _("Check it") _("Take it over") %}
    """
    return {"steps": [(number, label, number < current, number == current) for number, label in enumerate(labels, 1)]}
