from django.urls import path

from tilts.exchange.module import views

app_name = "module"
urlpatterns = [
    path("<int:pk>/", views.project_page, name="project"),
    path("<int:pk>/template/", views.template_upload, name="template"),
    path("<int:pk>/columns/", views.columns_page, name="columns"),
    path("<int:pk>/file/", views.filled_file, name="file"),
]
