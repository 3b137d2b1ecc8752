-- calls
select $cases from responses_Called where $within

-- dispatched
select $cases from responses_Called semi join responses_Dispatched using (body, "case") where $within

-- arrived
select $cases from responses_Called semi join responses_Arrived using (body, "case") where $within

-- closed
select $cases from responses_Called semi join responses_Closed using (body, "case") where $within

-- define timed
there as (select body, "case", min(moment) moment from responses_Arrived where moment is not null group by all),
timed as (
  select body, "case", "on", date_diff('minute', c.moment, there.moment) as minutes
  from responses_Called c join there using (body, "case") where $within and minutes >= 0)

-- timed
with $timed select $cases from timed

-- to_arrival
with $timed select coalesce(sum(minutes), 0) from timed

-- mean_to_arrival
with $timed select coalesce(sum(minutes), 0), $cases from timed

-- within_ten
with $timed select $cases filter (minutes <= 10), $cases from timed
