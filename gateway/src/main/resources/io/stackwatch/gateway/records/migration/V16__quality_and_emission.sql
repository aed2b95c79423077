-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Decimals: text. Days: ISO text. Hours: by their start.

-- Checks of instruments, as somebody recorded them. Rows are only ever added; one that is wrong is withdrawn.
CREATE TABLE qa_event (
  number      BIGINT NOT NULL PRIMARY KEY,
  outlet      TEXT   NOT NULL,
  factor      TEXT   NOT NULL,
  check_kind  TEXT   NOT NULL,
  mode        TEXT   NOT NULL,
  made_at     BIGINT NOT NULL,
  percent     TEXT,
  basis       TEXT,
  absolute    TEXT,
  stated      TEXT,
  document    TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  actor       TEXT   NOT NULL,
  reason      TEXT   NOT NULL
);
CREATE INDEX qa_event_by_outlet ON qa_event (outlet, made_at, number);

CREATE TABLE qa_withdrawal (
  number BIGINT NOT NULL PRIMARY KEY REFERENCES qa_event (number),
  at     BIGINT NOT NULL,
  actor  TEXT   NOT NULL,
  reason TEXT   NOT NULL
);

-- The mass of hours as the instruments gave it, version by version: MEASURED or ABSENT, never substituted. flow: m3/h, dry, at
-- standard state, exact. Written by the cursor "core".
CREATE TABLE emission_hour (
  outlet        TEXT    NOT NULL,
  hour_start    BIGINT  NOT NULL,
  factor        TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  kind          TEXT    NOT NULL,
  milligrams    BIGINT,
  concentration TEXT,
  flow          TEXT,
  flow_basis    TEXT,
  reason        TEXT,
  detail        TEXT    NOT NULL,
  known_at      BIGINT  NOT NULL,
  evidence      TEXT    NOT NULL,
  PRIMARY KEY (outlet, hour_start, factor, version)
);
CREATE INDEX emission_hour_by_factor ON emission_hour (outlet, factor, hour_start);

-- What officers have registered.
CREATE TABLE duct (
  outlet          TEXT   NOT NULL,
  flow_basis      TEXT   NOT NULL,
  area_m2         TEXT,
  velocity_factor TEXT,
  ambient_pa      TEXT,
  document        TEXT   NOT NULL,
  mark            TEXT   NOT NULL,
  valid_from      BIGINT NOT NULL,
  valid_until     BIGINT,
  PRIMARY KEY (outlet, valid_from)
);

-- outlet: empty text where the total is of all outlets of the enterprise together.
CREATE TABLE permitted_total (
  enterprise TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  factor     TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  tonnes     TEXT NOT NULL,
  document   TEXT NOT NULL,
  mark       TEXT NOT NULL,
  PRIMARY KEY (enterprise, outlet, factor, first_day)
);
