-- units
select coalesce(sum(units), 0) from honours_UnitsCommended where $within

-- persons
select coalesce(sum(persons), 0) from honours_PersonsCommended where $within

-- stations
select coalesce(sum(units), 0) from honours_UnitsCommended where $within and title = '优秀公安基层单位'

-- officers
select coalesce(sum(persons), 0) from honours_PersonsCommended where $within and title = '优秀人民警察'

-- units_visited
select coalesce(sum(units), 0) from honours_UnitsCommended where $within and manner = '送奖到岗'

-- persons_visited
select coalesce(sum(persons), 0) from honours_PersonsCommended where $within and manner = '送奖到岗'

-- grounded
select count(distinct (body, "case")) from honours_Grounded where $until

-- on_corrected
select count(distinct (body, "case")) from honours_Grounded
semi join (from honours_GroundCorrected where $until) using (body, "case", figure, since, until) where $until
