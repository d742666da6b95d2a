from django.urls import path

from tilts.jobs import views

app_name = "jobs"
urlpatterns = [path("<int:pk>/", views.work_page, name="work")]
