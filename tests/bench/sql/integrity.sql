-- filed
select $cases from integrity_Filed where $within

-- filed persons
select $persons from integrity_Filed where $within

-- disciplined
select $persons from integrity_Disciplined where $within

-- sent
select $persons from integrity_SentForProsecution where $within

-- umbrellas_sent
select $persons from integrity_SentForProsecution where $within and scope like '%|涉伞|%'

-- dropped
select $cases from integrity_Dropped where $within

-- dropped persons
select $persons from integrity_Dropped where $within

-- define filed
i as (
  select body, "case", max("on") d, arg_max(misconduct, $latest) misconduct, $heads heads
  from integrity_Filed where $until group by all)

-- define handled
h as (
  select body, "case" from (
    select body, "case", "on" from integrity_Disciplined where $until union all
    select body, "case", "on" from integrity_SentForProsecution where $until)
  group by all having min("on") between $first and $last)

-- handled
with $filed, $handled select count(*) from i semi join h using (body, "case")

-- handled persons
with $filed, $handled select coalesce(sum(heads), 0) from i semi join h using (body, "case")

-- umbrellas
with $filed, $handled select count(*) from i semi join h using (body, "case") where misconduct = '充当保护伞'

-- umbrellas persons
with $filed, $handled
select coalesce(sum(heads), 0) from i semi join h using (body, "case") where misconduct = '充当保护伞'

-- define gone
o as (
  select body, "case", max("on") d from (
    select body, "case", "on" from integrity_Disciplined where $until union all
    select body, "case", "on" from integrity_SentForProsecution where $until union all
    select body, "case", "on" from integrity_Dropped where $until)
  group by all)

-- pending
with $filed, $gone select count(*) from i left join o using (body, "case") where o.d is null or o.d < i.d

-- pending persons
with $filed, $gone
select coalesce(sum(heads), 0) from i left join o using (body, "case") where o.d is null or o.d < i.d
