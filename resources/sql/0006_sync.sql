-- Mailboxes on a server: what is known of them, what waits to be fetched, and what waits to be sent.
-- Ids of the server are text. historyIds are unsigned 64-bit numbers, kept as their decimal words.
CREATE TABLE sync_state (account_id INTEGER PRIMARY KEY, cursor TEXT NOT NULL DEFAULT '', pinned TEXT NOT NULL DEFAULT '',
  generation INTEGER NOT NULL DEFAULT 0, stage INTEGER NOT NULL DEFAULT 0, page TEXT NOT NULL DEFAULT '',
  scanned TEXT NOT NULL DEFAULT '', top_rank INTEGER NOT NULL DEFAULT 0, bottom_rank INTEGER NOT NULL DEFAULT 0,
  server_total INTEGER NOT NULL DEFAULT 0, checked_at INTEGER NOT NULL DEFAULT 0,
  mended_at INTEGER NOT NULL DEFAULT 0, labels_at INTEGER NOT NULL DEFAULT 0,
  aliases_at INTEGER NOT NULL DEFAULT 0, expired TEXT NOT NULL DEFAULT '', expired_at INTEGER NOT NULL DEFAULT 0,
  expired_times INTEGER NOT NULL DEFAULT 0, resume_at INTEGER NOT NULL DEFAULT 0, units_per_minute REAL NOT NULL DEFAULT 0);

-- labels: what the server said last (ids, one a line). extra: labels that were here before and stay here alone.
-- message_id NULL: still to be fetched, the highest rank first.
CREATE TABLE remote_messages (account_id INTEGER NOT NULL, remote_id TEXT NOT NULL, thread_remote_id TEXT NOT NULL,
  history_id TEXT NOT NULL DEFAULT '', internal_date INTEGER NOT NULL DEFAULT 0, labels TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT '', message_id INTEGER, rank INTEGER NOT NULL, generation INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, remote_id)) WITHOUT ROWID;
CREATE INDEX remote_messages_todo ON remote_messages (account_id, rank DESC) WHERE message_id IS NULL;
CREATE INDEX remote_messages_todo_threads ON remote_messages (account_id, thread_remote_id) WHERE message_id IS NULL;
CREATE INDEX remote_messages_by_message ON remote_messages (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE remote_labels (account_id INTEGER NOT NULL, label_id TEXT NOT NULL, name TEXT NOT NULL, is_system INTEGER NOT NULL,
  background TEXT NOT NULL DEFAULT '', foreground TEXT NOT NULL DEFAULT '', made_here INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, label_id)) WITHOUT ROWID;
CREATE TABLE remote_aliases (account_id INTEGER NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL, signature TEXT NOT NULL,
  is_default INTEGER NOT NULL, PRIMARY KEY (account_id, address)) WITHOUT ROWID;

-- state: 0 pending, 1 sending, 2 done, 3 refused, 4 withdrawn. At most one row of a message is open.
-- tried: labels of attempts whose outcome nobody knows; they are said again until the server answers.
CREATE TABLE outbox (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, remote_id TEXT NOT NULL, message_id INTEGER NOT NULL,
  add_labels TEXT NOT NULL, remove_labels TEXT NOT NULL, tried TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL, next_attempt INTEGER NOT NULL DEFAULT 0,
  change_id INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', ended_at INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX outbox_open ON outbox (account_id, remote_id) WHERE state < 2;
CREATE INDEX outbox_order ON outbox (account_id, at, id) WHERE state < 2;
