-- found
select $cases from rivers_Found where $within

-- rectified
select $cases from rivers_Rectified where $within

-- verified
select $cases from rivers_Verified where $within and passed

-- own_verified
with r as (
  select body, "case", "on", arg_max({'by': fixed_by, 'desk': fixed_post}, position) l from rivers_Rectified group by all)
select count(distinct (v.body, v."case", v."on")) from (from rivers_Verified where $within) v
asof join r on v.body = r.body and v."case" = r."case" and v."on" >= r."on"
where r.l.by = v.verified_by and (r.l.desk is null or v.verified_post is null or r.l.desk = v.verified_post)

-- closed
select $cases from rivers_Closed where $within

-- closed_unverified
with x as (from rivers_Closed where $within), v as (select body, "case", "on" from rivers_Verified where passed)
select count(distinct (x.body, x."case", x."on")) from x where not exists (
  from v where v.body = x.body and v."case" = x."case" and v."on" <= x."on")

-- define found
i as (select body, "case", max("on") d from rivers_Found where $until group by all)

-- define closed
c as (select body, "case", max("on") d from rivers_Closed where $until group by all)

-- rectification_rate
with $found,
r as (select body, "case", max("on") d from rivers_Rectified where $until group by all),
v as (
  select body, "case", max("on") d, coalesce(arg_max(passed, $latest), false) passed
  from rivers_Verified where $until group by all),
m as (
  select i.body, i."case" from i join r using (body, "case") left join v using (body, "case")
  where r.d >= i.d and (v.passed or v.d is null or v.d < r.d)),
f as (from rivers_Found where $within)
select (select $cases from f semi join m using (body, "case")), (select $cases from f)

-- closed_rate
with $found, $closed,
m as (select i.body, i."case" from i join c using (body, "case") where c.d >= i.d),
f as (from rivers_Found where $within)
select (select $cases from f semi join m using (body, "case")), (select $cases from f)

-- pending
with $found, $closed select count(*) from i left join c using (body, "case") where c.d is null or c.d < i.d

-- referred
select $cases from rivers_Referred where $within

-- referred persons
select $persons from rivers_Referred where $within
