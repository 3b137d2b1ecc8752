"""The addresses of this part."""

from django.urls import path

from plumbline.web.bulletin import boards, bridges, figure, figures, reports, trends

urlpatterns = [
    path("figures/", figures.every, name="figures"),
    path("figures/charts.js", trends.library, name="figure_charts"),
    path("figures/<str:name>/trend.json", trends.specification, name="figure_trend"),
    path("figures/<str:name>/values.csv", figure.download, name="figure_csv"),
    path("figures/<str:name>", figure.one, name="figure"),
    path("bridges/", bridges.bridges, name="bridges"),
    path("boards/", boards.matters, name="boards"),
    path("boards/map", boards.districts_map, name="board_map"),
    path("boards/plans/<str:name>", boards.plan, name="board_plan"),
    path("reports/", reports.reports, name="reports"),
    path("reports/compile", reports.compile_one, name="report_compile"),
    path("reports/<int:size>/<str:plan>/<str:lang>", reports.report, name="report"),
    path("reports/<int:size>/<str:name>", reports.report_file, name="report_file"),
]
