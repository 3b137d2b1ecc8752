"""Limits of responses: none. No national article on how soon the police must arrive has been found (未查到)."""
