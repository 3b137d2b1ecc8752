"""The interface for programs: /api/openapi.json says all of it; no page of its own takes anything from outside."""

from ninja import NinjaAPI

from plumbline import __version__
from plumbline.web.api import drafting, reading
from plumbline.web.api.failing import answering
from plumbline.web.api.signing import Bearer, Signed
from plumbline.web.people.rights import open_to_all

api = NinjaAPI(
    title="Plumbline 准绳",
    version=__version__,
    urls_namespace="api",
    docs_url=None,
    docs_decorator=open_to_all,
    auth=[Bearer(), Signed()],
)
answering(api)
api.add_router("", reading.router)
api.add_router("", drafting.router)
