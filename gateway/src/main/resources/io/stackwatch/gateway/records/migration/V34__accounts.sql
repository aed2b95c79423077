-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- Who can sign in with a password (decision record 0043); what he may do stands in person. barred_at: shut by an administrator until opened.
CREATE TABLE account (
  person      TEXT    NOT NULL PRIMARY KEY,
  hash        TEXT    NOT NULL,
  must_change INTEGER NOT NULL,
  made_at     BIGINT  NOT NULL,
  made_by     TEXT    NOT NULL,
  changed_at  BIGINT  NOT NULL,
  barred_at   BIGINT
);

-- Wrong passwords since the last right one; account is the SHA-256 of what was typed, for names that nobody has, too.
CREATE TABLE sign_in_failure (
  number  BIGINT NOT NULL PRIMARY KEY,
  account TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  address TEXT   NOT NULL
);
CREATE INDEX sign_in_failure_by_account ON sign_in_failure (account, at);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (at);

-- Sessions; the token itself is known to the browser alone. A session that ended is kept for a while and never opens again.
CREATE TABLE sign_in_session (
  token      TEXT   NOT NULL PRIMARY KEY,
  person     TEXT   NOT NULL,
  csrf       TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  idle       BIGINT NOT NULL,
  agent      TEXT   NOT NULL,
  address    TEXT   NOT NULL,
  ended_at   BIGINT,
  end_reason TEXT
);
CREATE INDEX sign_in_session_by_person ON sign_in_session (person) WHERE ended_at IS NULL;
CREATE INDEX sign_in_session_by_expiry ON sign_in_session (expires_at);
