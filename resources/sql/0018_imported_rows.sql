-- What a file says of people whom it brought, a row each until something asks for its values one by one: they become
-- observations then, with the ids that follow the contact's. Contacts with a row here are stale for the lists.
CREATE TABLE imported_rows (contact_id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL, line INTEGER NOT NULL,
  at INTEGER NOT NULL, held INTEGER NOT NULL, said TEXT NOT NULL);
-- Only taking an import back asked for it; every row of every import paid.
DROP INDEX identities_by_import;
