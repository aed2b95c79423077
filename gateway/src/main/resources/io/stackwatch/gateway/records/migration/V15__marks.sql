-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Rows are only ever added, but for life_sign.

-- Marks (标记) of enterprises -------------------------------------------------------------------------------------------

CREATE TABLE mark (
  number      BIGINT  NOT NULL PRIMARY KEY,
  outlet      TEXT    NOT NULL
);
CREATE INDEX mark_outlet ON mark (outlet, number);

-- What was filed; kind and span are empty in a version that withdraws the mark. factors: codes separated by blanks.
CREATE TABLE mark_version (
  mark        BIGINT  NOT NULL,
  version     INTEGER NOT NULL,
  kind        TEXT,
  from_at     BIGINT,
  until_at    BIGINT,
  factors     TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  filed_at    BIGINT  NOT NULL,
  filed_by    TEXT    NOT NULL,
  explanation TEXT    NOT NULL,
  PRIMARY KEY (mark, version)
);
CREATE INDEX mark_version_until ON mark_version (until_at);

CREATE TABLE mark_proof (
  mark        BIGINT  NOT NULL,
  version     INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  sha256      TEXT    NOT NULL,
  bytes       BIGINT  NOT NULL,
  PRIMARY KEY (mark, version, number)
);

CREATE TABLE mark_act (
  number      BIGINT  NOT NULL PRIMARY KEY,
  mark        BIGINT  NOT NULL,
  version     INTEGER NOT NULL,
  event       TEXT    NOT NULL,
  at          BIGINT  NOT NULL,
  actor       TEXT    NOT NULL,
  reason      TEXT    NOT NULL
);
CREATE INDEX mark_act_mark ON mark_act (mark, version, number);

-- What an officer should look at ----------------------------------------------------------------------------------------

CREATE TABLE mark_finding (
  number      BIGINT  NOT NULL PRIMARY KEY,
  kind        TEXT    NOT NULL,
  mark        BIGINT  NOT NULL,
  version     INTEGER NOT NULL,
  outlet      TEXT    NOT NULL,
  hour_start  BIGINT,
  factor      TEXT,
  at          BIGINT  NOT NULL,
  detail      TEXT    NOT NULL
);
CREATE INDEX mark_finding_outlet ON mark_finding (outlet, number);

-- Exemptions by officers. outlet empty: the whole city -----------------------------------------------------------------

CREATE TABLE exemption (
  number      BIGINT  NOT NULL PRIMARY KEY,
  outlet      TEXT,
  kind        TEXT    NOT NULL,
  from_at     BIGINT  NOT NULL,
  until_at    BIGINT  NOT NULL,
  document    TEXT    NOT NULL,
  at          BIGINT  NOT NULL,
  actor       TEXT    NOT NULL,
  reason      TEXT    NOT NULL
);

CREATE TABLE exemption_revocation (
  exemption   BIGINT  NOT NULL PRIMARY KEY,
  at          BIGINT  NOT NULL,
  actor       TEXT    NOT NULL,
  reason      TEXT    NOT NULL
);

-- Times in which our own intake was down, and the sign of life from which they are known --------------------------------

CREATE TABLE own_outage (
  number      BIGINT  NOT NULL PRIMARY KEY,
  from_at     BIGINT  NOT NULL,
  until_at    BIGINT  NOT NULL,
  cause       TEXT    NOT NULL,
  recorded_at BIGINT  NOT NULL
);
CREATE INDEX own_outage_until ON own_outage (until_at);

CREATE TABLE life_sign (
  name        TEXT    NOT NULL PRIMARY KEY,
  at          BIGINT  NOT NULL
);
