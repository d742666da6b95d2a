from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "tilts.core"
    label = "core"
