-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Minutes and hours: by their start.
-- What the cursor "averaging" makes of the values of OPC UA sources; committed together with its place in cursor_place.

-- Since when a source gives values without a cut, and the arrival of the last batch of it.
CREATE TABLE made_source (
  source      TEXT   NOT NULL PRIMARY KEY,
  alive_since BIGINT,
  alive_until BIGINT
);

-- The newest value of each factor that a source gives for an outlet. sample: as in made_minute.
CREATE TABLE made_channel (
  station     TEXT   NOT NULL,
  factor      TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  outlet      TEXT   NOT NULL,
  expected_ms BIGINT NOT NULL,
  sample      TEXT   NOT NULL,
  PRIMARY KEY (station, factor)
);

-- samples: one for each instant of the grid, with the journal record that brought it. dirty_at: since when it says something
-- else than the frame that was made of it.
CREATE TABLE made_minute (
  station     TEXT   NOT NULL,
  minute      BIGINT NOT NULL,
  factor      TEXT   NOT NULL,
  samples     TEXT   NOT NULL,
  dirty_at    BIGINT,
  PRIMARY KEY (station, minute, factor)
);
CREATE INDEX made_minute_dirty ON made_minute (station, minute) WHERE dirty_at IS NOT NULL;

-- Minutes and hours of a station before this instant are made.
CREATE TABLE made_station (
  station     TEXT   NOT NULL PRIMARY KEY,
  source      TEXT   NOT NULL,
  outlet      TEXT   NOT NULL,
  made_until  BIGINT NOT NULL
);

-- Frames that were made of minutes and hours, each version; sequence: the journal record that it became, empty while it waits.
CREATE TABLE made_frame (
  station     TEXT    NOT NULL,
  command     INTEGER NOT NULL,
  start_at    BIGINT  NOT NULL,
  part        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  made_at     BIGINT  NOT NULL,
  number      BIGINT  NOT NULL,
  back_filled INTEGER NOT NULL,
  content     TEXT    NOT NULL,
  sequence    BIGINT,
  PRIMARY KEY (station, command, start_at, part, version)
);
CREATE UNIQUE INDEX made_frame_waiting ON made_frame (number) WHERE sequence IS NULL;
CREATE UNIQUE INDEX made_frame_number ON made_frame (number);

-- Cuts of sources, as the journal tells them: every one, also if nothing came of it. filled_at: when nothing more was to come.
CREATE TABLE source_gap (
  source      TEXT    NOT NULL,
  from_at     BIGINT  NOT NULL,
  lost        BIGINT  NOT NULL,
  reason      TEXT    NOT NULL,
  to_at       BIGINT,
  how         TEXT,
  filled_at   BIGINT,
  outcome     TEXT,
  read_back   BIGINT,
  PRIMARY KEY (source, from_at)
);
CREATE INDEX source_gap_unfilled ON source_gap (source, from_at) WHERE filled_at IS NULL;

-- Beside a logger: what we made of an hour, against what it reported. Written by the cursor "core".
CREATE TABLE made_hour (
  outlet      TEXT    NOT NULL,
  hour_start  BIGINT  NOT NULL,
  factor      TEXT    NOT NULL,
  station     TEXT    NOT NULL,
  avg         TEXT,
  zs_avg      TEXT,
  unit        TEXT    NOT NULL,
  flag        TEXT,
  known_at    BIGINT  NOT NULL,
  evidence    TEXT    NOT NULL,
  agreement   TEXT    NOT NULL,
  detail      TEXT    NOT NULL,
  PRIMARY KEY (outlet, hour_start, factor)
);
