"""All components under one name: `{% load tilts %}`. They stand in `web/components`."""

from django import template

from tilts.web.components import forms, holders, lists, page, small, ways, words

register = template.Library()

for each in (small, words, holders, ways, lists, forms, page):
    register.tags.update(each.register.tags)
    register.filters.update(each.register.filters)
