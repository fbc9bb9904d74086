-- Contacts grow: addresses with which something passed since they were last looked at. since: the newest message of
-- it; a row that grew meanwhile stays. stage: 0 who is it, 1 a contact whose repeated signature is to be read.
CREATE TABLE growth_due (address_key TEXT PRIMARY KEY, since INTEGER NOT NULL, stage INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX growth_due_by_stage ON growth_due (stage, address_key);
INSERT INTO growth_due (address_key, since) SELECT address_key, 0 FROM correspondents;
CREATE INDEX message_recipients_by_address ON message_recipients (address_key, message_id);

-- How sure Kith said it was when the user decided about this observation; 0: not known.
ALTER TABLE observations ADD COLUMN stated REAL NOT NULL DEFAULT 0;
