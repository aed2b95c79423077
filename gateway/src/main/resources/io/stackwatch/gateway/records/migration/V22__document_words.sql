-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- What officers wrote for a document that an act brought (case_document); once for each document, all of it in one act.
CREATE TABLE case_document_word (
  document     BIGINT  NOT NULL,
  field        TEXT    NOT NULL,
  words        TEXT    NOT NULL,
  at           BIGINT  NOT NULL,
  actor        TEXT    NOT NULL,
  role         TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  PRIMARY KEY (document, field)
);
