"""The addresses of this part."""

from django.urls import path

from plumbline.web.grid import views

urlpatterns = [
    path("grid/", views.grid, name="grid"),
    path("grid/places.json", views.places, name="grid_places"),
    path("grid/report", views.report, name="grid_report"),
    path("grid/verify/<path:number>", views.verify, name="grid_verify"),
]
