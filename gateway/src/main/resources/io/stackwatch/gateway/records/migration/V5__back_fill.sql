-- How an hour came, which hours were missing, and what was asked of loggers because of that.

ALTER TABLE hour_report ADD COLUMN delivery TEXT NOT NULL DEFAULT 'PROMPT';

-- Opened by the receipt of the hour, closed by its first report; never deleted.
CREATE TABLE missing_hour (
  outlet        TEXT   NOT NULL,
  hour_start    BIGINT NOT NULL,
  factor        TEXT   NOT NULL,
  missing_since BIGINT NOT NULL,
  received_at   BIGINT,
  delivery      TEXT,
  PRIMARY KEY (outlet, hour_start, factor)
);
CREATE INDEX missing_hour_open ON missing_hour (outlet, hour_start) WHERE received_at IS NULL;

-- first_hour, last_hour: both inclusive. wanted: hours in between that were missing; came: of them, what has come since.
CREATE TABLE gap_request (
  exchange   TEXT    NOT NULL PRIMARY KEY,
  station    TEXT    NOT NULL,
  outlet     TEXT    NOT NULL,
  command    INTEGER NOT NULL,
  first_hour BIGINT  NOT NULL,
  last_hour  BIGINT  NOT NULL,
  wanted     INTEGER NOT NULL,
  asked_at   BIGINT  NOT NULL,
  outcome    TEXT,
  words      TEXT,
  came       INTEGER,
  ended_at   BIGINT
);
CREATE INDEX gap_request_by_outlet ON gap_request (outlet, last_hour);
CREATE INDEX gap_request_by_station ON gap_request (station, asked_at);
CREATE INDEX gap_request_open ON gap_request (asked_at) WHERE ended_at IS NULL;
