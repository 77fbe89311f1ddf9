-- What the office adds for partnerkit. A partner stays an agency: its name, address and status are the columns the office
-- has always had, and nowhere else; what the office has no column for is kept beside them.
ALTER TABLE agencies ADD COLUMN partnerkit_key BLOB;
ALTER TABLE agencies ADD COLUMN partnerkit_rest TEXT;
CREATE UNIQUE INDEX agencies_of_partnerkit ON agencies (partnerkit_key);

-- Everything that is not a partner.
CREATE TABLE partnerkit_entries (
    key   BLOB NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Both together are the map.
CREATE VIEW partnerkit_map (key, value) AS
SELECT key, value FROM partnerkit_entries
UNION ALL
SELECT partnerkit_key,
       json_set(partnerkit_rest, '$.partner.name', name, '$.partner.email', contact_email,
                '$.partner.status', status)
  FROM agencies WHERE partnerkit_key IS NOT NULL;
