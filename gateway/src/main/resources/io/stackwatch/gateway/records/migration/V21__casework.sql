-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Days: ISO 8601 in legal time. Amounts: fen, or decimal text.

-- Who may act in cases, by date; from a sheet, until there is a login ---------------------------------------------------

CREATE TABLE person (
  id          TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  region      TEXT,
  enterprise  TEXT,
  certificate TEXT,
  valid_from  BIGINT  NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (id, role, valid_from)
);

-- Audit trail: rows are only ever added, each chained to the one before by its digest ----------------------------------

CREATE TABLE audit_trail (
  number      BIGINT  NOT NULL PRIMARY KEY,
  at          BIGINT  NOT NULL,
  actor       TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  act         TEXT    NOT NULL,
  subject     TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  content     TEXT    NOT NULL,
  previous    TEXT    NOT NULL,
  sha256      TEXT    NOT NULL
);
CREATE INDEX audit_trail_subject ON audit_trail (subject, number);

-- The last row of the trail, so that a row that was cut off at the end is missed.
CREATE TABLE audit_trail_head (
  name        TEXT    NOT NULL PRIMARY KEY,
  number      BIGINT  NOT NULL,
  sha256      TEXT    NOT NULL
);

-- Case files (案卷): what they are about, and what was done; only ever added to -----------------------------------------

CREATE TABLE case_file (
  id           TEXT    NOT NULL PRIMARY KEY,
  number       BIGINT  NOT NULL UNIQUE,
  candidate    TEXT,
  county       TEXT    NOT NULL,
  month        TEXT,
  enterprise   TEXT,
  outlet       TEXT,
  factor       TEXT,
  matter       TEXT,
  begun        BIGINT,
  ended        BIGINT,
  livelihood   INTEGER NOT NULL,
  harm         INTEGER NOT NULL,
  violated_on  TEXT,
  repeat_since TEXT,
  opened_at    BIGINT  NOT NULL,
  opened_by    TEXT    NOT NULL,
  reason       TEXT    NOT NULL
);
CREATE INDEX case_file_enterprise ON case_file (enterprise, number);
CREATE INDEX case_file_opened ON case_file (opened_at);

CREATE TABLE case_act (
  number            BIGINT  NOT NULL PRIMARY KEY,
  file              TEXT    NOT NULL,
  place             INTEGER NOT NULL,
  strand            TEXT    NOT NULL,
  kind              TEXT    NOT NULL,
  day               TEXT    NOT NULL,
  entered_at        BIGINT  NOT NULL,
  actor             TEXT    NOT NULL,
  role              TEXT    NOT NULL,
  region            TEXT,
  enterprise        TEXT,
  certified         INTEGER NOT NULL,
  second_actor      TEXT,
  second_role       TEXT,
  second_region     TEXT,
  second_enterprise TEXT,
  second_certified  INTEGER,
  reason            TEXT    NOT NULL,
  document          TEXT,
  proof             TEXT,
  amount            TEXT,
  found             TEXT,
  trail             BIGINT  NOT NULL,
  UNIQUE (file, place)
);

CREATE TABLE case_hand_over (
  file         TEXT    NOT NULL,
  place        INTEGER NOT NULL,
  from_strand  TEXT    NOT NULL,
  to_strand    TEXT    NOT NULL,
  source       TEXT    NOT NULL,
  PRIMARY KEY (file, place)
);

-- What an act rests on: the calculation of its amount line by line, and files that prove it.
CREATE TABLE case_calculation (
  file         TEXT    NOT NULL,
  place        INTEGER NOT NULL,
  line         INTEGER NOT NULL,
  words        TEXT    NOT NULL,
  PRIMARY KEY (file, place, line)
);

CREATE TABLE case_proof (
  file         TEXT    NOT NULL,
  place        INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  name         TEXT    NOT NULL,
  sha256       TEXT    NOT NULL,
  bytes        BIGINT  NOT NULL,
  PRIMARY KEY (file, place, number)
);

-- Documents of acts. document: the number on it, empty where it has none. ----------------------------------------------

CREATE TABLE case_document (
  number       BIGINT  NOT NULL PRIMARY KEY,
  file         TEXT    NOT NULL,
  place        INTEGER NOT NULL,
  kind         TEXT    NOT NULL,
  document     TEXT,
  at           BIGINT  NOT NULL
);
CREATE INDEX case_document_file ON case_document (file, place, number);

CREATE TABLE document_series (
  authority    TEXT    NOT NULL,
  word         TEXT    NOT NULL,
  year         INTEGER NOT NULL,
  last         BIGINT  NOT NULL,
  PRIMARY KEY (authority, word, year)
);

CREATE TABLE case_receipt (
  document     BIGINT  NOT NULL PRIMARY KEY,
  at           BIGINT  NOT NULL,
  actor        TEXT    NOT NULL,
  reason       TEXT    NOT NULL
);

-- Objections of the enterprise to hours of its case, and the answers.
CREATE TABLE case_objection (
  number       BIGINT  NOT NULL PRIMARY KEY,
  file         TEXT    NOT NULL,
  hour_start   BIGINT  NOT NULL,
  at           BIGINT  NOT NULL,
  actor        TEXT    NOT NULL,
  reason       TEXT    NOT NULL
);
CREATE INDEX case_objection_file ON case_objection (file, number);

CREATE TABLE case_objection_answer (
  objection    BIGINT  NOT NULL PRIMARY KEY,
  upheld       INTEGER NOT NULL,
  at           BIGINT  NOT NULL,
  actor        TEXT    NOT NULL,
  role         TEXT    NOT NULL,
  reason       TEXT    NOT NULL
);

-- Deadlines that acts have begun; a row stands for one beginning. look_at: when the sweep looks at it next -------------

CREATE TABLE case_deadline (
  file         TEXT    NOT NULL,
  strand       TEXT    NOT NULL,
  number       INTEGER NOT NULL,
  county       TEXT    NOT NULL,
  period       TEXT    NOT NULL,
  owner        TEXT    NOT NULL,
  passing      TEXT    NOT NULL,
  begun        TEXT    NOT NULL,
  standing     TEXT    NOT NULL,
  last_day     TEXT,
  over_on      TEXT,
  warn_at      BIGINT,
  passes_at    BIGINT,
  warned_at    BIGINT,
  passed_at    BIGINT,
  look_at      BIGINT,
  words        TEXT    NOT NULL,
  PRIMARY KEY (file, strand, number)
);
CREATE INDEX case_deadline_look ON case_deadline (look_at, file, strand, number);
CREATE INDEX case_deadline_standing ON case_deadline (standing, file);

-- What the sweep told whom; only ever added to.
CREATE TABLE case_notice (
  number       BIGINT  NOT NULL PRIMARY KEY,
  file         TEXT    NOT NULL,
  strand       TEXT    NOT NULL,
  deadline     INTEGER NOT NULL,
  period       TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  recipient    TEXT    NOT NULL,
  last_day     TEXT    NOT NULL,
  passing      TEXT    NOT NULL,
  at           BIGINT  NOT NULL
);
CREATE INDEX case_notice_file ON case_notice (file, number);

-- Where files and strands stand after their last act, for lists; made of the acts, and written with each -----------------

CREATE TABLE case_standing (
  file         TEXT    NOT NULL PRIMARY KEY,
  number       BIGINT  NOT NULL,
  county       TEXT    NOT NULL,
  acts         INTEGER NOT NULL,
  goes_on      INTEGER NOT NULL,
  amount_fen   BIGINT  NOT NULL,
  next_due     BIGINT,
  next_late    BIGINT,
  last_at      BIGINT  NOT NULL
);
CREATE INDEX case_standing_open ON case_standing (goes_on, county, number);
CREATE INDEX case_standing_due ON case_standing (next_due);
CREATE INDEX case_standing_late ON case_standing (next_late);
CREATE INDEX case_standing_number ON case_standing (number);
CREATE INDEX case_standing_amount ON case_standing (amount_fen);

CREATE TABLE case_strand (
  file         TEXT    NOT NULL,
  strand       TEXT    NOT NULL,
  number       BIGINT  NOT NULL,
  procedure    TEXT    NOT NULL,
  stage        TEXT    NOT NULL,
  ended        INTEGER NOT NULL,
  fine_fen     BIGINT,
  paid_fen     BIGINT  NOT NULL,
  decided_on   TEXT,
  PRIMARY KEY (file, strand)
);
CREATE INDEX case_strand_stage ON case_strand (stage, number);
