"""The cluster's rules of voting, and rounds of voting."""

STATEMENTS = """
ALTER TABLE "period" ADD COLUMN "vote_base" TEXT NOT NULL DEFAULT 'thanh_vien';
ALTER TABLE "period" ADD COLUMN "vote_threshold" TEXT NOT NULL DEFAULT '50';
ALTER TABLE "period" ADD COLUMN "vote_more_than" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "period" ADD COLUMN "vote_quorum" TEXT;
ALTER TABLE "period" ADD COLUMN "vote_self" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "period" ADD COLUMN "vote_ties" TEXT NOT NULL DEFAULT 'vong_2';
CREATE TABLE "ballot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "award_id" TEXT,
    "number" INTEGER NOT NULL,
    "is_secret" INTEGER NOT NULL,
    "seats" INTEGER,
    "base" TEXT NOT NULL,
    "threshold" TEXT NOT NULL,
    "is_more_than" INTEGER NOT NULL,
    "quorum" TEXT,
    "self_vote" INTEGER NOT NULL,
    "tie_way" TEXT NOT NULL,
    "members" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "taken_at" TEXT,
    "issued" INTEGER,
    "returned" INTEGER,
    "valid" INTEGER,
    "invalid" INTEGER,
    "returned2" INTEGER,
    "valid2" INTEGER,
    "invalid2" INTEGER,
    "counter" TEXT NOT NULL,
    "counter2" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("award_id") REFERENCES "award" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ballot_period_id" ON "ballot" ("period_id");
CREATE INDEX "ballot_meeting_id" ON "ballot" ("meeting_id");
CREATE INDEX "ballot_award_id" ON "ballot" ("award_id");
CREATE TABLE "candidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "score" TEXT,
    "place" INTEGER,
    "agreed" INTEGER,
    "against" INTEGER,
    "agreed2" INTEGER,
    "against2" INTEGER,
    FOREIGN KEY ("owner_id") REFERENCES "ballot" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE INDEX "candidate_owner_id" ON "candidate" ("owner_id");
CREATE INDEX "candidate_unit_id" ON "candidate" ("unit_id");
CREATE INDEX "candidate_person_id" ON "candidate" ("person_id");
CREATE TABLE "counting_member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "unit_id" TEXT,
    "role" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "ballot" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE INDEX "counting_member_owner_id" ON "counting_member" ("owner_id");
CREATE INDEX "counting_member_person_id" ON "counting_member" ("person_id");
CREATE INDEX "counting_member_unit_id" ON "counting_member" ("unit_id")
"""
