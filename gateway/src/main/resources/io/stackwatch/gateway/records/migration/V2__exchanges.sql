-- Requests to loggers (反控). One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC; waits: milliseconds.

-- What the events of an exchange come to; the events are the record. content: name=value joined by semicolons, secrets
-- masked. packet: the bytes that are sent, hexadecimal, from the first sending on; empty where they hold a secret.
CREATE TABLE exchange (
  id             BIGINT  NOT NULL PRIMARY KEY,
  station        TEXT    NOT NULL,
  qn             TEXT    NOT NULL,
  system_code    TEXT    NOT NULL,
  command        INTEGER NOT NULL,
  content        TEXT    NOT NULL,
  ordered_by     TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  priority       TEXT    NOT NULL,
  edition        TEXT    NOT NULL,
  pattern        TEXT    NOT NULL,
  two_people     INTEGER NOT NULL,
  patience       BIGINT  NOT NULL,
  answer_within  BIGINT  NOT NULL,
  resends        INTEGER NOT NULL,
  result_within  BIGINT  NOT NULL,
  longest        BIGINT  NOT NULL,
  state          TEXT    NOT NULL,
  ordered_at     BIGINT  NOT NULL,
  expires_at     BIGINT  NOT NULL,
  attempts       INTEGER NOT NULL,
  sent_at        BIGINT,
  due_at         BIGINT,
  data_frames    INTEGER NOT NULL,
  answer_code    INTEGER,
  result_code    INTEGER,
  deviations     TEXT    NOT NULL,
  ended_at       BIGINT,
  version        INTEGER NOT NULL,
  packet         TEXT,
  UNIQUE (station, qn)
);
CREATE INDEX exchange_open ON exchange (station, id) WHERE ended_at IS NULL;
CREATE INDEX exchange_due ON exchange (due_at, id) WHERE ended_at IS NULL;
CREATE INDEX exchange_by_station ON exchange (station, id);

-- The audit trail; number counts from 1 within an exchange. frame: sequence number of the journal.
CREATE TABLE exchange_event (
  exchange  BIGINT  NOT NULL REFERENCES exchange (id),
  number    INTEGER NOT NULL,
  kind      TEXT    NOT NULL,
  at        BIGINT  NOT NULL,
  actor     TEXT    NOT NULL,
  note      TEXT    NOT NULL,
  code      INTEGER,
  sure      INTEGER NOT NULL,
  other_qn  INTEGER NOT NULL,
  deviation TEXT,
  frame     BIGINT,
  PRIMARY KEY (exchange, number)
);

-- What loggers' clocks showed: both clocks, and what neither the way nor the cut-off second explains.
CREATE TABLE station_clock (
  station     TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  system_time TEXT   NOT NULL,
  drift       BIGINT NOT NULL,
  exchange    BIGINT NOT NULL REFERENCES exchange (id),
  frame       BIGINT NOT NULL,
  PRIMARY KEY (station, at)
);

-- When a station's clock is looked at next.
CREATE TABLE clock_check (
  station TEXT   NOT NULL PRIMARY KEY,
  next_at BIGINT NOT NULL
);
