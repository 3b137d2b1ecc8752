-- found
select $cases from hazards_Found where $within

-- define graded
g as (
  select body, "case" from hazards_Graded where $until group by all having arg_max(grade, $latest) = '重大')

-- major
with $graded select $cases from hazards_Found semi join g using (body, "case") where $within

-- supervised
select $cases from hazards_Supervised where $within

-- rectified
select $cases from hazards_Rectified where $within

-- verified
select $cases from hazards_Verified where $within and passed

-- own_verified
with r as (
  select body, "case", "on", arg_max({'by': fixed_by, 'desk': fixed_post}, position) l from hazards_Rectified group by all)
select count(distinct (v.body, v."case", v."on")) from (from hazards_Verified where $within) v
asof join r on v.body = r.body and v."case" = r."case" and v."on" >= r."on"
where r.l.by = v.verified_by and (r.l.desk is null or v.verified_post is null or r.l.desk = v.verified_post)

-- closed
select $cases from hazards_Closed where $within

-- closed_unverified
with again as (select distinct body, "case", "on" from hazards_FoundAgain),
x as (
  select c.body, c."case", c."on", a."on" since from (from hazards_Closed where $within) c
  asof left join again a on c.body = a.body and c."case" = a."case" and c."on" >= a."on"),
v as (select body, "case", "on" from hazards_Verified where passed)
select count(distinct (x.body, x."case", x."on")) from x where not exists (
  from v where v.body = x.body and v."case" = x."case" and v."on" <= x."on" and (x.since is null or v."on" >= x.since))

-- found_again
select $cases from hazards_FoundAgain where $within

-- define opened
i as (
  select f.body, f."case", coalesce(a.d, f.d) d
  from (select body, "case", max("on") d from hazards_Found where $until group by all) f
  left join (select body, "case", max("on") d from hazards_FoundAgain where $until group by all) a using (body, "case"))

-- define fixed
r as (select body, "case", max("on") d from hazards_Rectified where $until group by all),
v as (
  select body, "case", max("on") d, coalesce(arg_max(passed, $latest), false) passed
  from hazards_Verified where $until group by all)

-- define mended
m as (
  select body, "case", coalesce(v.d >= r.d, false) checked
  from i join r using (body, "case") left join v using (body, "case")
  where r.d >= i.d and (v.passed or v.d is null or v.d < r.d))

-- define open
open as (
  select i.body, i."case", i.d from i
  left join (select body, "case", max("on") d from hazards_Closed where $until group by all) c using (body, "case")
  where c.d is null or c.d < i.d)

-- rectification_rate
with $opened, $fixed, $mended,
f as (from hazards_Found where $within)
select (select $cases from f semi join m using (body, "case")), (select $cases from f)

-- verified_rate
with $opened, $fixed, $mended,
f as (from hazards_Found where $within)
select (select $cases from f semi join (from m where checked) using (body, "case")), (select $cases from f)

-- unsupervised
with $graded, $opened, $open,
s as (select body, "case", max("on") d from hazards_Supervised where $until group by all)
select count(*) from open semi join g using (body, "case") left join s using (body, "case") where s.d is null or s.d < open.d

-- pending
with $opened, $open select count(*) from open

-- unrectified
with $opened, $fixed, $mended, $open select count(*) from open anti join m using (body, "case")

-- unverified
with $opened, $fixed, $mended, $open select count(*) from open join m using (body, "case") where not checked

-- overdue
with $opened, $fixed, $mended, $open,
a as (
  select body, "case", arg_max({'d': "on", 'due': due}, $latest) l from hazards_Assigned where $until group by all)
select count(*) from open join a using (body, "case") anti join m using (body, "case")
where a.l.d >= open.d and a.l.due <= $last

-- define terms
ended as (select body, "case", max("on") until from hazards_ChiefEnded group by all),
terms as (
  select road, duty, c."on" since, until,
    regexp_extract(from_post, '^K(\d+)', 1)::bigint * 1000
      + coalesce(nullif(regexp_extract(from_post, '\+(\d+)$$', 1), '')::bigint, 0) a,
    regexp_extract(to_post, '^K(\d+)', 1)::bigint * 1000
      + coalesce(nullif(regexp_extract(to_post, '\+(\d+)$$', 1), '')::bigint, 0) b
  from hazards_ChiefAppointed c left join ended using (body, "case"))

-- define answering
$terms,
f as (
  select position, body, "case", "on", road,
    regexp_extract(post, '^K(\d+)', 1)::bigint * 1000
      + coalesce(nullif(regexp_extract(post, '\+(\d+)$$', 1), '')::bigint, 0) m
  from hazards_Found where $within and road is not null and post is not null),
told as (
  select position, count(distinct duty) n from f join terms t
  on f.road = t.road and t.a <= f.m and f.m < t.b and t.since <= f."on" and (t.until is null or t.until > f."on")
  group by position)

-- chief_missing
with $answering select $cases from f anti join told using (position)

-- chief_doubled
with $answering select $cases from f semi join (from told where n > 1) using (position)

-- segments
with $terms select count(*) from terms where since <= $last and (until is null or until > $last)
