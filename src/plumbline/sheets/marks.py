"""What a cell's text begins with where its value is none. Known to the child process too, so nothing is imported here."""

EXCEL_ERROR = "\0"
"""What the text of a cell begins with where Excel itself found an error in it (#DIV/0!)."""

NOT_COMPUTED = EXCEL_ERROR + "="
"""The text of a cell whose formula was written by a program that does not compute."""
