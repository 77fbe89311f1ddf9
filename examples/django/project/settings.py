"""Settings of the example: SQLite, nothing secret."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
# For trying things out alone.
SECRET_KEY = "only-an-example"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost"]
INSTALLED_APPS = ["agencies"]
ROOT_URLCONF = "project.urls"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "office.db",
        # Whoever will write waits for its turn at the beginning, not in the middle.
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
        },
        # Threads of a test need a file.
        "TEST": {"NAME": BASE_DIR / "test.db"},
    }
}
