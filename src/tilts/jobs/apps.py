from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "tilts.jobs"
    label = "jobs"
