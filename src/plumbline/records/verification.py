"""Verification: what was put right is looked at again by another than who put it right."""

from typing import Annotated, Self

from pydantic import model_validator

from plumbline.records.fields import Body, Reference, against_rules, label
from plumbline.records.record import Record

OWN_WORK = (
    "复查单位（岗位）就是整改单位（岗位）；应由他人复查",
    "verified by who put it right; another body or post has to",
)


class Mended(Record):
    """A record that something was put right: by which body and, where a body has several, by which post of it."""

    fixed_by: Annotated[Body, label("整改单位", "put right by")]
    fixed_post: Annotated[Reference | None, label("整改岗位编号", "post that put it right")] = None


class Verification(Mended):
    """A record that it was looked at again. Refused where the same body did both, unless two posts of it are named."""

    verified_by: Annotated[Body, label("复查单位", "verified by")]
    verified_post: Annotated[Reference | None, label("复查岗位编号", "post that verified it")] = None
    passed: Annotated[bool, label("复查合格", "passed")] = True

    @model_validator(mode="after")
    def _by_another(self) -> Self:
        posts = self.fixed_post, self.verified_post
        if self.fixed_by == self.verified_by and (None in posts or len(set(posts)) == 1):
            raise against_rules("own_work", *OWN_WORK)
        return self
