from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "tilts.demo"
    label = "demo"
