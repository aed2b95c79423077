-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- Uploads that come in several packets (PNUM, PNO), folded from the journal by the cursor 'stations'. missing: numbers of the
-- packets that have not come, as ranges separated by blanks; empty: all have come.
CREATE TABLE packet_set (
  station        TEXT    NOT NULL,
  system_code    TEXT    NOT NULL,
  command        INTEGER NOT NULL,
  data_time      BIGINT  NOT NULL,
  packets        INTEGER NOT NULL,
  missing        TEXT    NOT NULL,
  first_at       BIGINT  NOT NULL,
  first_sequence BIGINT  NOT NULL,
  last_at        BIGINT  NOT NULL,
  last_sequence  BIGINT  NOT NULL,
  PRIMARY KEY (station, system_code, command, data_time)
);
CREATE INDEX packet_set_incomplete ON packet_set (last_at) WHERE missing <> '';
