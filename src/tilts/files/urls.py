from django.urls import path

from tilts.files import views

app_name = "files"
urlpatterns = [path("<int:pk>/", views.file_open, name="open")]
