-- accepted
select $cases from disputes_Accepted where $within

-- screened
select $cases from disputes_Accepted where $within and came_by = '排查发现'

-- parties
select coalesce(sum(parties), 0) from disputes_Accepted where $within

-- define ended
ended as (
  select body, "case", "on", true settled from disputes_Settled where $within union all
  select body, "case", "on", false from disputes_Failed where $within)

-- handled
with $ended select $cases from ended

-- settled
select $cases from disputes_Settled where $within

-- success_rate
with $ended select $cases filter (settled), $cases from ended

-- failed
select $cases from disputes_Failed where $within

-- to_litigation
select $cases from disputes_Failed where $within and went_to = '诉讼'

-- to_arbitration
select $cases from disputes_Failed where $within and went_to = '仲裁'

-- to_administration
select $cases from disputes_Failed where $within and went_to = '行政处理'

-- elsewhere
select $cases from disputes_Failed where $within and went_to = '其他'

-- agreements
select $cases from disputes_Agreed where $within

-- agreed_amount
select coalesce(sum(amount_fen), 0) from disputes_Agreed where $within

-- performed
select $cases from disputes_Performed where $within and extent = '全部'

-- confirmations_sought
select $cases from disputes_Applied where $within

-- confirmations_given
select $cases from disputes_Decided where $within and outcome = '确认有效'

-- define stays
from i left join o using (body, "case") where o.d is null or o.d < i.d

-- pending
with i as (select body, "case", max("on") d from disputes_Accepted where $until group by all),
o as (
  select body, "case", max("on") d from (
    select body, "case", "on" from disputes_Settled where $until union all
    select body, "case", "on" from disputes_Failed where $until)
  group by all)
select count(*) $stays

-- carried_over
with i as (select body, "case", max("on") d from disputes_Accepted where $until_eve group by all),
o as (
  select body, "case", max("on") d from (
    select body, "case", "on" from disputes_Settled where $until_eve union all
    select body, "case", "on" from disputes_Failed where $until_eve)
  group by all)
select count(*) $stays
