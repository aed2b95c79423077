-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Decimals: text. Hours and days: their start.
-- Rows that carry a version or a number are only ever added.

-- Who is watched --------------------------------------------------------------------------------------------------

CREATE TABLE region (
  code        TEXT   NOT NULL,
  name_zh     TEXT   NOT NULL,
  name_en     TEXT   NOT NULL,
  parent      TEXT,
  valid_from  BIGINT NOT NULL,
  valid_until BIGINT,
  mark        TEXT   NOT NULL,
  PRIMARY KEY (code, valid_from)
);

CREATE TABLE enterprise (
  id          TEXT   NOT NULL,
  name        TEXT   NOT NULL,
  region      TEXT   NOT NULL,
  valid_from  BIGINT NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (id, valid_from)
);

CREATE TABLE outlet (
  id              TEXT   NOT NULL,
  enterprise      TEXT   NOT NULL,
  name            TEXT   NOT NULL,
  industry        TEXT   NOT NULL,
  stack_height_m  TEXT,
  control_zone    TEXT,
  categories      TEXT   NOT NULL,
  factors         TEXT   NOT NULL,
  minute_evidence TEXT   NOT NULL,
  valid_from      BIGINT NOT NULL,
  valid_until     BIGINT,
  PRIMARY KEY (id, valid_from)
);

CREATE TABLE station (
  mn              TEXT    NOT NULL,
  outlet          TEXT    NOT NULL,
  edition         TEXT    NOT NULL,
  crc             TEXT    NOT NULL,
  password_policy TEXT    NOT NULL,
  password        TEXT    NOT NULL,
  minute_interval INTEGER NOT NULL,
  label_at_end    INTEGER NOT NULL,
  units           TEXT    NOT NULL,
  valid_from      BIGINT  NOT NULL,
  valid_until     BIGINT,
  PRIMARY KEY (mn, valid_from)
);

CREATE TABLE permit (
  id           TEXT   NOT NULL PRIMARY KEY,
  outlet       TEXT   NOT NULL,
  factor       TEXT   NOT NULL,
  limit_mg_m3  TEXT   NOT NULL,
  reference_o2 TEXT,
  averaging    TEXT   NOT NULL,
  instrument   TEXT   NOT NULL,
  clause       TEXT   NOT NULL,
  valid_from   BIGINT NOT NULL,
  valid_until  BIGINT,
  mark         TEXT   NOT NULL
);

CREATE TABLE cems_duty (
  outlet      TEXT   NOT NULL,
  basis       TEXT   NOT NULL,
  document    TEXT   NOT NULL,
  valid_from  BIGINT NOT NULL,
  valid_until BIGINT,
  mark        TEXT   NOT NULL,
  PRIMARY KEY (outlet, valid_from)
);

CREATE TABLE duty_pause (
  outlet      TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  document    TEXT   NOT NULL,
  valid_from  BIGINT NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (outlet, valid_from)
);

-- What was reported -----------------------------------------------------------------------------------------------

-- as_of: how far the core cursor has come on its own line of time.
CREATE TABLE cursor_place (
  name     TEXT   NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  as_of    BIGINT NOT NULL
);

-- A cache: what each outlet said last, packed into one row; rebuilt by replay.
CREATE TABLE latest_readings (
  outlet   TEXT   NOT NULL PRIMARY KEY,
  at       BIGINT NOT NULL,
  readings TEXT   NOT NULL
);

CREATE TABLE minute_tally (
  outlet       TEXT   NOT NULL,
  hour_start   BIGINT NOT NULL,
  factor       TEXT   NOT NULL,
  valid_mask   BIGINT NOT NULL,
  invalid_mask BIGINT NOT NULL,
  PRIMARY KEY (outlet, hour_start, factor)
);

CREATE TABLE hour_report (
  outlet      TEXT    NOT NULL,
  hour_start  BIGINT  NOT NULL,
  factor      TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  avg_text    TEXT,
  zs_avg_text TEXT,
  unit        TEXT    NOT NULL,
  flag        TEXT,
  station     TEXT    NOT NULL,
  known_at    BIGINT  NOT NULL,
  evidence    TEXT    NOT NULL,
  PRIMARY KEY (outlet, hour_start, factor, version)
);
CREATE INDEX hour_report_by_factor ON hour_report (outlet, factor, hour_start);

-- What was judged -------------------------------------------------------------------------------------------------

-- value, ratio: exact, such as 36.5 or 420/11.5. evidence: sequence:sha256 of journal records, separated by blanks.
CREATE TABLE hour_verdict (
  outlet         TEXT    NOT NULL,
  hour_start     BIGINT  NOT NULL,
  factor         TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  outcome        TEXT    NOT NULL,
  reason         TEXT,
  detail         TEXT    NOT NULL,
  value          TEXT,
  basis          TEXT,
  proof          TEXT,
  ratio          TEXT,
  limit_id       TEXT,
  limit_mg_m3    TEXT,
  reference_o2   TEXT,
  oxygen         TEXT,
  findings       TEXT    NOT NULL,
  report_version INTEGER NOT NULL,
  known_at       BIGINT  NOT NULL,
  evidence       TEXT    NOT NULL,
  PRIMARY KEY (outlet, hour_start, factor, version)
);
CREATE INDEX hour_verdict_by_factor ON hour_verdict (outlet, factor, hour_start);

-- What the events of an alarm come to; the events are the record.
CREATE TABLE alarm (
  id               TEXT   NOT NULL PRIMARY KEY,
  outlet           TEXT   NOT NULL,
  factor           TEXT   NOT NULL,
  type             TEXT   NOT NULL,
  key_hour         BIGINT NOT NULL,
  state            TEXT   NOT NULL,
  level            TEXT   NOT NULL,
  first_hour       BIGINT NOT NULL,
  last_hour        BIGINT NOT NULL,
  raised_at        BIGINT NOT NULL,
  acknowledged_by  TEXT,
  acknowledged_at  BIGINT,
  acknowledge_note TEXT,
  cleared_at       BIGINT,
  cleared_why      TEXT
);
CREATE INDEX alarm_by_outlet ON alarm (outlet, factor, type, last_hour);
CREATE INDEX alarm_by_last_hour ON alarm (outlet, last_hour);
CREATE INDEX alarm_by_time ON alarm (raised_at, id);
CREATE INDEX alarm_active ON alarm (outlet) WHERE cleared_at IS NULL;

-- The number orders all events of the city; a listener continues behind the last one that it saw.
CREATE TABLE alarm_event (
  number     BIGINT NOT NULL PRIMARY KEY,
  alarm      TEXT   NOT NULL REFERENCES alarm (id),
  kind       TEXT   NOT NULL,
  at         BIGINT NOT NULL,
  first_hour BIGINT NOT NULL,
  last_hour  BIGINT NOT NULL,
  level      TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  hour_start BIGINT,
  actor      TEXT,
  note       TEXT   NOT NULL,
  evidence   TEXT   NOT NULL
);
CREATE INDEX alarm_event_by_alarm ON alarm_event (alarm, number);

-- One decision for what one cause did to one alarm: it stands at the last of those events.
CREATE TABLE notify_decision (
  event_number BIGINT  NOT NULL PRIMARY KEY REFERENCES alarm_event (number),
  notify       INTEGER NOT NULL,
  reason       TEXT    NOT NULL
);

CREATE TABLE deadline (
  id        TEXT   NOT NULL PRIMARY KEY,
  kind      TEXT   NOT NULL,
  subject   TEXT   NOT NULL,
  due_at    BIGINT NOT NULL,
  state     TEXT   NOT NULL,
  outcome   TEXT,
  closed_at BIGINT
);
CREATE INDEX deadline_pending ON deadline (due_at, id) WHERE state = 'PENDING';

-- What may become a case ------------------------------------------------------------------------------------------

-- limits, findings: ids and names separated by blanks. The law as it was read when the case was opened.
CREATE TABLE candidate_case (
  id               TEXT   NOT NULL PRIMARY KEY,
  outlet           TEXT   NOT NULL,
  factor           TEXT   NOT NULL,
  day              TEXT   NOT NULL,
  opened_at        BIGINT NOT NULL,
  limits           TEXT   NOT NULL,
  violation_basis  TEXT,
  violation_text   TEXT,
  opening_basis    TEXT,
  opening_text     TEXT,
  findings         TEXT   NOT NULL
);
CREATE INDEX candidate_case_by_time ON candidate_case (opened_at, id);
CREATE INDEX candidate_case_by_outlet ON candidate_case (outlet, opened_at, id);

-- The hours that a case was opened on, in the version that was known then.
CREATE TABLE case_hour (
  case_id         TEXT    NOT NULL REFERENCES candidate_case (id),
  hour_start      BIGINT  NOT NULL,
  verdict_version INTEGER NOT NULL,
  PRIMARY KEY (case_id, hour_start)
);

CREATE TABLE case_event (
  number          BIGINT  NOT NULL PRIMARY KEY,
  case_id         TEXT    NOT NULL REFERENCES candidate_case (id),
  kind            TEXT    NOT NULL,
  at              BIGINT  NOT NULL,
  hour_start      BIGINT,
  verdict_version INTEGER
);
CREATE INDEX case_event_by_case ON case_event (case_id, number);

-- What could not be used ------------------------------------------------------------------------------------------

CREATE TABLE parked (
  subject TEXT   NOT NULL PRIMARY KEY,
  kind    TEXT   NOT NULL,
  reason  TEXT   NOT NULL,
  at      BIGINT NOT NULL
);

CREATE TABLE not_understood (
  station        TEXT   NOT NULL,
  item           TEXT   NOT NULL,
  reason         TEXT   NOT NULL,
  times          BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence  BIGINT NOT NULL,
  PRIMARY KEY (station, item, reason)
);
