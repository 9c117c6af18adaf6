-- A letter that somebody signs says so in its From, and is answered to them.

ALTER TABLE mail ADD COLUMN sender TEXT NOT NULL DEFAULT '';    -- a name; empty: the system's own mail
ALTER TABLE mail ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';  -- an address, or empty
