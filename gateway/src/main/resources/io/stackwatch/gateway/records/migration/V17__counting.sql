-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Hours: by their start. Days: as 2026-11-07, legal time.

-- The code under which the same place was known before (371523 before 371503).
ALTER TABLE region ADD COLUMN predecessor TEXT;

-- Days whose counters may no longer be right; taken away when they have been counted and nothing was added meanwhile.
CREATE TABLE dirty_day (
  outlet  TEXT   NOT NULL,
  day     TEXT   NOT NULL,
  changes BIGINT NOT NULL,
  PRIMARY KEY (outlet, day)
);
CREATE INDEX dirty_day_by_day ON dirty_day (day, outlet);

-- The counters of a factor of an outlet in a day, in both figures (REAL_TIME, FINAL), and what was taken out of the count.
CREATE TABLE day_count (
  outlet         TEXT    NOT NULL,
  day            TEXT    NOT NULL,
  factor         TEXT    NOT NULL,
  variant        TEXT    NOT NULL,
  due            INTEGER NOT NULL,
  received       INTEGER NOT NULL,
  must_be_valid  INTEGER NOT NULL,
  valid          INTEGER NOT NULL,
  stopped        INTEGER NOT NULL,
  exempt         INTEGER NOT NULL,
  own_outage     INTEGER NOT NULL,
  standard_check INTEGER NOT NULL,
  counted_at     BIGINT  NOT NULL,
  PRIMARY KEY (outlet, day, factor, variant)
);
CREATE INDEX day_count_by_day ON day_count (variant, day);

-- Up to which day an outlet is counted (exclusive), and what of its registration the counters rest on.
CREATE TABLE counted_outlet (
  outlet        TEXT NOT NULL PRIMARY KEY,
  counted_until TEXT NOT NULL,
  registration  TEXT NOT NULL
);

-- Since when this system could receive: one row. What is missing before it is charged to nobody.
CREATE TABLE counting_begin (
  since BIGINT NOT NULL
);

-- Months whose counters stay as they are.
CREATE TABLE frozen_month (
  month     TEXT   NOT NULL PRIMARY KEY,
  frozen_at BIGINT NOT NULL
);

-- Why hours are missing -------------------------------------------------------------------------------------------

-- Frames of a station by the hour of their arrival, counted by the core cursor.
CREATE TABLE station_hour (
  station        TEXT   NOT NULL,
  hour_start     BIGINT NOT NULL,
  frames         BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence  BIGINT NOT NULL,
  PRIMARY KEY (station, hour_start)
);

-- Connections of stations as they were seen; closed_at is empty while one stands.
CREATE TABLE station_link (
  station   TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  PRIMARY KEY (station, opened_at)
);
CREATE INDEX station_link_open ON station_link (station) WHERE closed_at IS NULL;
