-- The user's rules about mail, what they did, and what of it waits. body: conditions and actions as JSON.
CREATE TABLE rules (id INTEGER PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, enabled INTEGER NOT NULL,
  stops INTEGER NOT NULL, revision INTEGER NOT NULL, may_trash INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,
  made_at INTEGER NOT NULL);

-- A rule acts on a message once; what the user took back stays here, so that it is not done again behind their back.
CREATE TABLE rule_runs (rule_id INTEGER NOT NULL, revision INTEGER NOT NULL,
  message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, run_id TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (rule_id, revision, message_id)) WITHOUT ROWID;
CREATE INDEX rule_runs_by_run ON rule_runs (run_id);
CREATE INDEX rule_runs_by_message ON rule_runs (message_id);

-- state: asks (the user is to say yes), waits (for something that is not there yet), delayed, done, refused, cancelled.
CREATE TABLE rule_actions (id INTEGER PRIMARY KEY, rule_id INTEGER NOT NULL, revision INTEGER NOT NULL, rule_name TEXT NOT NULL,
  message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, action TEXT NOT NULL, state TEXT NOT NULL,
  due_at INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL, ended_at INTEGER NOT NULL DEFAULT 0);
CREATE INDEX rule_actions_due ON rule_actions (due_at) WHERE state = 'delayed';
CREATE INDEX rule_actions_by_state ON rule_actions (state, id DESC);
CREATE INDEX rule_actions_by_rule ON rule_actions (rule_id, state);

-- The priority that a rule gave a message, for every later decision about it.
CREATE TABLE rule_priorities (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE, rule_id INTEGER NOT NULL,
  rule_name TEXT NOT NULL, priority INTEGER NOT NULL);
-- New mail that the rules have not looked at yet.
CREATE TABLE rule_backlog (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE);
-- What the user did to a row by hand, and which changes belong to one run.
CREATE INDEX change_rows_by_key ON change_rows (row_key, row_table);
CREATE INDEX changes_by_request ON changes (request_id, id DESC) WHERE request_id <> '';
