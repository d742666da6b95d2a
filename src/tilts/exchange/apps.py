from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "tilts.exchange"
    label = "exchange"

    def ready(self) -> None:
        from tilts.exchange import menu
        from tilts.exchange.module import menu as module_menu

        menu.register()
        module_menu.register()
