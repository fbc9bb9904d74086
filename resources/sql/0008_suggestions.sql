-- Rules that Kith suggests after repeated corrections, and what the user made of them.
CREATE TABLE suggestions (id INTEGER PRIMARY KEY, type TEXT NOT NULL, field TEXT NOT NULL, keyword TEXT NOT NULL,
  raised INTEGER NOT NULL, priority INTEGER NOT NULL, support INTEGER NOT NULL, would_change INTEGER NOT NULL,
  would_agree INTEGER NOT NULL, would_disagree INTEGER NOT NULL, state TEXT NOT NULL, change_id INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL);
CREATE UNIQUE INDEX suggestions_once ON suggestions (type, field, keyword, raised);
