-- split
select $cases from links_Linked where $within and how = '分案'

-- joined
select $cases from links_Linked where $within and how = '并案'

-- jurisdiction_moved
select $cases from links_Linked where $within and how = '改变管辖'

-- appealed
select $cases from links_Linked where $within and how in ('上诉', '抗诉')

-- remanded
select $cases from links_Linked where $within and how = '发回'
