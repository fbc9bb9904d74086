-- What a model on trial says beside what stands: it decides nothing. And what questions cost that leave no answer here.
CREATE TABLE model_comparisons (message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, model TEXT NOT NULL,
  prompt_version TEXT NOT NULL, answer TEXT NOT NULL, standing_model TEXT NOT NULL, standing_priority INTEGER NOT NULL,
  standing_importance REAL NOT NULL, trial_priority INTEGER NOT NULL, trial_importance REAL NOT NULL, cost REAL NOT NULL,
  asked_at INTEGER NOT NULL, PRIMARY KEY (message_id, model, prompt_version)) WITHOUT ROWID;
CREATE INDEX model_comparisons_by_time ON model_comparisons (asked_at);
CREATE TABLE model_spending (id INTEGER PRIMARY KEY, purpose TEXT NOT NULL, requests INTEGER NOT NULL, cost REAL NOT NULL,
  spent_at INTEGER NOT NULL);
CREATE INDEX model_spending_by_time ON model_spending (spent_at);
-- What a model made of the user's remarks: each is read once.
CREATE TABLE model_comments (feedback_id INTEGER PRIMARY KEY REFERENCES feedback(id) ON DELETE CASCADE, model TEXT NOT NULL,
  prompt_version TEXT NOT NULL, topics TEXT NOT NULL, source TEXT NOT NULL, read_at INTEGER NOT NULL);
