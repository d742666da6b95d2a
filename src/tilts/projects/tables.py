"""Projects as a table."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from tilts.projects.models import Project


class ProjectTable(tables.Table):
    """The list of projects."""

    title = tables.Column(_("Title"), linkify=True)
    reference = tables.Column(_("Reference"))
    starts_on = tables.DateColumn("SHORT_DATE_FORMAT", verbose_name=_("First day"))
    ends_on = tables.DateColumn("SHORT_DATE_FORMAT", verbose_name=_("Last day"))

    class Meta:
        model = Project
        fields = ("title", "reference", "starts_on", "ends_on")
