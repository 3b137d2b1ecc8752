"""Django's settings for the console of one book. Everything that may differ is an environment variable, with a default.

PLUMBLINE_BOOK, DATABASE_URL: the book. PLUMBLINE_HOSTS: the names it is reached by, with commas. PLUMBLINE_PLAIN=1: over
http, on this machine only. PLUMBLINE_TRIAL=1: a second factor is not asked for. PLUMBLINE_SECRET_KEY: instead of the
book's own.
"""

import os
from pathlib import Path

from plumbline.web.console.secret import secret
from plumbline.web.databases import CONSOLE, database

BOOK = Path(os.environ.get("PLUMBLINE_BOOK", "plumbline-book")).resolve()
TRIAL = bool(os.environ.get("PLUMBLINE_TRIAL"))
PLAIN = bool(os.environ.get("PLUMBLINE_PLAIN"))
WEB = Path(__file__).resolve().parent.parent

SECRET_KEY = secret(BOOK)
DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("PLUMBLINE_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
CSRF_TRUSTED_ORIGINS = [] if PLAIN else [f"https://{host}" for host in ALLOWED_HOSTS]
ROOT_URLCONF = "plumbline.web.console.urls"
WSGI_APPLICATION = "plumbline.web.console.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "leaflet",
    "plumbline.web.book",
    "plumbline.web.people",
    "plumbline.web.desk",
    "plumbline.web.files",
    "plumbline.web.grid",
    "plumbline.web.bulletin",
    "plumbline.web.review",
    "plumbline.web.audit",
    "plumbline.web.console",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "plumbline.web.people.guarding.Guarding",
    "plumbline.web.console.failing.Failing",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plumbline.web.console.context.page",
            ],
            "builtins": ["plumbline.web.console.templatetags.words"],
        },
    }
]

DATABASES = {"default": database(BOOK, os.environ.get("DATABASE_URL", ""), CONSOLE)}
DATABASE_ROUTERS = ["plumbline.web.console.routers.Apart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who signs in.
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "plumbline.web.people.signing_in.Closed"
ACCOUNT_FORMS = {"login": "plumbline.web.people.signing_in.SignIn"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "10/900s/key"}  # axes locks first; second factors count here
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds that a clock may be off
MFA_TOTP_ISSUER = "Plumbline 准绳"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PLAIN
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "plumbline.web.people.signing_in.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "plumbline.web.people.signing_in.known_as"

# Sessions end, and nothing goes in clear over a network.
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN
SECURE_SSL_REDIRECT = not PLAIN
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("PLUMBLINE_PROXY") else None
SECURE_HSTS_SECONDS = 0 if PLAIN else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # reports are shown in frames of pages of the console itself
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which would have no frames at all
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 60_000_000
FILE_UPLOAD_HANDLERS = ["plumbline.web.console.uploads.Limited"]

# Words, days, files.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
USE_I18N = USE_TZ = True
TIME_ZONE = os.environ.get("TZ") or "Asia/Shanghai"
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
LEAFLET_CONFIG = {"TILES": [], "RESET_VIEW": False, "ATTRIBUTION_PREFIX": ""}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
