"""The sentence forms by name, and how one of them is turned into pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from genre.bodies import Body
from genre.figures import Draft, Piece, Slot, fill
from genre.scene import Scene

Shape = Callable[[Scene, Body], Draft]

BREAK = "||"


@dataclass(frozen=True)
class Form:
    """A sentence form: the bodies it suits, its wordings, and the shape that decides figures and links.

    A wording with BREAK in it is two sentences, the second to stand near the end of the report.
    """

    name: str
    bodies: tuple[Body, ...]
    wordings: tuple[str, ...]
    shape: Shape


FORMS: dict[str, Form] = {}


def form(bodies: tuple[Body, ...], *wordings: str) -> Callable[[Shape], Shape]:
    """Register a shape under its function's name."""

    def register(shape: Shape) -> Shape:
        name = str(getattr(shape, "__name__", ""))
        FORMS[name] = Form(name, bodies, wordings, shape)
        return shape

    return register


def slots(scene: Scene, body: Body, wording: str) -> dict[str, Slot]:
    """What every wording may name: opener, period, who, the years, the city."""
    shared: dict[str, Slot] = {"year": f"{scene.year}", "last": f"{scene.year - 1}", "next": f"{scene.year + 1}"}
    shared |= {"city": scene.city, "who": scene.pick(*body.who)}
    shared["when"] = scene.pick("", "", "全年", f"{scene.year}年，")
    if "{op}" in wording:
        lead = scene.pick(*body.leads) if wording.startswith("{op}") and scene.maybe(0.3) else ""
        fresh = lead and lead not in scene.used
        scene.used.add(lead)
        shared["op"] = scene.opener(body) + (lead if fresh else "")
    return shared


def rounded_off(scene: Scene, body: Body, wording: str) -> str:
    """The wording, a phrase of praise added now and then where it ends on a figure."""
    if not wording.endswith("}。") or not scene.maybe(0.22):
        return wording
    tail = scene.pick(*body.tails)
    fresh = tail not in scene.used
    scene.used.add(tail)
    return wording.removesuffix("。") + f"，{tail}。" if fresh else wording


def write(wanted: Form, scene: Scene, body: Body) -> list[Piece]:
    """The sentence of a form, or two; links stay with the first. Raises ExhaustedError when words have run out."""
    plan = wanted.shape(scene, body)
    wording = scene.pick(*wanted.wordings)
    filled = {**slots(scene, body, wording), **plan.slots}
    sentences = [rounded_off(scene, body, sentence) for sentence in wording.split(BREAK)]
    pieces = [Piece(wanted.name, fill(sentence, filled)) for sentence in sentences]
    return [Piece(wanted.name, pieces[0].parts, plan.links), *pieces[1:]]
