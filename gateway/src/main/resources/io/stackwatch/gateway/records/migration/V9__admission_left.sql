-- Frames of an admission that would not be accepted under the registration either: they stay in quarantine.
ALTER TABLE admission ADD COLUMN left_behind BIGINT NOT NULL DEFAULT 0;
