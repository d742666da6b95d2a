"""Addresses, stays and countries in the public pages."""

from datetime import date
from typing import Any

from django import template
from django.template import Context

from tilts.core.places import country_name
from tilts.projects.models import Project
from tilts.public.presenting import flow_stays, name_in, stated_people
from tilts.public.visits import Visit
from tilts.web.components.words import partial_date

register = template.Library()


@register.simple_tag(takes_context=True)
def page_url(context: Context, name: str, *numbers: int) -> str:
    """The address of a public page of this visit: {% page_url "partner" partner.pk %}."""
    visit: Visit = context["visit"]
    return visit.url(name, *numbers)


@register.simple_tag(takes_context=True)
def page_whole_url(context: Context, language: str) -> str:
    """This page in a language, as it is opened from outside: {% page_whole_url "lv" %}."""
    visit: Visit = context["visit"]
    return visit.whole_url(language)


@register.simple_tag(takes_context=True)
def country(context: Context, code: str) -> str:
    """The name of a country in the visit's language: {% country partner.country %}."""
    visit: Visit = context["visit"]
    return country_name(code, visit.language)


@register.simple_tag(takes_context=True)
def own_name(context: Context, partner: Any) -> str:
    """The partner's name in the visit's language, besides its own; may be empty: {% own_name partner as name %}."""
    visit: Visit = context["visit"]
    return name_in(partner, visit.language)


@register.simple_tag
def organisations_in(organisations: dict[int, list[Any]], project: Project) -> list[Any]:
    """The partners in one of several projects: {% organisations_in organisations project as there %}."""
    return organisations.get(project.pk, [])


@register.simple_tag
def name_among(names: Any, partner: Any) -> str:
    """The partner's name of those that were asked for at once, if any: {% name_among own_names partner as name %}."""
    return names.get(partner.pk, "") if names else ""


@register.filter
def stays(flow: Any, today: date) -> str:
    """What is known of a flow's stays: {{ flow|stays:today }}."""
    return flow_stays(flow, today)


@register.filter
def period(project: Project) -> str:
    """From when to when, each as far as it is known: "2020 – 2023", "1 September 2021 – 30 November 2022"."""
    return f"{partial_date(project.starts)} – {partial_date(project.ends)}"


@register.filter
def people(past: Any) -> str:
    """The people of an earlier activity, by their counts: {{ past|people }}."""
    return stated_people(past)


@register.filter
def known_days(past: Any) -> str:
    """When an earlier activity was, as far as it is known."""
    begins = partial_date(past.begins)
    return f"{begins} – {partial_date(past.ends)}" if past.ends and past.ends != past.begins else begins
