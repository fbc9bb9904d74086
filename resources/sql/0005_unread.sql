-- Counting what is unread in the inbox reads an index, not every message.
CREATE INDEX messages_unread ON messages (id) WHERE in_inbox = 1 AND unread = 1;
