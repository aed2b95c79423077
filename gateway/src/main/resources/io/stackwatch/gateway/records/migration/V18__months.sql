-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Months: ISO, in legal time. Decimals: text.
-- How months are closed, and every version of their figures. Rows are only ever added.

-- What happened to a month, step by step. actor, reason: of an officer's act; the calendar has none.
CREATE TABLE month_act (
  month          TEXT    NOT NULL,
  step           INTEGER NOT NULL,
  kind           TEXT    NOT NULL,
  at             BIGINT  NOT NULL,
  version        INTEGER,
  actor          TEXT,
  reason         TEXT,
  PRIMARY KEY (month, step)
);
CREATE UNIQUE INDEX month_act_version ON month_act (month, version);

-- program: which version of the program counted.
CREATE TABLE month_version (
  month          TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  kind           TEXT    NOT NULL,
  counted_at     BIGINT  NOT NULL,
  cutoff         BIGINT  NOT NULL,
  program        TEXT    NOT NULL,
  PRIMARY KEY (month, version)
);

-- sha256: of the canonical text of the figures (decision record 0028).
CREATE TABLE month_figures (
  month          TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  variant        TEXT    NOT NULL,
  required       TEXT    NOT NULL,
  far_below      TEXT    NOT NULL,
  line_count     INTEGER NOT NULL,
  sha256         TEXT    NOT NULL,
  PRIMARY KEY (month, version, variant),
  FOREIGN KEY (month, version) REFERENCES month_version (month, version)
);

-- The figures, line by line, in their order: the city is line 0. former_codes to rated: of counties alone.
CREATE TABLE month_line (
  month          TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  variant        TEXT    NOT NULL,
  line           INTEGER NOT NULL,
  level          TEXT    NOT NULL,
  county         TEXT,
  enterprise     TEXT,
  outlet         TEXT,
  factor         TEXT,
  name           TEXT    NOT NULL,
  due            BIGINT  NOT NULL,
  received       BIGINT  NOT NULL,
  must_be_valid  BIGINT  NOT NULL,
  valid          BIGINT  NOT NULL,
  stopped        BIGINT  NOT NULL,
  exempt         BIGINT  NOT NULL,
  own_outage     BIGINT  NOT NULL,
  standard_check BIGINT  NOT NULL,
  former_codes   TEXT,
  mean_rate      TEXT,
  passing        INTEGER,
  rated          INTEGER,
  PRIMARY KEY (month, version, variant, line)
);
CREATE INDEX month_line_by_level ON month_line (month, version, variant, level, line);

-- What the national centre computed of what it received itself; the newest number of an outlet and month counts.
CREATE TABLE national_rate (
  number         BIGINT  NOT NULL PRIMARY KEY,
  month          TEXT    NOT NULL,
  outlet         TEXT    NOT NULL,
  percent        TEXT    NOT NULL,
  document       TEXT    NOT NULL,
  at             BIGINT  NOT NULL,
  actor          TEXT    NOT NULL,
  reason         TEXT    NOT NULL
);
CREATE INDEX national_rate_by_month ON national_rate (month, outlet, number);
