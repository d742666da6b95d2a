from django.urls import path

from tilts.documents import views

app_name = "documents"
urlpatterns = [path("settings/", views.papers_settings, name="settings")]
