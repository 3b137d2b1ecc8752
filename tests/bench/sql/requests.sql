-- asked
select $cases from requests_Asked where $within

-- night_asked
select $cases from requests_Asked where $within and about = '夜间经济'

-- assigned
select $cases from requests_Assigned where $within

-- define answered
b as (select body, "case", min("on") d from requests_Answered group by all having d between $first and $last),
a as (select body, "case", min("on") d from requests_Asked group by all)

-- answered
with $answered select count(*) from b semi join a using (body, "case")

-- answer_days
with $answered select coalesce(sum(b.d - a.d), 0), count(*) from b join a using (body, "case")

-- resolved
select $cases from requests_Resolved where $within

-- met
select $cases from requests_Resolved where $within and outcome = '解决'

-- define asked
i as (select body, "case", max("on") d from requests_Asked where $until group by all),
o as (select body, "case", max("on") d from requests_Resolved where $until group by all)

-- pending
with $asked select count(*) from i left join o using (body, "case") where o.d is null or o.d < i.d

-- on_hand
with $asked select count(*) from i left join o using (body, "case") where o.d is null or o.d >= $first or o.d < i.d

-- resolution_rate
with $asked select count(*) filter (o.d between $first and $last and o.d >= i.d), count(*)
from i left join o using (body, "case") where o.d is null or o.d >= $first or o.d < i.d

-- rated
select $cases from requests_Rated where $within

-- satisfaction_rate
select $cases filter (grade in ('满意', '基本满意')), $cases from requests_Rated where $within

-- liaisons
with i as (
  select body, "case", max("on") d, arg_max(officers, $latest) officers
  from requests_LiaisonAppointed where $until group by all),
o as (select body, "case", max("on") d from requests_LiaisonWithdrawn where $until group by all)
select coalesce(sum(officers), 0) from i left join o using (body, "case") where o.d is null or o.d < i.d

-- measures_issued
select coalesce(sum(measures), 0) from requests_MeasureIssued where $within

-- night_measures
select coalesce(sum(measures), 0) from requests_MeasureIssued where $within and about = '夜间经济'
