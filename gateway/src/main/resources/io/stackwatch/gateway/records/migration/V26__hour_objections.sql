-- Which hours of which factors an objection is to, so that it is seen at the hour. Only ever added to; the answer stays in case_objection_answer.

CREATE TABLE hour_objection (
  objection  BIGINT NOT NULL,
  outlet     TEXT   NOT NULL,
  factor     TEXT   NOT NULL,
  hour_start BIGINT NOT NULL,
  PRIMARY KEY (objection, factor)
);
CREATE INDEX hour_objection_hour ON hour_objection (outlet, hour_start, factor);

INSERT INTO hour_objection (objection, outlet, factor, hour_start)
SELECT o.number, f.outlet, f.factor, o.hour_start FROM case_objection o JOIN case_file f ON f.id = o.file
WHERE f.outlet IS NOT NULL AND f.factor IS NOT NULL;
