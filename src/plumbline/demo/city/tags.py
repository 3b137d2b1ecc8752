"""Which tags a file carries. A village bully's file loses 涉恶 at the procuratorate, which does not raise a charge's class."""

import polars as pl

_SCOPE, _BLACK = pl.col("scope"), pl.col("class") == "黑社会性质组织"

TAGS = (
    pl.when(_SCOPE == "umbrella").then(pl.lit("|涉伞|"))
    .when(_SCOPE == "bully").then(pl.lit("|涉霸|"))
    .when(_SCOPE == "environment").then(pl.lit("|环境资源|"))
    .when((_SCOPE == "group") & _BLACK).then(pl.lit("|涉黑|"))
    .when(_SCOPE == "group").then(pl.lit("|涉恶|"))
    .otherwise(pl.lit(""))
)  # fmt: skip
"""The tags at the procuratorate and the court."""

POLICE_TAGS = pl.when(_SCOPE == "bully").then(pl.lit("|涉恶|涉霸|")).otherwise(TAGS)
"""The tags the police gave."""
