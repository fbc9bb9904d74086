-- Drafts of every kind: answers to one message, and letters that answer nothing (message_id is empty then).
-- kind: reply, reply-all, forward, new. send_at: when the user wants it to go, 0 for never. send_tried: a request to
-- send it may have reached the server.
CREATE TABLE drafts_next (id INTEGER PRIMARY KEY, message_id INTEGER REFERENCES messages(id) ON DELETE CASCADE,
  thread_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL, state TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, copies TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, proposed_body TEXT NOT NULL, model TEXT NOT NULL,
  prompt_version TEXT NOT NULL, note TEXT NOT NULL, rfc822_message_id TEXT NOT NULL, remote_id TEXT NOT NULL,
  remote_message_id TEXT NOT NULL, reason TEXT NOT NULL, made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL, cost REAL NOT NULL, kind TEXT NOT NULL DEFAULT 'reply', blind_copies TEXT NOT NULL DEFAULT '[]',
  send_at INTEGER NOT NULL DEFAULT 0, send_tried INTEGER NOT NULL DEFAULT 0, sent_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO drafts_next (id, message_id, thread_id, account_id, state, sender, recipients, copies, subject, body,
  proposed_body, model, prompt_version, note, rfc822_message_id, remote_id, remote_message_id, reason, made_at, changed_at,
  saved_at, cost) SELECT id, message_id, thread_id, account_id, state, sender, recipients, copies, subject, body,
  proposed_body, model, prompt_version, note, rfc822_message_id, remote_id, remote_message_id, reason, made_at, changed_at,
  saved_at, cost FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_next RENAME TO drafts;
CREATE UNIQUE INDEX drafts_one_a_message ON drafts (message_id);
CREATE INDEX drafts_by_state ON drafts (state, id);
CREATE INDEX drafts_by_thread ON drafts (thread_id);
CREATE INDEX drafts_by_sending ON drafts (send_at) WHERE send_at > 0;

-- What the user attached to a draft.
CREATE TABLE draft_files (id INTEGER PRIMARY KEY, draft_id INTEGER NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
  name TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX draft_files_of ON draft_files (draft_id, id);

-- How the user writes, learned from what they changed in drafts. kind: greeting, closing, length, exclamation, omit.
CREATE TABLE tone_notes (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, words TEXT NOT NULL, before_words TEXT NOT NULL,
  after_words TEXT NOT NULL, draft_id INTEGER NOT NULL, support INTEGER NOT NULL, made_at INTEGER NOT NULL);
CREATE UNIQUE INDEX tone_notes_once ON tone_notes (kind, words);

-- Texts that the user uses again and again, with {fields}.
CREATE TABLE snippets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, changed_at INTEGER NOT NULL);
CREATE UNIQUE INDEX snippets_by_name ON snippets (name);

-- "Tell me if nobody answers": state waiting, answered, due, dismissed. since: what comes after it is an answer.
CREATE TABLE reminders (id INTEGER PRIMARY KEY, thread_id INTEGER NOT NULL, draft_id INTEGER NOT NULL,
  since INTEGER NOT NULL, due_at INTEGER NOT NULL, state TEXT NOT NULL, made_at INTEGER NOT NULL);
CREATE INDEX reminders_due ON reminders (state, due_at);
CREATE INDEX reminders_by_thread ON reminders (thread_id);
