-- What models said about messages: once for each model and prompt, with cost and failures.
CREATE TABLE model_answers (message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, model TEXT NOT NULL,
  prompt_version TEXT NOT NULL, text_hash TEXT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL, cached INTEGER NOT NULL,
  attempts INTEGER NOT NULL, next_attempt INTEGER NOT NULL, requests INTEGER NOT NULL, cost REAL NOT NULL,
  answered_at INTEGER NOT NULL, PRIMARY KEY (message_id, model, prompt_version)) WITHOUT ROWID;
CREATE INDEX model_answers_by_text ON model_answers (text_hash, model, prompt_version) WHERE answer <> '';
CREATE INDEX model_answers_by_time ON model_answers (answered_at);
