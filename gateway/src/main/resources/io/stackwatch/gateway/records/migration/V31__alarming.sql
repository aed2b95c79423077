-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Times of day: ISO, in legal time.

-- Who is on duty when, where people are reached, and when whom to leave in peace; from sheets ---------------------------

-- county, enterprise: empty text where the role belongs to none.
CREATE TABLE roster_shift (
  person      TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  county      TEXT    NOT NULL,
  enterprise  TEXT    NOT NULL,
  valid_from  BIGINT  NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (person, role, county, enterprise, valid_from)
);
CREATE INDEX roster_shift_role ON roster_shift (role, county, enterprise);

-- place: the order in which addresses of a person are tried, from 1.
CREATE TABLE contact (
  person      TEXT    NOT NULL,
  channel     TEXT    NOT NULL,
  place       INTEGER NOT NULL,
  address     TEXT    NOT NULL,
  PRIMARY KEY (person, channel)
);

CREATE TABLE quiet_rule (
  role        TEXT    NOT NULL,
  from_time   TEXT    NOT NULL,
  until_time  TEXT    NOT NULL,
  below       TEXT    NOT NULL,
  valid_from  BIGINT  NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (role, from_time, valid_from)
);

-- How far events of alarms have been looked at, by a name of what looks.
CREATE TABLE alarming_place (
  name        TEXT    NOT NULL PRIMARY KEY,
  number      BIGINT  NOT NULL
);

-- Steps of escalation: one row for each step of an alarm. due_at is empty when nothing more comes of it, for the reason in stopped_why.
CREATE TABLE alarm_timer (
  alarm       TEXT    NOT NULL,
  level       INTEGER NOT NULL,
  began       BIGINT  NOT NULL,
  round       INTEGER NOT NULL,
  due_at      BIGINT,
  stopped_at  BIGINT,
  stopped_why TEXT,
  PRIMARY KEY (alarm, level)
);
CREATE INDEX alarm_timer_due ON alarm_timer (due_at, alarm, level) WHERE due_at IS NOT NULL;

-- What people are told: written once, in the transaction of the decision; channels read it in order. facts: one a line, key, label and value
-- apart by tabs. addresses: one a line, channel and address apart by a tab. words: key of the text.
CREATE TABLE notice (
  id           TEXT    NOT NULL PRIMARY KEY,
  number       BIGINT  NOT NULL UNIQUE,
  subject_kind TEXT    NOT NULL,
  subject      TEXT    NOT NULL,
  severity     TEXT    NOT NULL,
  recipient    TEXT    NOT NULL,
  addresses    TEXT    NOT NULL,
  words        TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  body         TEXT    NOT NULL,
  facts        TEXT    NOT NULL,
  why          TEXT    NOT NULL,
  group_key    TEXT    NOT NULL,
  level        INTEGER NOT NULL,
  queued_at    BIGINT  NOT NULL
);
CREATE INDEX notice_subject ON notice (subject_kind, subject, number);
CREATE INDEX notice_group ON notice (group_key, recipient);

-- Whether somebody is told, also if not, and why; rows are only added. level: the step of escalation, -1 outside of one.
CREATE TABLE telling (
  number      BIGINT  NOT NULL PRIMARY KEY,
  alarm       TEXT    NOT NULL,
  at          BIGINT  NOT NULL,
  level       INTEGER NOT NULL,
  round       INTEGER NOT NULL,
  occasion    TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  person      TEXT,
  told        INTEGER NOT NULL,
  why         TEXT    NOT NULL,
  again_at    BIGINT,
  notice      TEXT
);
CREATE INDEX telling_alarm ON telling (alarm, number);
