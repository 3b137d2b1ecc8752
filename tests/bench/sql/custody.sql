-- detained
select $cases from custody_Detained where $within

-- arrests_asked
select $cases from custody_ArrestAsked where $within

-- arrests_decided
select $cases from custody_ArrestDecided where $within

-- arrests_approved
select $cases from custody_ArrestDecided where $within and approved

-- arrests_refused
select $cases from custody_ArrestDecided where $within and not approved

-- approval_rate
select $cases filter (approved), $cases from custody_ArrestDecided where $within

-- refusal_rate
select $cases filter (not approved), $cases from custody_ArrestDecided where $within

-- arrested
select $cases from custody_Arrested where $within

-- extended
select $cases from custody_Extended where $within

-- freed
select $cases from custody_Freed where $within

-- define held
d as (select "case", max("on") d from custody_Detained where $until group by all),
a as (select "case", max("on") d from custody_Arrested where $until group by all),
f as (select "case", max("on") d from custody_Freed where $until group by all)

-- in_custody
with $held select count(*) from d full join a using ("case") left join f using ("case")
where f.d is null or f.d < coalesce(a.d, d.d)

-- in_detention
with $held select count(*) from d anti join a using ("case") left join f using ("case") where f.d is null or f.d < d.d
