-- What set a timer: the trace goes on with the event that the timer becomes.
ALTER TABLE timer ADD COLUMN traceparent text;

INSERT INTO tally_mark VALUES ('delivery', now());
