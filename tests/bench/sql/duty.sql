-- police_daily
select coalesce(sum(police), 0) from duty_ShiftWorked where $within

-- volunteers_daily
select coalesce(sum(volunteers), 0) from duty_ShiftWorked where $within

-- police_peak
select coalesce(max(n), 0) from (select sum(police) n from duty_ShiftWorked where $within group by "on")

-- volunteers_peak
select coalesce(max(n), 0) from (select sum(volunteers) n from duty_ShiftWorked where $within group by "on")

-- shifts
select count(*) from duty_ShiftWorked where $within

-- define full
police >= police_required and volunteers >= volunteers_required

-- manned
select count(*) from duty_ShiftWorked where $within and $full

-- coverage
select count(*) filter ($full), count(*) from duty_ShiftWorked where $within

-- police_required
select coalesce(sum(police_required), 0) from duty_ShiftWorked where $within

-- attendance
select coalesce(sum(police), 0), coalesce(sum(police_required), 0) from duty_ShiftWorked where $within

-- posts
with i as (select body, "case", max("on") d from duty_PostSet where $until group by all),
o as (select body, "case", max("on") d from duty_PostLifted where $until group by all)
select count(*) from i left join o using (body, "case") where o.d is null or o.d < i.d

-- define teams
teams as (
  select sum(persons) persons from (
    select body, "case", persons from duty_TeamFormed where $until union all
    select body, "case", persons from duty_TeamStrengthened where $until union all
    select body, "case", -persons from duty_TeamReduced where $until)
  group by body, "case" having sum(persons) > 0)

-- teams
with $teams select count(*) from teams

-- teams persons
with $teams select coalesce(sum(persons), 0) from teams
