-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Lists: words separated by blanks.

-- How a station is encrypted, asked, and let in ---------------------------------------------------------------------

ALTER TABLE station ADD COLUMN encryption       TEXT    NOT NULL DEFAULT 'NONE';
ALTER TABLE station ADD COLUMN plaintext        TEXT    NOT NULL DEFAULT 'WARN';
ALTER TABLE station ADD COLUMN answer_within_s  INTEGER NOT NULL DEFAULT 10;
ALTER TABLE station ADD COLUMN resends          INTEGER NOT NULL DEFAULT 3;
ALTER TABLE station ADD COLUMN result_within_s  INTEGER NOT NULL DEFAULT 60;
ALTER TABLE station ADD COLUMN outstanding      INTEGER NOT NULL DEFAULT 1;
ALTER TABLE station ADD COLUMN refused_findings TEXT    NOT NULL DEFAULT '';
ALTER TABLE station ADD COLUMN peers            TEXT    NOT NULL DEFAULT '';

-- Keys, sealed under the master key that is not in this store; rows are added and retired, never changed or removed --

CREATE TABLE station_key (
  mn         TEXT    NOT NULL,
  key_id     INTEGER NOT NULL,
  sealed     TEXT    NOT NULL,
  created_at BIGINT  NOT NULL,
  valid_from BIGINT  NOT NULL,
  retired_at BIGINT,
  entered_by TEXT    NOT NULL,
  PRIMARY KEY (mn, key_id)
);

-- What officers did to stations; only ever added to ------------------------------------------------------------------

CREATE TABLE station_act (
  number   BIGINT NOT NULL PRIMARY KEY,
  mn       TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  actor    TEXT   NOT NULL,
  reason   TEXT   NOT NULL,
  detail   TEXT   NOT NULL
);
CREATE INDEX station_act_by_station ON station_act (mn, number);

-- How stations speak, folded from the journal by the cursor 'stations' -----------------------------------------------

-- heard: accepted frames; interval: the last minute label, from which the interval is reckoned.
CREATE TABLE station_heard (
  station         TEXT   NOT NULL PRIMARY KEY,
  first_at        BIGINT NOT NULL,
  first_sequence  BIGINT NOT NULL,
  last_at         BIGINT NOT NULL,
  last_sequence   BIGINT NOT NULL,
  times           BIGINT NOT NULL,
  minute_label    TEXT   NOT NULL
);

-- since: first of the present spell; a spell ends when it is not seen for a day in which the station spoke.
CREATE TABLE station_deviation (
  station        TEXT   NOT NULL,
  finding        TEXT   NOT NULL,
  first_at       BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  since_at       BIGINT NOT NULL,
  since_sequence BIGINT NOT NULL,
  last_at        BIGINT NOT NULL,
  last_sequence  BIGINT NOT NULL,
  times          BIGINT NOT NULL,
  PRIMARY KEY (station, finding)
);

-- candidate: another value that was seen lately, not often enough yet to be a change.
CREATE TABLE station_behaviour (
  station            TEXT    NOT NULL,
  aspect             TEXT    NOT NULL,
  value              TEXT    NOT NULL,
  since_at           BIGINT  NOT NULL,
  since_sequence     BIGINT  NOT NULL,
  candidate          TEXT    NOT NULL,
  candidate_at       BIGINT  NOT NULL,
  candidate_sequence BIGINT  NOT NULL,
  candidate_times    INTEGER NOT NULL,
  PRIMARY KEY (station, aspect)
);

CREATE TABLE station_change (
  station     TEXT   NOT NULL,
  aspect      TEXT   NOT NULL,
  sequence    BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  was         TEXT   NOT NULL,
  became      TEXT   NOT NULL,
  PRIMARY KEY (station, aspect, sequence)
);

-- Who is not let in --------------------------------------------------------------------------------------------------

-- id: sequence of the first frame. mn: as claimed, empty where the frame has none.
CREATE TABLE quarantine (
  id            BIGINT NOT NULL PRIMARY KEY,
  mn            TEXT   NOT NULL,
  host          TEXT   NOT NULL,
  reason        TEXT   NOT NULL,
  first_at      BIGINT NOT NULL,
  last_at       BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  last_peer     TEXT   NOT NULL,
  times         BIGINT NOT NULL,
  state         TEXT   NOT NULL,
  decided_at    BIGINT,
  admission     BIGINT
);
CREATE INDEX quarantine_by_key ON quarantine (mn, reason, host, id);
CREATE INDEX quarantine_by_host ON quarantine (host, state);
CREATE INDEX quarantine_by_state ON quarantine (state, id);

-- id: number of the act. hosts: from which the frames are taken. place: last quarantined record that was dealt with; latest:
-- last one that is known to belong to it.
CREATE TABLE admission (
  id         BIGINT NOT NULL PRIMARY KEY,
  mn         TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  hosts      TEXT   NOT NULL,
  until_at   BIGINT NOT NULL,
  actor      TEXT   NOT NULL,
  place      BIGINT NOT NULL,
  latest     BIGINT NOT NULL,
  journaled  BIGINT NOT NULL,
  state      TEXT   NOT NULL
);
