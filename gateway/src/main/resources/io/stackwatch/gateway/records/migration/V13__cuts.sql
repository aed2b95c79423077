-- One text for SQLite and PostgreSQL.

-- How many nodes were not read back for a cut; empty until nothing more is to come, and where it was not noted.
ALTER TABLE source_gap ADD COLUMN unread BIGINT;

-- By the source's clock, up to when everything was accounted for when the cut ended. read_back grows while a cut is filled.
ALTER TABLE source_gap ADD COLUMN heard_until BIGINT;

-- The first of them, each with the StatusCode that stood in the way.
CREATE TABLE source_gap_unread (
  source      TEXT    NOT NULL,
  from_at     BIGINT  NOT NULL,
  place       INTEGER NOT NULL,
  node        TEXT    NOT NULL,
  status      BIGINT  NOT NULL,
  PRIMARY KEY (source, from_at, place)
);
