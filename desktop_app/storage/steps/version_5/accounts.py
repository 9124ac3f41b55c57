"""The people who work with the file."""

STATEMENTS = """
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "is_active" INTEGER NOT NULL,
    "note" TEXT NOT NULL
);
CREATE TABLE "account_secret" (
    "account" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "failed" INTEGER NOT NULL,
    "failed_at" TEXT NOT NULL
)
"""
