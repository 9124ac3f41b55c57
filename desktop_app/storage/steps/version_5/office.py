"""Word templates of the office."""

STATEMENTS = """
CREATE TABLE "office_template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_on" TEXT,
    "added_by" TEXT NOT NULL
)
"""
