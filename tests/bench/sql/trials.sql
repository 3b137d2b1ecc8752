-- docketed
select $cases from trials_Docketed where $within

-- docketed persons
select $persons from trials_Docketed where $within

-- docketed_first
select $cases from trials_Docketed where $within and instance = '一审公诉'

-- docketed_first persons
select $persons from trials_Docketed where $within and instance = '一审公诉'

-- concluded
select $cases from trials_Concluded where $within

-- concluded persons
select $persons from trials_Concluded where $within

-- concluded_per_docketed
select (select $cases from trials_Concluded where $within), (select $cases from trials_Docketed where $within)

-- concluded_per_docketed persons
select (select $persons from trials_Concluded where $within), (select $persons from trials_Docketed where $within)

-- suspended
select $cases from trials_Suspended where $within

-- extended
select $cases from trials_Extended where $within

-- define docketed
i as (select body, "case", max("on") d, $heads heads from trials_Docketed where $until group by all),
o as (select body, "case", max("on") d from trials_Concluded where $until group by all)

-- define stays
from i left join o using (body, "case") where (o.d is null or o.d < i.d)

-- define heard
h as (select body, "case", max("on") d from trials_Heard where $until group by all)

-- define on_hand
from i left join o using (body, "case") where (o.d is null or o.d >= $first or o.d < i.d)

-- define gone
o.d between $first and $last and o.d >= i.d

-- pending
with $docketed select count(*) $stays

-- pending persons
with $docketed select coalesce(sum(heads), 0) $stays

-- define before
i as (select body, "case", max("on") d, $heads heads from trials_Docketed where $until_eve group by all),
o as (select body, "case", max("on") d from trials_Concluded where $until_eve group by all)

-- carried_over
with $before select count(*) $stays

-- carried_over persons
with $before select coalesce(sum(heads), 0) $stays

-- heard_pending
with $docketed, $heard select count(*) from i join h using (body, "case") left join o using (body, "case")
where h.d >= i.d and (o.d is null or o.d < i.d)

-- heard_pending persons
with $docketed, $heard select coalesce(sum(heads), 0) from i join h using (body, "case") left join o using (body, "case")
where h.d >= i.d and (o.d is null or o.d < i.d)

-- unheard
with $docketed, $heard select count(*) from i left join h using (body, "case") left join o using (body, "case")
where (h.d is null or h.d < i.d) and (o.d is null or o.d < i.d)

-- unheard persons
with $docketed, $heard select coalesce(sum(heads), 0) from i left join h using (body, "case") left join o using (body, "case")
where (h.d is null or h.d < i.d) and (o.d is null or o.d < i.d)

-- define suspended
s as (select body, "case", max("on") d from trials_Suspended where $until group by all),
r as (select body, "case", max("on") d from trials_Resumed where $until group by all)

-- define under
from i join s using (body, "case") left join o using (body, "case") left join r using (body, "case")
where (r.d is null or r.d < s.d) and (o.d is null or o.d < i.d)

-- under_suspension
with $docketed, $suspended select count(*) $under

-- under_suspension persons
with $docketed, $suspended select coalesce(sum(heads), 0) $under

-- on_hand
with $docketed select count(*) $on_hand

-- on_hand persons
with $docketed select coalesce(sum(heads), 0) $on_hand

-- clearance_rate
with $docketed select count(*) filter ($gone), count(*) $on_hand

-- clearance_rate persons
with $docketed select coalesce(sum(heads) filter ($gone), 0), coalesce(sum(heads), 0) $on_hand
