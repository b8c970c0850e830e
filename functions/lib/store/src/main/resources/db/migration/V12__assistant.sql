-- How many tokens of a model a person used on a day of UTC; a row for each of the last days.
CREATE TABLE model_use (
  user_id uuid   NOT NULL REFERENCES account ON DELETE CASCADE,
  day     date   NOT NULL,
  tokens  bigint NOT NULL,
  PRIMARY KEY (user_id, day)
);
