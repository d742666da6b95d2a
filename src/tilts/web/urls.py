from django.urls import path

from tilts.web import views

urlpatterns = [
    path("theme/", views.set_theme, name="set_theme"),
]
