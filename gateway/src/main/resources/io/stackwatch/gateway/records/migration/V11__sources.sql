-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Days: ISO. Decimals: text.

-- OPC UA servers of plants. secret: a reference such as env:NAME or file:PATH, never the password ------------------------

CREATE TABLE opcua_source (
  id             TEXT    NOT NULL,
  endpoint       TEXT    NOT NULL,
  policy         TEXT    NOT NULL,
  mode           TEXT    NOT NULL,
  login          TEXT    NOT NULL,
  login_name     TEXT    NOT NULL,
  secret         TEXT    NOT NULL,
  publishing_ms  BIGINT  NOT NULL,
  sampling_ms    BIGINT  NOT NULL,
  queue_size     INTEGER NOT NULL,
  keep_alive     INTEGER NOT NULL,
  lifetime       INTEGER NOT NULL,
  history        INTEGER NOT NULL,
  valid_from     BIGINT  NOT NULL,
  valid_until    BIGINT,
  PRIMARY KEY (id, valid_from)
);

-- What their nodes are. sheet_row: line of the sheet that the row came from last -----------------------------------------

CREATE TABLE opcua_node (
  source         TEXT    NOT NULL,
  node           TEXT    NOT NULL,
  outlet         TEXT    NOT NULL,
  factor         TEXT    NOT NULL,
  unit           TEXT    NOT NULL,
  scale          TEXT    NOT NULL,
  add_offset     TEXT    NOT NULL,
  statuses       TEXT    NOT NULL,
  deadband       TEXT    NOT NULL,
  sampling_ms    BIGINT,
  expected_s     BIGINT  NOT NULL,
  sheet_row      BIGINT  NOT NULL,
  valid_from     BIGINT  NOT NULL,
  valid_until    BIGINT,
  PRIMARY KEY (source, node, outlet, factor, valid_from)
);

CREATE TABLE opcua_status (
  profile        TEXT    NOT NULL,
  status         TEXT    NOT NULL,
  flag           TEXT    NOT NULL,
  PRIMARY KEY (profile, status)
);

-- What officers decided about certificates; only ever added --------------------------------------------------------------

CREATE TABLE opcua_trust_act (
  number         BIGINT  NOT NULL PRIMARY KEY,
  thumbprint     TEXT    NOT NULL,
  kind           TEXT    NOT NULL,
  at             BIGINT  NOT NULL,
  actor          TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  detail         TEXT    NOT NULL
);

-- The city's list of boilers ---------------------------------------------------------------------------------------------

CREATE TABLE boiler (
  id                 TEXT   NOT NULL,
  enterprise         TEXT   NOT NULL,
  name               TEXT   NOT NULL,
  evaporation_t_h    TEXT   NOT NULL,
  fuel               TEXT   NOT NULL,
  outlet             TEXT,
  fate               TEXT   NOT NULL,
  document           TEXT   NOT NULL,
  ultra_low_on       TEXT,
  networked_on       TEXT,
  removal_evidence   TEXT,
  mark               TEXT   NOT NULL,
  valid_from         BIGINT NOT NULL,
  valid_until        BIGINT,
  PRIMARY KEY (id, valid_from)
);
