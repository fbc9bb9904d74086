-- The full-text index: contentless, rowid = messages.id, so the order of rowids is the order of dates.
CREATE VIRTUAL TABLE message_search USING fts5 (subject, sender, recipients, body, content='',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3', detail='full');
INSERT INTO message_search (message_search, rank) VALUES ('hashsize', 33554432);
