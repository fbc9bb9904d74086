-- What services said of a person, version by version. entity: contact:ID. valid_to 0: this is the newest.
-- reference: the service's name for the person; empty: it knew nobody. checked_at: when it was asked last.
CREATE TABLE sources (id INTEGER PRIMARY KEY, source TEXT NOT NULL, entity TEXT NOT NULL, reference TEXT NOT NULL,
  title TEXT NOT NULL, link TEXT NOT NULL, document TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL,
  checked_at INTEGER NOT NULL);
CREATE UNIQUE INDEX sources_newest ON sources (entity, source) WHERE valid_to = 0;
CREATE INDEX sources_by_entity ON sources (entity, source, valid_from DESC);
CREATE INDEX tasks_by_entity ON tasks (entity, state);
