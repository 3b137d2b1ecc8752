"""接处警 Emergency responses: a call to 110, sent out, arrived, closed; where and when, never who called or what was said."""
