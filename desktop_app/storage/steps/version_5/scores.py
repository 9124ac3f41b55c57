"""Decisions between units with equal scores."""

STATEMENTS = """
CREATE TABLE "tie_decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);
CREATE INDEX "tie_decision_period_id" ON "tie_decision" ("period_id");
CREATE TABLE "tie_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT,
    "votes" INTEGER,
    "place" INTEGER,
    FOREIGN KEY ("owner_id") REFERENCES "tie_decision" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE INDEX "tie_entry_owner_id" ON "tie_entry" ("owner_id");
CREATE INDEX "tie_entry_unit_id" ON "tie_entry" ("unit_id")
"""
