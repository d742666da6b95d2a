from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "tilts.documents"
    label = "documents"
