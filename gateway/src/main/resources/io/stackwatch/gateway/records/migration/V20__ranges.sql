-- What instruments can measure, as officers have registered it. least: NULL where none is stated; both decimals in the unit.
CREATE TABLE measuring_range (
  outlet      TEXT   NOT NULL,
  factor      TEXT   NOT NULL,
  least       TEXT,
  most        TEXT   NOT NULL,
  unit        TEXT   NOT NULL,
  document    TEXT   NOT NULL,
  mark        TEXT   NOT NULL,
  valid_from  BIGINT NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (outlet, factor, valid_from)
);
