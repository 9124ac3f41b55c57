"""What version 5 of the data file has and version 4 lacks."""

from __future__ import annotations

_VOTING_RULES = """
ALTER TABLE "period" ADD COLUMN "vote_base" TEXT NOT NULL DEFAULT 'thanh_vien';
ALTER TABLE "period" ADD COLUMN "vote_threshold" TEXT NOT NULL DEFAULT '50';
ALTER TABLE "period" ADD COLUMN "vote_more_than" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "period" ADD COLUMN "vote_quorum" TEXT;
ALTER TABLE "period" ADD COLUMN "vote_self" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "period" ADD COLUMN "vote_ties" TEXT NOT NULL DEFAULT 'vong_2'
"""

_BALLOTS = """
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

_MEETINGS = """
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

_COMPACTS = """
ALTER TABLE "compact" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "compact_annex" ADD COLUMN "note" TEXT NOT NULL DEFAULT ''
"""

_ATTACHMENTS = """
ALTER TABLE "attachment" ADD COLUMN "part" TEXT NOT NULL DEFAULT ''
"""

_TIES = """
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

_REPORTS = """
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

_CERTIFICATES = """
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

_HISTORY = """
ALTER TABLE "history" ADD COLUMN "seal" TEXT NOT NULL DEFAULT '';
ALTER TABLE "minutes_version" ADD COLUMN "log_head" TEXT NOT NULL DEFAULT ''
"""

_DECISIONS = """
ALTER TABLE "decision" ADD COLUMN "grounds" TEXT NOT NULL DEFAULT '[]'
"""

_DOSSIERS = """
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
CREATE INDEX "dossier_paper_owner_id" ON "dossier_paper" ("owner_id")
"""

_COMMENDATIONS = """
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

_SUBJECTS = (
    _VOTING_RULES,
    _BALLOTS,
    _MEETINGS,
    _COMPACTS,
    _ATTACHMENTS,
    _TIES,
    _REPORTS,
    _CERTIFICATES,
    _HISTORY,
    _DECISIONS,
    _DOSSIERS,
    _COMMENDATIONS,
)

STATEMENTS = tuple(statement for subject in _SUBJECTS for statement in subject.strip().split(";\n"))
