-- The store itself: one row. The version is the number of the last script run.
CREATE TABLE store (
    version INTEGER NOT NULL,
    id      VARBINARY(16) NOT NULL,
    ledger  VARBINARY(200) NOT NULL
);

-- A token, by slot. Opaque columns are sealed; see TokenRow.
CREATE TABLE token (
    slot     BIGINT NOT NULL PRIMARY KEY,
    id       VARBINARY(16) NOT NULL,
    version  BIGINT NOT NULL,
    state    VARBINARY(4096) NOT NULL,
    so_pin   VARBINARY(200) NOT NULL,
    user_pin VARBINARY(200)
);

-- An object. Content of more than a mebibyte goes into a column of its own type: H2 keeps long
-- values apart from the row, which costs small ones dearly.
CREATE TABLE object (
    id         BIGINT NOT NULL PRIMARY KEY,
    slot       BIGINT NOT NULL,
    is_private BOOLEAN NOT NULL,
    version    BIGINT NOT NULL,
    content    VARBINARY(1048576),
    large      BLOB
);
