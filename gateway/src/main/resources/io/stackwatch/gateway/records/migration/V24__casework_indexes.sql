-- One text for SQLite and PostgreSQL. Repeat offenders are looked for from the fines, of which there are fewer than files.

CREATE INDEX case_strand_decided ON case_strand (decided_on, file) WHERE decided_on IS NOT NULL;
