from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "tilts.files"
    label = "files"
