-- The full-text index; weights stand for columns: A subject, B sender, C recipients, D body.
CREATE TABLE message_search (message_id BIGINT PRIMARY KEY, document TSVECTOR NOT NULL);
CREATE INDEX message_search_document ON message_search USING gin (document);
