-- Who took sheets over into the registry, when and why. Rows are only ever added. One text for SQLite and PostgreSQL.
-- Instants: epoch milliseconds, UTC.
CREATE TABLE registry_import (
  number      BIGINT  NOT NULL PRIMARY KEY,
  at          BIGINT  NOT NULL,
  actor       TEXT    NOT NULL,
  reason      TEXT    NOT NULL
);

-- What was taken over: sheets that were in the folder. sha256: of the file.
CREATE TABLE registry_import_sheet (
  import      BIGINT  NOT NULL REFERENCES registry_import (number),
  sheet       TEXT    NOT NULL,
  usable_rows INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,
  PRIMARY KEY (import, sheet)
);
