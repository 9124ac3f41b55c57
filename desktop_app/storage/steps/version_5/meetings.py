"""Conferences: closed minutes, templates, seats and hours, sentences said by hand."""

STATEMENTS = """
ALTER TABLE "meeting" ADD COLUMN "state_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "agenda_item" ADD COLUMN "chair_words" TEXT NOT NULL DEFAULT '';
ALTER TABLE "agenda_item" ADD COLUMN "is_done" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "agenda_item" ADD COLUMN "carried_from" TEXT NOT NULL DEFAULT '';
ALTER TABLE "attendance" ADD COLUMN "seat" TEXT NOT NULL DEFAULT '';
ALTER TABLE "attendance" ADD COLUMN "arrived" TEXT;
ALTER TABLE "attendance" ADD COLUMN "left" TEXT;
ALTER TABLE "conclusion" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'moi';
ALTER TABLE "conclusion" ADD COLUMN "result" TEXT NOT NULL DEFAULT '';
ALTER TABLE "conclusion" ADD COLUMN "done_on" TEXT;
ALTER TABLE "conclusion" ADD COLUMN "is_confidential" INTEGER NOT NULL DEFAULT 0;
CREATE TABLE "draft" (
    "record" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "image" TEXT NOT NULL,
    "base" TEXT,
    "at" TEXT NOT NULL
);
CREATE TABLE "meeting_template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "meeting_name" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "guests" TEXT NOT NULL,
    "papers" TEXT NOT NULL,
    "place_in_list" INTEGER NOT NULL
);
CREATE TABLE "minutes_version" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "closed_at" TEXT,
    "who" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT
);
CREATE INDEX "minutes_version_period_id" ON "minutes_version" ("period_id");
CREATE INDEX "minutes_version_meeting_id" ON "minutes_version" ("meeting_id");
CREATE TABLE "override" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);
CREATE INDEX "override_owner_id" ON "override" ("owner_id");
CREATE TABLE "template_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "presenter" TEXT NOT NULL,
    "minutes" INTEGER,
    "chair_words" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "meeting_template" ("id") ON DELETE CASCADE
);
CREATE INDEX "template_item_owner_id" ON "template_item" ("owner_id");
CREATE TABLE "text_block" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "meeting_template" ("id") ON DELETE CASCADE
);
CREATE INDEX "text_block_owner_id" ON "text_block" ("owner_id");
ALTER TABLE "vote" ADD COLUMN "members" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "vote" ADD COLUMN "taken_at" TEXT
"""
