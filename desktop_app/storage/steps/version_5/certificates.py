"""Designs of certificates, and the book of pre-printed sheets."""

STATEMENTS = """
CREATE TABLE "certificate_template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "award_id" TEXT,
    "width" TEXT NOT NULL,
    "height" TEXT NOT NULL,
    "art" TEXT NOT NULL,
    "prints_picture" INTEGER NOT NULL,
    "place_in_list" INTEGER NOT NULL,
    FOREIGN KEY ("award_id") REFERENCES "award" ("id") ON DELETE RESTRICT
);
CREATE INDEX "certificate_template_award_id" ON "certificate_template" ("award_id");
CREATE TABLE "template_field" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "datum" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "x" TEXT NOT NULL,
    "y" TEXT NOT NULL,
    "width" TEXT NOT NULL,
    "height" TEXT NOT NULL,
    "face" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "min_size" TEXT NOT NULL,
    "max_lines" INTEGER NOT NULL,
    "line_spacing" TEXT NOT NULL,
    "fit" TEXT NOT NULL,
    "align" TEXT NOT NULL,
    "ink" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "bold" INTEGER NOT NULL,
    "italic" INTEGER NOT NULL,
    "is_middle" INTEGER NOT NULL,
    "is_preprinted" INTEGER NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "certificate_template" ("id") ON DELETE CASCADE
);
CREATE INDEX "template_field_owner_id" ON "template_field" ("owner_id");
CREATE TABLE "blank_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "day" TEXT,
    "action" TEXT NOT NULL,
    "blank" TEXT NOT NULL,
    "count" INTEGER,
    "serials" TEXT NOT NULL,
    "decision_id" TEXT,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT
);
CREATE INDEX "blank_entry_period_id" ON "blank_entry" ("period_id");
CREATE INDEX "blank_entry_decision_id" ON "blank_entry" ("decision_id");
CREATE TABLE "printed_sheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "is_spoiled" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "blank_entry" ("id") ON DELETE CASCADE
);
CREATE INDEX "printed_sheet_owner_id" ON "printed_sheet" ("owner_id");
CREATE TABLE "waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "warning" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "blank_entry" ("id") ON DELETE CASCADE
);
CREATE INDEX "waiver_owner_id" ON "waiver" ("owner_id");
ALTER TABLE "cluster" ADD COLUMN "numbers_once" INTEGER NOT NULL DEFAULT 0
"""
