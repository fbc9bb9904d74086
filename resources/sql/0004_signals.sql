-- What was read from each message's text, kept so that deciding again needs no text.
CREATE TABLE message_signals (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
  signs BLOB NOT NULL, in_reply_to TEXT NOT NULL);
