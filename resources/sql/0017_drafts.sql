-- Answers that wait for the user. One a message, whatever happens: what is written again takes the place of what was.
CREATE TABLE drafts (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  thread_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL, state TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, copies TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, proposed_body TEXT NOT NULL, model TEXT NOT NULL,
  prompt_version TEXT NOT NULL, note TEXT NOT NULL, rfc822_message_id TEXT NOT NULL, remote_id TEXT NOT NULL,
  remote_message_id TEXT NOT NULL, reason TEXT NOT NULL, made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL, cost REAL NOT NULL);
CREATE UNIQUE INDEX drafts_one_a_message ON drafts (message_id);
CREATE INDEX drafts_by_state ON drafts (state, id);
CREATE INDEX drafts_by_thread ON drafts (thread_id);
