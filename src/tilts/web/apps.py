from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tilts.web"
    label = "web"
