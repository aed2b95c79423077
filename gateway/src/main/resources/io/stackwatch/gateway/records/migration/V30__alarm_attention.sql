-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC.

-- Whose business an alarm is, and why it does not ask for attention. Alarms so far are nobody's and ask.
ALTER TABLE alarm ADD COLUMN assigned_to TEXT;
ALTER TABLE alarm ADD COLUMN assigned_by TEXT;
ALTER TABLE alarm ADD COLUMN assigned_at BIGINT;
ALTER TABLE alarm ADD COLUMN assign_note TEXT;
ALTER TABLE alarm ADD COLUMN aside_by TEXT;
ALTER TABLE alarm ADD COLUMN aside_at BIGINT;
ALTER TABLE alarm ADD COLUMN aside_why TEXT;
ALTER TABLE alarm ADD COLUMN aside_until BIGINT;
ALTER TABLE alarm ADD COLUMN aside_cause TEXT;
CREATE INDEX alarm_aside_until ON alarm (aside_until) WHERE aside_until IS NOT NULL;
CREATE INDEX alarm_aside_cause ON alarm (id) WHERE aside_cause IS NOT NULL;

-- until_at: when what began ends by itself. about: who it was assigned to, or what explains it.
ALTER TABLE alarm_event ADD COLUMN until_at BIGINT;
ALTER TABLE alarm_event ADD COLUMN about TEXT;
