-- decided
select count(distinct (body, "case")) from matters_Decided where $within and meeting != '其他会议'

-- meetings
select $cases from matters_Convened where $within

-- instructions
select $cases from matters_Instructed where $within

-- assigned
select $cases from matters_Assigned where $within

-- documents
select coalesce(sum(documents), 0) from matters_Issued where $within

-- task_forces
select $cases from matters_Formed where $within

-- supervised
select $cases from matters_Supervised where $within

-- reopened
select $cases from matters_Reopened where $within

-- extensions_asked
select $cases from matters_Requested where $within

-- extensions
select $cases from matters_Granted where $within

-- define standing
a as (select body, "case", max("on") d from matters_Assigned where $until group by all),
r as (
  select body, "case", max("on") d, arg_max(passed, $latest) passed, arg_max({'by': verified_by, 'post': verified_post}, $latest) l
  from matters_Reviewed where $until group by all),
doers as (
  select body, "case", lead doer from matters_Assigned union
  select body, "case", supporter from matters_Supported),
own as (
  select r.body, r."case" from r join doers s on r.body = s.body and r."case" = s."case" and r.l.by = s.doer
  where r.l.post is null),
again as (select body, "case", max("on") d from matters_Reopened where $until group by all),
done as (
  select r.body, r."case", r.d from r join a using (body, "case") anti join own using (body, "case")
  left join again using (body, "case") where r.passed and r.d >= a.d and (again.d is null or again.d < r.d)),
open as (select a.body, a."case", a.d from a anti join done using (body, "case"))

-- define set
given as (
  select body, "case", "on", 0 rank, position, due from matters_Assigned where $until union all
  select body, "case", "on", 1, position, due from matters_Reopened where $until union all
  select body, "case", "on", 2, position, until from matters_Granted where $until)

-- define dues
$set, dues as (
  select body, "case", arg_max(due, {'d': "on", 'r': rank, 'p': position}) due from given group by all)

-- pending
with $standing select count(*) from open

-- under_supervision
with $standing select count(*) from open semi join (from matters_Supervised where $until) using (body, "case")

-- without_progress
with $standing, p as (select body, "case", max("on") d from matters_Progressed where $until group by all)
select count(*) from open left join p using (body, "case") where p.d is null or p.d < open.d

-- overdue
with $standing, $dues select count(*) from open join dues using (body, "case") where due < $last

-- closed
with $standing select count(*) from done where d between $first and $last

-- on_time
with $standing, $dues select count(*) from done join dues using (body, "case") where d between $first and $last and d <= due

-- on_time_rate
with $standing, $dues
select count(*) filter (d <= due), count(*) from done join dues using (body, "case") where d between $first and $last

-- self_reviewed
with $standing select count(*) from r join a using (body, "case") semi join own using (body, "case")
where r.d between $first and $last

-- extended_late
with $set,
told as (
  select *, lag(due) over (partition by body, "case" order by "on", rank, position) before from given)
select $cases from told where rank = 2 and $within and "on" > before
