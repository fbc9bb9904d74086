-- What was said in meetings, as recorders wrote it down, and the meeting that each transcript belongs to.
-- state: automatic, review (a meeting fits, not surely), confirmed, rejected (by the user), unmatched.
CREATE TABLE transcripts (id INTEGER PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL,
  said_at INTEGER NOT NULL, speakers TEXT NOT NULL, turns TEXT NOT NULL, search_text TEXT NOT NULL,
  meeting_key TEXT NOT NULL DEFAULT '', meeting_title TEXT NOT NULL DEFAULT '', thread_id INTEGER NOT NULL DEFAULT 0,
  contact TEXT NOT NULL DEFAULT '', score REAL NOT NULL DEFAULT 0, signs TEXT NOT NULL DEFAULT '[]', state TEXT NOT NULL,
  taken_at INTEGER NOT NULL);
CREATE UNIQUE INDEX transcripts_once ON transcripts (sha256);
CREATE INDEX transcripts_by_thread ON transcripts (thread_id) WHERE thread_id > 0;
CREATE TABLE transcript_people (transcript_id INTEGER NOT NULL REFERENCES transcripts(id) ON DELETE CASCADE,
  address_key TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (transcript_id, address_key)) WITHOUT ROWID;
CREATE INDEX transcript_people_by_address ON transcript_people (address_key);
