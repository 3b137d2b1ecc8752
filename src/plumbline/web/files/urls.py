"""The addresses of this part."""

from django.urls import path

from plumbline.web.files import due_views, erasing_views, views

FILE = "<slug:line>/<str:body>/<path:number>"

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path(f"cases/{FILE}", views.case, name="case"),
    path(f"limits/{FILE}", views.clocks_of, name="case_limits"),
    path("entries/<int:position>", views.entry, name="entry"),
    path("entries/<int:position>/erasing", erasing_views.propose, name="erasing"),
    path("erasures/<int:number>", erasing_views.decide, name="erasure"),
    path("photos/<slug:digest>", views.photo, name="photo"),
    path("due/", due_views.page, name="due"),
]
