-- filed
select $cases from investigations_Filed where $within

-- cleared
select coalesce(sum(incidents), 0) from investigations_Cleared where $within

-- cleared_files
select $cases from investigations_Cleared where $within

-- clear_up_rate
select (select $cases from investigations_Cleared where $within), (select $cases from investigations_Filed where $within)

-- disbanded
select $cases from investigations_Disbanded where $within

-- mafia_disbanded
select $cases from investigations_Disbanded where $within and group_class = '黑社会性质组织'

-- evil_groups_disbanded
select $cases from investigations_Disbanded where $within and group_class = '恶势力犯罪集团'

-- evil_gangs_disbanded
select $cases from investigations_Disbanded where $within and group_class = '恶势力团伙'

-- bullies_disbanded
select $cases from investigations_Disbanded where $within and group_class = '村霸'

-- caught
select $cases from investigations_Caught where $within

-- caught persons
select $persons from investigations_Caught where $within

-- transferred
select $cases from investigations_Transferred where $within

-- transferred persons
select $persons from investigations_Transferred where $within

-- dropped
select $cases from investigations_Dropped where $within

-- pending
with i as (select body, "case", max("on") d from investigations_Filed where $until group by all),
t as (select body, "case", max("on") d from investigations_Transferred where $until group by all),
o as (select body, "case", max("on") d from investigations_Dropped where $until group by all)
select count(*) from i left join t using (body, "case") left join o using (body, "case")
where (t.d is null or t.d < i.d) and (o.d is null or o.d < i.d)
