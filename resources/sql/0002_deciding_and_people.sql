-- Deciding, learning, people, work as rows and the ledger of what left.
CREATE TABLE decisions (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  change_id INTEGER NOT NULL DEFAULT 0, latest INTEGER NOT NULL DEFAULT 1, priority INTEGER NOT NULL, importance REAL NOT NULL,
  score REAL NOT NULL, confidence REAL NOT NULL, uncertainty REAL NOT NULL, decided_by INTEGER NOT NULL,
  needs_review INTEGER NOT NULL, reason TEXT NOT NULL, chips TEXT NOT NULL DEFAULT '', ranker_version TEXT NOT NULL,
  inputs_hash TEXT NOT NULL, decided_at INTEGER NOT NULL, detail TEXT NOT NULL, inputs TEXT NOT NULL DEFAULT '{}');
CREATE INDEX decisions_by_message ON decisions (message_id, id DESC);
CREATE INDEX decisions_by_change ON decisions (change_id);
CREATE INDEX decisions_review ON decisions (uncertainty DESC, id DESC) WHERE latest = 1 AND needs_review = 1;

CREATE TABLE feedback (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  assigned INTEGER NOT NULL, suggested INTEGER NOT NULL, scope INTEGER NOT NULL, comment TEXT NOT NULL,
  add_to_topics TEXT NOT NULL, add_to_source TEXT NOT NULL, at INTEGER NOT NULL, processed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX feedback_by_message ON feedback (message_id, id DESC);
CREATE INDEX feedback_unprocessed ON feedback (id) WHERE processed = 0;
CREATE TABLE ranker_state (name TEXT PRIMARY KEY, version TEXT NOT NULL, weights BLOB NOT NULL, saved_at INTEGER NOT NULL,
  learned INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE correspondents (address_key TEXT PRIMARY KEY, name TEXT NOT NULL, received INTEGER NOT NULL, sent_to INTEGER NOT NULL,
  replied INTEGER NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, last_sent_to INTEGER NOT NULL,
  median_reply INTEGER NOT NULL, is_bulk INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, merged_into INTEGER NOT NULL DEFAULT 0);
CREATE TABLE identities (kind TEXT NOT NULL, value TEXT NOT NULL, contact_id INTEGER NOT NULL REFERENCES contacts(id),
  position INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (kind, value)) WITHOUT ROWID;
CREATE INDEX identities_by_contact ON identities (contact_id, position);
CREATE TABLE observations (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
  normalized TEXT NOT NULL, source TEXT NOT NULL, source_ref TEXT NOT NULL,
  message_id INTEGER NOT NULL DEFAULT 0, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, method TEXT NOT NULL,
  confidence REAL NOT NULL, observed_at INTEGER NOT NULL, valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL);
CREATE UNIQUE INDEX observations_once ON observations (entity, field, normalized, source, message_id);
CREATE INDEX observations_by_message ON observations (message_id) WHERE message_id > 0;

CREATE TABLE tasks (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity TEXT NOT NULL, state INTEGER NOT NULL,
  attempts INTEGER NOT NULL, max_attempts INTEGER NOT NULL, next_attempt INTEGER NOT NULL, reason TEXT NOT NULL,
  detail TEXT NOT NULL);
CREATE UNIQUE INDEX tasks_open ON tasks (kind, entity) WHERE state < 2;
CREATE INDEX tasks_due ON tasks (kind, state, next_attempt);

CREATE TABLE egress (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, service TEXT NOT NULL, purpose TEXT NOT NULL,
  method TEXT NOT NULL, url TEXT NOT NULL, status INTEGER NOT NULL, bytes_out INTEGER NOT NULL, bytes_in INTEGER NOT NULL,
  redactions INTEGER NOT NULL, cost REAL NOT NULL, body_sha256 TEXT NOT NULL, body BLOB NOT NULL);
