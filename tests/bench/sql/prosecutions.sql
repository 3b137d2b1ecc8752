-- define dropped
('法定不起诉', '酌定不起诉', '存疑不起诉', '附条件不起诉')

-- received
select $cases from prosecutions_Received where $within

-- received persons
select $persons from prosecutions_Received where $within

-- concluded
select $cases from prosecutions_Concluded where $within

-- concluded persons
select $persons from prosecutions_Concluded where $within

-- prosecuted
select $cases from prosecutions_Decided where $within and outcome = '起诉'

-- prosecuted persons
select $persons from prosecutions_Decided where $within and outcome = '起诉'

-- not_prosecuted
select $cases from prosecutions_Decided where $within and outcome in $dropped

-- not_prosecuted persons
select $persons from prosecutions_Decided where $within and outcome in $dropped

-- moved
select $cases from prosecutions_Decided where $within and outcome = '移送他院'

-- moved persons
select $persons from prosecutions_Decided where $within and outcome = '移送他院'

-- withdrawn
select $cases from prosecutions_Decided where $within and outcome = '撤回移送'

-- withdrawn persons
select $persons from prosecutions_Decided where $within and outcome = '撤回移送'

-- decided
select $cases from prosecutions_Decided where $within and (outcome = '起诉' or outcome in $dropped)

-- decided persons
select $persons from prosecutions_Decided where $within and (outcome = '起诉' or outcome in $dropped)

-- not_prosecuted_rate
select $cases filter (outcome in $dropped), $cases
from prosecutions_Decided where $within and (outcome = '起诉' or outcome in $dropped)

-- not_prosecuted_rate persons
select (select $persons from prosecutions_Decided where $within and outcome in $dropped),
(select $persons from prosecutions_Decided where $within and (outcome = '起诉' or outcome in $dropped))

-- returned
select $cases from prosecutions_Returned where $within

-- resubmitted
select $cases from prosecutions_Resubmitted where $within

-- define received
i as (select body, "case", max("on") d, $heads heads from prosecutions_Received where $until group by all),
o as (select body, "case", max("on") d from prosecutions_Concluded where $until group by all)

-- define before
i as (select body, "case", max("on") d, $heads heads from prosecutions_Received where $until_eve group by all),
o as (select body, "case", max("on") d from prosecutions_Concluded where $until_eve group by all)

-- define stays
from i left join o using (body, "case") where (o.d is null or o.d < i.d)

-- define on_hand
from i left join o using (body, "case") where (o.d is null or o.d >= $first or o.d < i.d)

-- define gone
o.d between $first and $last and o.d >= i.d

-- pending
with $received select count(*) $stays

-- pending persons
with $received select coalesce(sum(heads), 0) $stays

-- carried_over
with $before select count(*) $stays

-- carried_over persons
with $before select coalesce(sum(heads), 0) $stays

-- on_hand
with $received select count(*) $on_hand

-- on_hand persons
with $received select coalesce(sum(heads), 0) $on_hand

-- conclusion_rate
with $received select count(*) filter ($gone), count(*) $on_hand

-- conclusion_rate persons
with $received select coalesce(sum(heads) filter ($gone), 0), coalesce(sum(heads), 0) $on_hand

-- define out
r as (select body, "case", max("on") d from prosecutions_Returned where $until group by all),
s as (select body, "case", max("on") d from prosecutions_Resubmitted where $until group by all)

-- define sent_back
from i join r using (body, "case") left join s using (body, "case") left join o using (body, "case")
where r.d >= i.d and (s.d is null or s.d < r.d) and (o.d is null or o.d < i.d)

-- out_for_investigation
with $received, $out select count(*) $sent_back

-- out_for_investigation persons
with $received, $out select coalesce(sum(heads), 0) $sent_back
