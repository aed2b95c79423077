-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Hours: by their start.

-- Hours whose minutes and samples were let go (averaging.keep), and how many rows that were. The hour and its frames stay.
CREATE TABLE made_dropped (
  station     TEXT    NOT NULL,
  hour_start  BIGINT  NOT NULL,
  dropped_at  BIGINT  NOT NULL,
  minutes     INTEGER NOT NULL,
  frames      INTEGER NOT NULL,
  PRIMARY KEY (station, hour_start)
);
