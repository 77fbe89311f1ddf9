-- What the office had before partnerkit: its agencies, and who was there when.
CREATE TABLE agencies (
    number        INTEGER PRIMARY KEY,
    name          TEXT NOT NULL,
    contact_email TEXT NOT NULL COLLATE NOCASE,
    status        TEXT NOT NULL DEFAULT 'unknown',
    driver_notes  TEXT NOT NULL DEFAULT ''
);
CREATE TABLE visits (
    agency INTEGER NOT NULL REFERENCES agencies,
    day    TEXT    NOT NULL,
    note   TEXT    NOT NULL
);
