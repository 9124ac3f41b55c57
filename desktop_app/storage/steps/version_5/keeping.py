"""Notes, parts of records that files belong to, and the seals of the history."""

STATEMENTS = """
ALTER TABLE "compact" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "compact_annex" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "attachment" ADD COLUMN "part" TEXT NOT NULL DEFAULT '';
ALTER TABLE "history" ADD COLUMN "seal" TEXT NOT NULL DEFAULT '';
ALTER TABLE "minutes_version" ADD COLUMN "log_head" TEXT NOT NULL DEFAULT ''
"""
