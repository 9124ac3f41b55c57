"""Grounds of decisions, dossiers, conditions, restrictions, quotas, money and the fund."""

STATEMENTS = """
ALTER TABLE "decision" ADD COLUMN "grounds" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "nomination" ADD COLUMN "report" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "grant_" ADD COLUMN "presented_to" TEXT NOT NULL DEFAULT '';
ALTER TABLE "grant_" ADD COLUMN "ended_on" TEXT;
ALTER TABLE "grant_" ADD COLUMN "ended_by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "grant_" ADD COLUMN "ended_because" TEXT NOT NULL DEFAULT '';
CREATE TABLE "nomination_step" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "day" TEXT,
    "who" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "is_back" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "nomination" ("id") ON DELETE CASCADE
);
CREATE INDEX "nomination_step_owner_id" ON "nomination_step" ("owner_id");
CREATE TABLE "dossier_paper" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "received_on" TEXT,
    "waived" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "nomination" ("id") ON DELETE CASCADE
);
CREATE INDEX "dossier_paper_owner_id" ON "dossier_paper" ("owner_id");
ALTER TABLE "award" ADD COLUMN "physical_item" TEXT NOT NULL DEFAULT '';
ALTER TABLE "award" ADD COLUMN "dossier_papers" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "award" ADD COLUMN "vote_threshold" TEXT;
ALTER TABLE "award" ADD COLUMN "vote_base" TEXT;
ALTER TABLE "award" ADD COLUMN "quota_note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nomination" ADD COLUMN "restriction_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nomination" ADD COLUMN "quota_reason" TEXT NOT NULL DEFAULT '';
CREATE TABLE "award_condition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "codes" TEXT NOT NULL,
    "count" TEXT,
    "years" INTEGER,
    "paper" TEXT NOT NULL,
    "for_whom" TEXT NOT NULL,
    "either" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "valid_from" TEXT,
    "valid_until" TEXT,
    "verified" INTEGER NOT NULL,
    "verified_until" TEXT,
    FOREIGN KEY ("owner_id") REFERENCES "award" ("id") ON DELETE CASCADE
);
CREATE INDEX "award_condition_owner_id" ON "award_condition" ("owner_id");
CREATE TABLE "attestation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "is_met" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "nomination" ("id") ON DELETE CASCADE
);
CREATE INDEX "attestation_owner_id" ON "attestation" ("owner_id");
CREATE TABLE "restriction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "unit_id" TEXT,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "since" TEXT,
    "until" TEXT,
    "document" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE INDEX "restriction_unit_id" ON "restriction" ("unit_id");
CREATE INDEX "restriction_person_id" ON "restriction" ("person_id");
CREATE TABLE "award_quota" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "award_id" TEXT,
    "seats" INTEGER,
    "basis" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("award_id") REFERENCES "award" ("id") ON DELETE RESTRICT
);
CREATE INDEX "award_quota_period_id" ON "award_quota" ("period_id");
CREATE INDEX "award_quota_award_id" ON "award_quota" ("award_id");
CREATE TABLE "base_salary" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "since" TEXT,
    "amount" INTEGER,
    "source" TEXT NOT NULL,
    "verified" INTEGER NOT NULL
);
CREATE TABLE "fund_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "day" TEXT,
    "way" TEXT NOT NULL,
    "amount" TEXT,
    "purpose" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "decision_id" TEXT,
    "grant" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT
);
CREATE INDEX "fund_entry_period_id" ON "fund_entry" ("period_id");
CREATE INDEX "fund_entry_decision_id" ON "fund_entry" ("decision_id")
"""
