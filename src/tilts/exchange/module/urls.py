from django.urls import path

from tilts.exchange.module import returns, views

app_name = "module"
urlpatterns = [
    path("<int:pk>/", views.project_page, name="project"),
    path("<int:pk>/template/", views.template_upload, name="template"),
    path("<int:pk>/columns/", views.columns_page, name="columns"),
    path("<int:pk>/file/", views.filled_file, name="file"),
    path("<int:pk>/return/", returns.return_upload, name="return"),
    path("<int:pk>/findings/", returns.findings_page, name="findings"),
    path("<int:pk>/findings/<int:finding_pk>/", returns.finding_settle, name="settle"),
    path("<int:pk>/todo/", returns.todo_export, name="todo"),
]
