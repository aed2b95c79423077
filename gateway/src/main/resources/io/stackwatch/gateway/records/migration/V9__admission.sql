-- Frames of an admission that would not be accepted under the registration either: they stay in quarantine.
ALTER TABLE admission ADD COLUMN left_behind BIGINT NOT NULL DEFAULT 0;

-- When the bytes of a report first came, where they were let in later; NULL: when it was known.
ALTER TABLE hour_report ADD COLUMN heard_at BIGINT;
