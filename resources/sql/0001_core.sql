-- The nouns: accounts, messages with their threads and parts, labels, imports, journal, log, settings.
-- Written in SQLite's words; storage/dialect turns types and options into PostgreSQL's.
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE accounts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}');
CREATE TABLE owner_addresses (address TEXT PRIMARY KEY, origin TEXT NOT NULL, added_at INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE imports (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, state INTEGER NOT NULL,
  position TEXT NOT NULL DEFAULT '{}', seen INTEGER NOT NULL DEFAULT 0, added INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', change_id INTEGER);
CREATE TABLE import_rejects (import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
  source TEXT NOT NULL, at_offset INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (import_id, seq)) WITHOUT ROWID;

-- The summary that the lists read. tab: 0 not in the inbox (or snoozed), 1 priority, 2 other. priority -1: not decided.
CREATE TABLE threads (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL DEFAULT 0, subject TEXT NOT NULL DEFAULT '',
  senders TEXT NOT NULL DEFAULT '', from_name TEXT NOT NULL DEFAULT '', from_address TEXT NOT NULL DEFAULT '',
  snippet TEXT NOT NULL DEFAULT '', last_date INTEGER NOT NULL DEFAULT 0, message_count INTEGER NOT NULL DEFAULT 0,
  unread_count INTEGER NOT NULL DEFAULT 0, attachment_count INTEGER NOT NULL DEFAULT 0, tab INTEGER NOT NULL DEFAULT 0,
  in_inbox INTEGER NOT NULL DEFAULT 0, priority INTEGER NOT NULL DEFAULT -1, importance REAL NOT NULL DEFAULT 0,
  confidence REAL NOT NULL DEFAULT 0, decided_by INTEGER NOT NULL DEFAULT 3, needs_review INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '', chips TEXT NOT NULL DEFAULT '', starred INTEGER NOT NULL DEFAULT 0,
  snoozed_until INTEGER NOT NULL DEFAULT 0, is_bulk INTEGER NOT NULL DEFAULT 0, owner_wrote_last INTEGER NOT NULL DEFAULT 0,
  reply_owed INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0, has_sent INTEGER NOT NULL DEFAULT 0);
CREATE INDEX threads_by_tab_priority ON threads (tab, priority DESC, last_date DESC, id DESC) WHERE tab > 0;
CREATE INDEX threads_by_tab_date ON threads (tab, last_date DESC, id DESC) WHERE tab > 0;
CREATE INDEX threads_unread ON threads (tab) WHERE unread_count > 0;
CREATE INDEX threads_inbox_priority ON threads (priority DESC, last_date DESC, id DESC) WHERE tab > 0;
CREATE INDEX threads_by_date ON threads (last_date DESC, id DESC);
CREATE INDEX threads_reply_owed ON threads (priority DESC, last_date DESC, id DESC) WHERE reply_owed = 1;
CREATE INDEX threads_waiting ON threads (priority DESC, last_date DESC, id DESC) WHERE waiting = 1;
CREATE INDEX threads_review ON threads (priority DESC, last_date DESC, id DESC) WHERE needs_review = 1;
CREATE INDEX threads_starred ON threads (priority DESC, last_date DESC, id DESC) WHERE starred = 1;
CREATE INDEX threads_snoozed ON threads (priority DESC, last_date DESC, id DESC) WHERE snoozed_until > 0;
CREATE INDEX threads_sent ON threads (last_date DESC, id DESC) WHERE has_sent = 1;

-- id = seconds since 1970 · 2^20 + 20 bits of the dedupe hash: the order of ids is the order of dates.
CREATE TABLE messages (id INTEGER PRIMARY KEY, thread_id INTEGER NOT NULL REFERENCES threads(id),
  account_id INTEGER, import_id INTEGER, rfc822_message_id TEXT NOT NULL, rfc822_key INTEGER NOT NULL, dedupe INTEGER NOT NULL,
  subject TEXT NOT NULL, subject_key INTEGER NOT NULL, seeks_parent INTEGER NOT NULL DEFAULT 0,
  from_name TEXT NOT NULL, from_address TEXT NOT NULL, from_key TEXT NOT NULL, from_domain TEXT NOT NULL,
  date_ms INTEGER NOT NULL, date_offset_min INTEGER NOT NULL, snippet TEXT NOT NULL, language TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL, attachment_count INTEGER NOT NULL, has_html INTEGER NOT NULL, bulk TEXT NOT NULL DEFAULT '',
  is_bulk INTEGER NOT NULL DEFAULT 0, from_owner INTEGER NOT NULL, to_owner INTEGER NOT NULL DEFAULT 0,
  owner_asks INTEGER NOT NULL DEFAULT 0, in_inbox INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0, snoozed_until INTEGER NOT NULL DEFAULT 0,
  priority INTEGER NOT NULL DEFAULT -1, importance REAL NOT NULL DEFAULT 0, confidence REAL NOT NULL DEFAULT 0,
  decided_by INTEGER NOT NULL DEFAULT 3, needs_review INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
  chips TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX messages_once ON messages (rfc822_key, dedupe);
CREATE INDEX messages_by_thread ON messages (thread_id, id);
CREATE INDEX messages_by_sender ON messages (from_key, id);
CREATE INDEX messages_by_domain ON messages (from_domain, id);
CREATE INDEX messages_by_subject ON messages (subject_key, date_ms) WHERE subject_key <> 0;
CREATE INDEX messages_seeking ON messages (subject_key, date_ms) WHERE seeks_parent = 1;
CREATE INDEX messages_inbox ON messages (priority DESC, id DESC) WHERE in_inbox = 1;
CREATE INDEX messages_snoozed ON messages (snoozed_until) WHERE snoozed_until > 0;
CREATE INDEX messages_undecided ON messages (id DESC) WHERE priority = -1;

-- Which thread a Message-ID belongs to, stored or only mentioned: threads grow together over it.
CREATE TABLE thread_keys (key INTEGER PRIMARY KEY, thread_id INTEGER NOT NULL);
CREATE INDEX thread_keys_by_thread ON thread_keys (thread_id);

CREATE TABLE message_recipients (message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  kind INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, address_key TEXT NOT NULL,
  PRIMARY KEY (message_id, kind, position)) WITHOUT ROWID;
CREATE TABLE message_text (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
  body BLOB NOT NULL, zones BLOB NOT NULL, search_text BLOB, text_is_from_html INTEGER NOT NULL,
  in_reply_to TEXT NOT NULL, references_list TEXT NOT NULL);
CREATE TABLE message_source (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE, zstd BLOB NOT NULL);
CREATE TABLE attachments (message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  filename TEXT NOT NULL, content_type TEXT NOT NULL, disposition TEXT NOT NULL, content_id TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (message_id, position)) WITHOUT ROWID;

CREATE TABLE labels (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, colour TEXT NOT NULL DEFAULT '');
CREATE TABLE message_labels (message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  label_id INTEGER NOT NULL REFERENCES labels(id), PRIMARY KEY (message_id, label_id)) WITHOUT ROWID;
CREATE INDEX message_labels_by_label ON message_labels (label_id, message_id DESC);

-- The undo journal. role: 0 do, 1 undo, 2 redo.
CREATE TABLE changes (id INTEGER PRIMARY KEY, role INTEGER NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, entity TEXT NOT NULL,
  request_id TEXT NOT NULL, summary TEXT NOT NULL, at INTEGER NOT NULL, row_count INTEGER NOT NULL, undoable INTEGER NOT NULL,
  undoes INTEGER NOT NULL DEFAULT 0, undone_by INTEGER NOT NULL DEFAULT 0);
CREATE INDEX changes_in_force ON changes (role, id DESC) WHERE undone_by = 0;
CREATE TABLE change_rows (change_id INTEGER NOT NULL REFERENCES changes(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
  row_table TEXT NOT NULL, row_key TEXT NOT NULL, before_json TEXT, after_json TEXT, PRIMARY KEY (change_id, seq)) WITHOUT ROWID;

-- The log: each hash covers the one before it.
CREATE TABLE events (id INTEGER PRIMARY KEY, type TEXT NOT NULL, at INTEGER NOT NULL, entity TEXT NOT NULL, actor TEXT NOT NULL,
  request_id TEXT NOT NULL, context TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX events_by_entity ON events (entity, id DESC);
CREATE INDEX events_by_type ON events (type, id DESC);
