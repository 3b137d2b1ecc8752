-- batches
select $cases from arrivals_Arrived where $within

-- batches persons
select coalesce(sum(persons), 0) from arrivals_Arrived where $within

-- placed
select coalesce(sum(persons), 0) from arrivals_Placed where $within

-- left
select coalesce(sum(persons), 0) from arrivals_Left where $within

-- transferred
select coalesce(sum(persons), 0) from arrivals_Transferred where $within

-- define moves
moves as (
  select body, "case", site, "on", persons from arrivals_Placed where $until union all
  select body, "case", site, "on", -persons from arrivals_Left where $until union all
  select body, "case", site, "on", -persons from arrivals_Transferred where $until)

-- define here
here as (select body, "case", site, sum(persons) persons from moves group by all having sum(persons) > 0)

-- define open
open as (
  select s.body, s."case" site, s.capacity
  from (
    select body, "case", max("on") d, arg_max(capacity, $latest) capacity
    from arrivals_SiteOpened where $until group by all) s
  left join (select body, "case", max("on") d from arrivals_SiteClosed where $until group by all) c using (body, "case")
  where c.d is null or c.d < s.d)

-- occupancy
with $moves, $here select coalesce(sum(persons), 0) from here

-- waiting
with came as (select body, "case", sum(persons) n from arrivals_Arrived where $until group by all),
housed as (select "case", sum(persons) n from arrivals_Placed where $until group by all)
select coalesce(sum(greatest(came.n - coalesce(housed.n, 0), 0)), 0) from came left join housed using ("case")

-- sites
with $open select count(*) from open

-- capacity
with $open select coalesce(sum(capacity), 0) from open

-- occupancy_rate
with $moves, $here, $open
select coalesce((select sum(persons) from here), 0), coalesce((select sum(capacity) from open), 0)

-- over_capacity
with $moves, $here, $open
select count(*) from (select body, site, sum(persons) persons from here group by all) h
left join open using (body, site) where h.persons > coalesce(open.capacity, 0)

-- overfilled
with $moves,
days as (
  select body, site, "on", sum(sum(persons)) over (partition by body, site order by "on") held from moves
  group by body, site, "on"),
words as (
  select body, site, "on", arg_max(capacity, position) capacity from (
    select body, "case" site, "on", position, capacity from arrivals_SiteOpened union all
    select body, "case" site, "on", position, 0 from arrivals_SiteClosed)
  group by all),
crowded as (
  select d.body, d.site, d."on" from days d
  asof left join words w on d.body = w.body and d.site = w.site and d."on" >= w."on"
  where d.held > coalesce(w.capacity, 0))
select $cases from arrivals_Placed semi join crowded using (body, site, "on") where $within
