"""Signing at a distance: envelopes and who signs them, seals, the check of signed files."""

from django.apps import AppConfig


class SigningConfig(AppConfig):
    name = "tilts.signing"
    label = "signing"

    def ready(self) -> None:
        from tilts.signing import menu

        menu.register()
