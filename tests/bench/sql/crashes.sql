-- define crashed
c as (select body, "case", max("on") d from crashes_Crashed group by all having d between $first and $last)

-- crashed
with $crashed select count(*) from c

-- general
select count(*) from (
  select body, "case", arg_max({'d': "on", 'p': procedure}, {'d': "on", 'p': position}) l from crashes_Crashed group by all)
where l.d between $first and $last and l.p = '一般'

-- fatal
with $crashed select count(*) from c where exists (
  from crashes_Died x where x.body = c.body and x."case" = c."case" and x.only_within is null and x."on" <= c.d + 7)

-- deaths_at_7
with $crashed select count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)
from crashes_Died join c using (body, "case") where only_within is null and "on" <= d + 7

-- deaths_at_30
with $crashed select count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)
from crashes_Died join c using (body, "case") where only_within is not null or "on" <= d + 30

-- injured
with $crashed,
died as (
  select body, "case", person from crashes_Died join c using (body, "case")
  where person is not null and only_within is null and "on" <= d + 7)
select count(distinct (body, "case", person)) filter (person is not null) + coalesce(sum(persons), 0)
from crashes_Injured semi join c using (body, "case") anti join died using (body, "case", person)

-- property_loss
with c as (
  select body, "case", arg_max({'d': "on", 'fen': property_loss_fen}, {'d': "on", 'p': position}) l
  from crashes_Crashed group by all),
a as (
  select body, "case", arg_max(property_loss_fen, {'d': "on", 'p': position}) fen from crashes_LossAssessed group by all)
select coalesce(sum(coalesce(a.fen, c.l.fen)), 0) from c left join a using (body, "case") where c.l.d between $first and $last
