"""The reports of the half year and of the year."""

STATEMENTS = """
CREATE TABLE "year_report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "number" INTEGER,
    "date" TEXT,
    "addressees" TEXT NOT NULL,
    "receivers" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "weaknesses" TEXT NOT NULL,
    "tasks" TEXT NOT NULL,
    "proposals" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);
CREATE INDEX "year_report_period_id" ON "year_report" ("period_id")
"""
