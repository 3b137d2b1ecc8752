-- controlled
select coalesce(sum(amount_fen), 0) from assets_Controlled where $within and nature = '资金'

-- property_controlled
select coalesce(sum(amount_fen), 0) from assets_Controlled where $within

-- funds_frozen
select coalesce(sum(amount_fen), 0) from assets_Controlled where $within and nature = '资金' and measure = '冻结'

-- released
select coalesce(sum(amount_fen), 0) from assets_Released where $within

-- in_hold
with c as (
  select body, "case", item, arg_max({'d': "on", 'p': position, 'fen': amount_fen}, $latest) l
  from assets_Controlled where $until group by all),
v as (
  select body, "case", item, arg_max({'d': "on", 'p': position, 'fen': amount_fen}, $latest) l
  from assets_Valued where $until group by all),
i as (
  select body, "case", item, case when v.l.d >= c.l.d then v.l else c.l end l
  from c left join v using (body, "case", item)),
r as (
  select i.body, i."case", i.item, sum(amount_fen) fen from assets_Released r join i using (body, "case", item)
  where $until and ("on" > l.d or ("on" = l.d and position > l.p)) group by all)
select coalesce(sum(greatest(i.l.fen - coalesce(r.fen, 0), 0)), 0) from i left join r using (body, "case", item)
