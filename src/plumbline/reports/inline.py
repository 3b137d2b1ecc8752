"""Pages that ask nothing of the network: their templates, and the policy that allows what is inline and no more."""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """Return a new environment over the templates, that escapes everything and knows every name it is asked for."""
    loader = PackageLoader("plumbline.reports")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)


def policy(style: str, script: str = "") -> str:
    """Return the content security policy of a page with one inline style and at most one inline script."""
    scripts = f"script-src {_digest(script)}" if script else "script-src 'none'"
    closed = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    return f"default-src 'none'; style-src {_digest(style)}; {scripts}; img-src data:; {closed}"


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
