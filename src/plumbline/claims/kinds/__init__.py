"""What kind of number it is: a quantity that claims something, or a date, a name, an ordinal, kept apart."""
