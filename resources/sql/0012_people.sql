-- People: who was merged with whom, which pairs wait for an answer, and the values that the lists show.
-- decided_at: when the user last said something about this observation. import_id: the file that brought the row.
-- kind: of a phone mobile, work, fax, direct; of a profile its service; else empty.
ALTER TABLE observations ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE observations ADD COLUMN decided_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE observations ADD COLUMN import_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identities ADD COLUMN import_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN import_id INTEGER NOT NULL DEFAULT 0;
DROP INDEX observations_once;
CREATE UNIQUE INDEX observations_once ON observations (entity, field, normalized, source, source_ref, message_id);
CREATE INDEX observations_decided ON observations (source, field) WHERE decided_at > 0;
CREATE INDEX observations_by_import ON observations (import_id) WHERE import_id > 0;
CREATE INDEX identities_by_import ON identities (import_id) WHERE import_id > 0;
CREATE INDEX contacts_by_import ON contacts (import_id) WHERE import_id > 0;

-- A merge is a row: taking it back is deleting it. contacts.merged_into says the same, for the lists.
CREATE TABLE contact_merges (absorbed INTEGER PRIMARY KEY REFERENCES contacts(id),
  survivor INTEGER NOT NULL REFERENCES contacts(id), actor TEXT NOT NULL, reason TEXT NOT NULL,
  evidence TEXT NOT NULL DEFAULT '[]', at INTEGER NOT NULL);
CREATE INDEX contact_merges_by_survivor ON contact_merges (survivor);

-- Two contacts that may be one person (one < other). state: open, apart (the user said so).
CREATE TABLE contact_pairs (one INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE, probability REAL NOT NULL, evidence TEXT NOT NULL,
  state TEXT NOT NULL, found_at INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX contact_pairs_open ON contact_pairs (probability DESC, one, other) WHERE state = 'open';

-- What the lists show and search, made from the observations. No value without the observation that it came from.
CREATE TABLE contact_values (contact_id INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE,
  field TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL CHECK (value <> ''), normalized TEXT NOT NULL,
  confidence REAL NOT NULL, disputed INTEGER NOT NULL,
  observation_id INTEGER NOT NULL REFERENCES observations(id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, field, position)) WITHOUT ROWID;
CREATE INDEX contact_values_by_value ON contact_values (field, normalized, contact_id);
CREATE INDEX contact_values_by_observation ON contact_values (observation_id);
CREATE TABLE contact_index (contact_id INTEGER PRIMARY KEY REFERENCES contacts(id) ON DELETE CASCADE,
  sort_key TEXT NOT NULL, search TEXT NOT NULL, last_seen INTEGER NOT NULL, disputed INTEGER NOT NULL);
CREATE INDEX contact_index_by_name ON contact_index (sort_key, contact_id);
CREATE INDEX contact_index_by_time ON contact_index (last_seen DESC, contact_id DESC);
-- Contacts whose values are to be made again.
CREATE TABLE contact_stale (contact_id INTEGER PRIMARY KEY);
