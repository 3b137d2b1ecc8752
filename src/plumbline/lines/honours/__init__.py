"""表彰 Honours: units and persons commended, by level, title and manner, and the figures that an honour rests on."""
