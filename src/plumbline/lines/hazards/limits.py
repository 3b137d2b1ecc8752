"""Limits of hazards: none. 安全生产法(2021) art. 41, 65 [V] and 安监总局令16号 art. 3 [S] give no days; a day set by law: 未查到.

What is due is the day of the assignment; what is not put right by then is a figure (``overdue``).
"""
