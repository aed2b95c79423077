-- One text for SQLite and PostgreSQL. Instants: epoch milliseconds, UTC. Hours: by their start. Days: as 2026-11-07, legal time.

-- The code under which the same place was known before (371523 before 371503).
ALTER TABLE region ADD COLUMN predecessor TEXT;
