-- Opportunities found in mail or made by the user. status: new, active, completed, dismissed, expired. stage: new, talking,
-- quote, decision, won. evidence: JSON [{text,start,end}], code points of the message's text. amount: a decimal, 0 where none
-- is named. due: YYYY-MM-DD or empty. settled_by: who gave it its status last.
CREATE TABLE opportunities (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, stage TEXT NOT NULL,
  confidence REAL NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL, contact_id INTEGER NOT NULL DEFAULT 0,
  message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE, thread_id INTEGER NOT NULL,
  evidence TEXT NOT NULL, amount REAL NOT NULL DEFAULT 0, currency TEXT NOT NULL DEFAULT '', due TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', settled_by TEXT NOT NULL DEFAULT '',
  said_at INTEGER NOT NULL, found_at INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE UNIQUE INDEX opportunities_once ON opportunities (message_id, kind);
CREATE INDEX opportunities_by_status ON opportunities (status, said_at DESC, id DESC);
CREATE INDEX opportunities_by_address ON opportunities (address, kind);
CREATE INDEX opportunities_by_thread ON opportunities (thread_id, kind);

-- Messages whose text was read for opportunities, and by which weights.
CREATE TABLE opportunity_reads (message_id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
  weights TEXT NOT NULL);
