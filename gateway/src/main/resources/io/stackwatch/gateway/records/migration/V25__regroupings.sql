-- What an act carries by which hours go from one case file to another; null in every other act.
ALTER TABLE case_act ADD COLUMN other_file TEXT;
ALTER TABLE case_act ADD COLUMN moved_hours TEXT;
ALTER TABLE case_act ADD COLUMN begun BIGINT;
ALTER TABLE case_act ADD COLUMN ended BIGINT;
ALTER TABLE case_act ADD COLUMN hands TEXT;
