"""Reading: a report's text -> mentions -> claims -> relations. Pure, deterministic, standard library only.

>>> from plumbline.claims import read
>>> reading = read("检察机关受理案件113件，办结110件，在办3件。")
>>> [(c.text, c.counted, c.who) for c in reading.claims]
[('113件', '受理案件', '检察机关'), ('110件', '办结案件', '检察机关'), ('3件', '在办案件', '检察机关')]
>>> [(r.type, r.holds) for r in reading.relations]
[('sum', True)]
"""

from plumbline.claims.data import as_data
from plumbline.claims.shapes import Approx, Claim, Direction, How, Kind, Rate, Reading, Relation, Source
from plumbline.claims.whole import read

__all__ = ["Approx", "Claim", "Direction", "How", "Kind", "Rate", "Reading", "Relation", "Source", "as_data", "read"]
