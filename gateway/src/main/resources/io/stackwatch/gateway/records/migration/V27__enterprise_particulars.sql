-- What documents say of an enterprise beside its name, by date; from a sheet.

CREATE TABLE enterprise_particulars (
  enterprise     TEXT   NOT NULL,
  credit_code    TEXT,
  address        TEXT,
  representative TEXT,
  valid_from     BIGINT NOT NULL,
  valid_until    BIGINT,
  PRIMARY KEY (enterprise, valid_from)
);
