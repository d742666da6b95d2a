"""Figures of a grant in templates."""

from django import template

from tilts.funding import labels

register = template.Library()

register.filter("parameter_label", labels.parameter_label)
register.filter("parameter_value", labels.parameter_value)
register.filter("parameter_status", labels.status_label)
register.filter("parameter_source", labels.parameter_source)
