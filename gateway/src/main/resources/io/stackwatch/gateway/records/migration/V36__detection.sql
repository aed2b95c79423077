-- What detectors of windows found (decision record 0044). One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- A day of an outlet that was examined; a day that is examined again gets another version. hours: reported hours that were looked at.
-- answers: one line for each detector: name, answer, reason or number looked at, detail, separated by tabs.
CREATE TABLE detection_day (
  outlet      TEXT    NOT NULL,
  day         TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  examined_at BIGINT  NOT NULL,
  hours       INTEGER NOT NULL,
  answers     TEXT    NOT NULL,
  PRIMARY KEY (outlet, day, version)
);
CREATE INDEX detection_day_by_day ON detection_day (day, outlet);

-- Rows are only added. figures: the newest of those that the finding rests on, one a line: outlet, factor, hour, value, journal record;
-- figure_count: how many there were. parameters: the rows that were used, name=value, one a line. alarm: the alarm about the matter.
CREATE TABLE integrity_finding (
  outlet       TEXT    NOT NULL,
  day          TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  detector     TEXT    NOT NULL,
  factor       TEXT    NOT NULL,
  from_at      BIGINT  NOT NULL,
  until_at     BIGINT  NOT NULL,
  words        TEXT    NOT NULL,
  figures      TEXT    NOT NULL,
  figure_count INTEGER NOT NULL,
  parameters   TEXT    NOT NULL,
  alarm        TEXT    NOT NULL,
  PRIMARY KEY (outlet, day, version, place)
);
