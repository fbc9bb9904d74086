-- What asking about a decision is worth, whether it is asked by lot, and how each mark of the user came about.
-- origin: 0 the user chose the message, 1 Kith was unsure and asked, 2 drawn by lot, 3 came in a file; see FeedbackOrigin.
-- uncertainty, confidence: of the decision that was marked; -1: not known.
ALTER TABLE decisions ADD COLUMN asking REAL NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN spot_check INTEGER NOT NULL DEFAULT 0;
UPDATE decisions SET asking = uncertainty * (0.25 + importance) WHERE latest = 1 AND needs_review = 1;
ALTER TABLE feedback ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feedback ADD COLUMN uncertainty REAL NOT NULL DEFAULT -1;
ALTER TABLE feedback ADD COLUMN confidence REAL NOT NULL DEFAULT -1;
