-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- What became of notices (decision record 0041). Rows are only added. QUEUED with an attempt: handed to the channel, whose answer waits.
CREATE TABLE notice_delivery (
  number    BIGINT  NOT NULL PRIMARY KEY,
  notice    TEXT    NOT NULL,
  channel   TEXT    NOT NULL,
  message   TEXT    NOT NULL,
  attempt   INTEGER NOT NULL,
  state     TEXT    NOT NULL,
  fault     TEXT    NOT NULL,
  reference TEXT    NOT NULL,
  at        BIGINT  NOT NULL
);
CREATE INDEX notice_delivery_by_notice ON notice_delivery (notice, number);
CREATE INDEX notice_delivery_by_time ON notice_delivery (at);

-- Notices that need no more: told, or given up as their last delivery says. Rows are only added.
CREATE TABLE notice_settled (
  notice TEXT   NOT NULL PRIMARY KEY,
  at     BIGINT NOT NULL
);

-- Every notice up to this number is settled; it says where a start begins to read.
CREATE TABLE notice_settled_place (
  name   TEXT   NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);
