-- What is on its way to upper platforms (decision record 0023). One text for SQLite and PostgreSQL.

-- A frame that is not done for a target. What is done is counted in relay_hour and leaves.
CREATE TABLE relay_item (
  target     TEXT    NOT NULL,
  sequence   BIGINT  NOT NULL,
  station    TEXT    NOT NULL,
  arrived_at BIGINT  NOT NULL,
  lane       TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  attempts   INTEGER NOT NULL,
  rounds     INTEGER NOT NULL,
  next_at    BIGINT  NOT NULL,
  sent_at    BIGINT,
  PRIMARY KEY (target, sequence)
);
CREATE INDEX relay_item_by_turn ON relay_item (target, next_at, sequence);

-- By station and hour of arrival. Outstanding is due + again - receipted - written - refused - given_up.
CREATE TABLE relay_hour (
  target               TEXT   NOT NULL,
  hour_start           BIGINT NOT NULL,
  station              TEXT   NOT NULL,
  due                  BIGINT NOT NULL,
  again                BIGINT NOT NULL,
  sent                 BIGINT NOT NULL,
  receipted            BIGINT NOT NULL,
  written              BIGINT NOT NULL,
  refused              BIGINT NOT NULL,
  given_up             BIGINT NOT NULL,
  reported_outstanding BIGINT,
  PRIMARY KEY (target, hour_start, station)
);

-- Why frames could not be sent.
CREATE TABLE relay_refusal (
  target         TEXT   NOT NULL,
  station        TEXT   NOT NULL,
  reason         TEXT   NOT NULL,
  times          BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence  BIGINT NOT NULL,
  PRIMARY KEY (target, station, reason)
);

-- The reconciliation of a day as it stood in the night behind it.
CREATE TABLE relay_report (
  target      TEXT   NOT NULL,
  day         TEXT   NOT NULL,
  taken_at    BIGINT NOT NULL,
  due         BIGINT NOT NULL,
  again       BIGINT NOT NULL,
  sent        BIGINT NOT NULL,
  receipted   BIGINT NOT NULL,
  written     BIGINT NOT NULL,
  refused     BIGINT NOT NULL,
  given_up    BIGINT NOT NULL,
  outstanding BIGINT NOT NULL,
  PRIMARY KEY (target, day)
);

-- Who had what sent again, and why. Rows are only added.
CREATE TABLE relay_act (
  number     BIGINT NOT NULL PRIMARY KEY,
  target     TEXT   NOT NULL,
  at         BIGINT NOT NULL,
  actor      TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  from_at    BIGINT NOT NULL,
  until_at   BIGINT NOT NULL,
  first_seq  BIGINT NOT NULL,
  last_seq   BIGINT NOT NULL
);

CREATE TABLE relay_act_place (
  act      BIGINT NOT NULL PRIMARY KEY REFERENCES relay_act (number),
  position BIGINT NOT NULL,
  entered  BIGINT NOT NULL,
  done_at  BIGINT
);

-- What platforms asked of stations (反控), and what came of it. Rows are only added; ask is the number of the first one.
CREATE TABLE relay_downlink (
  number  BIGINT  NOT NULL PRIMARY KEY,
  ask     BIGINT  NOT NULL,
  target  TEXT    NOT NULL,
  station TEXT    NOT NULL,
  command INTEGER NOT NULL,
  qn      TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  at      BIGINT  NOT NULL,
  detail  TEXT    NOT NULL
);
CREATE INDEX relay_downlink_by_ask ON relay_downlink (ask, number);
CREATE INDEX relay_downlink_by_target ON relay_downlink (target, number);
CREATE INDEX relay_downlink_by_time ON relay_downlink (at);
