-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Months: ISO, in legal time.

-- An alarm is about an outlet, an enterprise or a division. Every alarm there is so far is about an outlet, and keeps its id.
ALTER TABLE alarm RENAME COLUMN outlet TO subject;
ALTER TABLE alarm ADD COLUMN subject_kind TEXT NOT NULL DEFAULT 'OUTLET';

-- What a rule said last, with its numbers; of the alarms so far what their events have kept.
ALTER TABLE alarm ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE alarm SET words = COALESCE(
  (SELECT e.note FROM alarm_event e WHERE e.alarm = alarm.id AND e.actor IS NULL AND e.note <> '' ORDER BY e.number DESC LIMIT 1),
  '')
WHERE cleared_why IS NULL OR cleared_why <> 'JOINED_TO_EARLIER';

CREATE INDEX alarm_by_type ON alarm (type, key_hour);

-- Whose rate of a month may have changed since its alarm was looked at; taken away when it was and nothing was added meanwhile.
CREATE TABLE dirty_rate (
  subject_kind TEXT   NOT NULL,
  subject      TEXT   NOT NULL,
  month        TEXT   NOT NULL,
  changes      BIGINT NOT NULL,
  PRIMARY KEY (subject_kind, subject, month)
);
