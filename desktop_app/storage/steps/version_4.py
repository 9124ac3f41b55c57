"""The tables and columns that version 4 of the data file has and version 3 lacks."""

STATEMENTS = """
CREATE TABLE "activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "day" TEXT,
    "place" TEXT NOT NULL,
    "host_id" TEXT,
    "content" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("host_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "compact_annex" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "compact_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "signed_on" TEXT,
    "place" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("compact_id") REFERENCES "compact" ("id") ON DELETE RESTRICT
);
CREATE TABLE "annex_signature" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_rank" TEXT NOT NULL,
    "signer_post" TEXT NOT NULL,
    "signed_on" TEXT,
    FOREIGN KEY ("owner_id") REFERENCES "compact_annex" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "launched_by" TEXT NOT NULL,
    "launched_on" TEXT,
    "launch_place" TEXT NOT NULL,
    "speaker_id" TEXT,
    "since" TEXT,
    "until" TEXT,
    "goal" TEXT NOT NULL,
    "launch_text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "report_number" INTEGER,
    "report_date" TEXT,
    "report_text" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("speaker_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "campaign_phase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" TEXT,
    "until" TEXT,
    "content" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "campaign" ("id") ON DELETE CASCADE
);
CREATE TABLE "campaign_unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "is_pilot" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "campaign" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "consultation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "compact_id" TEXT NOT NULL,
    "number" INTEGER,
    "date" TEXT,
    "due" TEXT,
    "body" TEXT NOT NULL,
    "receivers" TEXT NOT NULL,
    "signer_id" TEXT,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("compact_id") REFERENCES "compact" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("signer_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "replied_on" TEXT,
    "answer" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "consultation" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "contribution" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "amount" TEXT,
    "other" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "activity" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "criteria_set" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "grounds" TEXT NOT NULL,
    "adopted_on" TEXT,
    "state" TEXT NOT NULL,
    "rounding_places" INTEGER NOT NULL,
    "final_rule" TEXT NOT NULL,
    "lead_reviewer" TEXT NOT NULL,
    "ranked_by" TEXT NOT NULL,
    "knock_out_bars" TEXT NOT NULL,
    "tie_rules" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);
CREATE TABLE "criterion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parent" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "max_points" TEXT,
    "unit_of_measure" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "target_share" TEXT NOT NULL,
    "unit_points" TEXT,
    "bonus_points" TEXT NOT NULL,
    "penalty_points" TEXT NOT NULL,
    "min_points" TEXT NOT NULL,
    "bands" TEXT NOT NULL,
    "knock_out" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "criteria_set" ("id") ON DELETE CASCADE
);
CREATE TABLE "direct_duties" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER,
    "arrival" INTEGER,
    "symbol" TEXT NOT NULL,
    "day" TEXT,
    "received_on" TEXT,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "signer_name" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);
CREATE TABLE "duty_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "done_on" TEXT,
    "person_id" TEXT,
    "paper" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "direct_duties" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "exemplar" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "unit_id" TEXT,
    "person_id" TEXT,
    "achievement" TEXT NOT NULL,
    "is_stopped" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "inspection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "criteria_id" TEXT,
    "kind" TEXT NOT NULL,
    "team_name" TEXT NOT NULL,
    "leader_unit_id" TEXT,
    "unit_id" TEXT,
    "day" TEXT,
    "conclusion" TEXT NOT NULL,
    "recommendations" TEXT NOT NULL,
    "follow_up" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("criteria_id") REFERENCES "criteria_set" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("leader_unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "points_effect" TEXT,
    "mended_on" TEXT,
    FOREIGN KEY ("owner_id") REFERENCES "inspection" ("id") ON DELETE CASCADE
);
CREATE TABLE "handover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "giver_id" TEXT,
    "receiver_id" TEXT,
    "giver_person_id" TEXT,
    "receiver_person_id" TEXT,
    "witness" TEXT NOT NULL,
    "day" TEXT,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "unfinished" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("giver_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("receiver_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("giver_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("receiver_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "handover_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER,
    "measure" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "handover" ("id") ON DELETE CASCADE
);
CREATE TABLE "linked_award" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "award_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "exemplar" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("award_id") REFERENCES "award" ("id") ON DELETE RESTRICT
);
CREATE TABLE "mirror" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "compact_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("compact_id") REFERENCES "compact" ("id") ON DELETE RESTRICT
);
CREATE TABLE "mirror_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "unit_id" TEXT,
    "mid_value" TEXT,
    "mid_result" TEXT NOT NULL,
    "end_value" TEXT,
    "end_result" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "mirror" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "year_plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);
CREATE TABLE "plan_step" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "starts" TEXT,
    "due" TEXT,
    "done_on" TEXT,
    "who" TEXT NOT NULL,
    "papers" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "year_plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "publicity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "day" TEXT,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "exemplar" ("id") ON DELETE CASCADE
);
CREATE TABLE "registration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "unit_id" TEXT,
    "sent_on" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "registration_line" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "award_id" TEXT,
    "kind" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "registration" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("award_id") REFERENCES "award" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "replication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT,
    "place" TEXT NOT NULL,
    "day" TEXT,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "exemplar" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "rotation_exception" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "day" TEXT,
    FOREIGN KEY ("owner_id") REFERENCES "cluster" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "score_sheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period_id" TEXT NOT NULL,
    "criteria_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("criteria_id") REFERENCES "criteria_set" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "score_line" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "actual" TEXT,
    "target" TEXT,
    "count" INTEGER,
    "passed" TEXT,
    "bonus_count" INTEGER,
    "penalty_count" INTEGER,
    "self_score" TEXT,
    "review1" TEXT,
    "reason1" TEXT NOT NULL,
    "reviewer1" TEXT NOT NULL,
    "reviewed1_on" TEXT,
    "explanation" TEXT NOT NULL,
    "review2" TEXT,
    "reason2" TEXT NOT NULL,
    "reviewer2" TEXT NOT NULL,
    "reviewed2_on" TEXT,
    "final_score" TEXT,
    "final_reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "score_sheet" ("id") ON DELETE CASCADE
);
CREATE TABLE "sheet_step" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "day" TEXT,
    "name" TEXT NOT NULL,
    "person_id" TEXT,
    "unit_id" TEXT,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "score_sheet" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "stage_reached" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "day" TEXT,
    "follower" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "exemplar" ("id") ON DELETE CASCADE
);
CREATE TABLE "target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "value" TEXT,
    "assigned" INTEGER NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "criteria_set" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "team_member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "unit_id" TEXT,
    "role" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "inspection" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "unit_target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "value" TEXT,
    "is_free" INTEGER NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "compact" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
ALTER TABLE "period" ADD COLUMN "registration_rule" TEXT NOT NULL DEFAULT 'nhac';
ALTER TABLE "period" ADD COLUMN "registration_due" TEXT;
ALTER TABLE "secretariat" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'du_thao';
ALTER TABLE "secretariat" ADD COLUMN "grounds" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "compact" ADD COLUMN "measures" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "compact" ADD COLUMN "responsibilities" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "compact_item" ADD COLUMN "direction" TEXT NOT NULL DEFAULT '';
ALTER TABLE "compact_item" ADD COLUMN "value" TEXT;
ALTER TABLE "compact_item" ADD COLUMN "measure" TEXT NOT NULL DEFAULT '';
CREATE INDEX "activity_period_id" ON "activity" ("period_id");
CREATE INDEX "activity_host_id" ON "activity" ("host_id");
CREATE INDEX "compact_annex_period_id" ON "compact_annex" ("period_id");
CREATE INDEX "compact_annex_compact_id" ON "compact_annex" ("compact_id");
CREATE INDEX "annex_signature_owner_id" ON "annex_signature" ("owner_id");
CREATE INDEX "annex_signature_unit_id" ON "annex_signature" ("unit_id");
CREATE INDEX "campaign_period_id" ON "campaign" ("period_id");
CREATE INDEX "campaign_speaker_id" ON "campaign" ("speaker_id");
CREATE INDEX "campaign_phase_owner_id" ON "campaign_phase" ("owner_id");
CREATE INDEX "campaign_unit_owner_id" ON "campaign_unit" ("owner_id");
CREATE INDEX "campaign_unit_unit_id" ON "campaign_unit" ("unit_id");
CREATE INDEX "consultation_period_id" ON "consultation" ("period_id");
CREATE INDEX "consultation_compact_id" ON "consultation" ("compact_id");
CREATE INDEX "consultation_signer_id" ON "consultation" ("signer_id");
CREATE INDEX "comment_owner_id" ON "comment" ("owner_id");
CREATE INDEX "comment_unit_id" ON "comment" ("unit_id");
CREATE INDEX "contribution_owner_id" ON "contribution" ("owner_id");
CREATE INDEX "contribution_unit_id" ON "contribution" ("unit_id");
CREATE INDEX "criteria_set_period_id" ON "criteria_set" ("period_id");
CREATE INDEX "criterion_owner_id" ON "criterion" ("owner_id");
CREATE INDEX "direct_duties_period_id" ON "direct_duties" ("period_id");
CREATE INDEX "direct_duties_unit_id" ON "direct_duties" ("unit_id");
CREATE INDEX "document_period_id" ON "document" ("period_id");
CREATE INDEX "duty_entry_owner_id" ON "duty_entry" ("owner_id");
CREATE INDEX "duty_entry_person_id" ON "duty_entry" ("person_id");
CREATE INDEX "exemplar_period_id" ON "exemplar" ("period_id");
CREATE INDEX "exemplar_unit_id" ON "exemplar" ("unit_id");
CREATE INDEX "exemplar_person_id" ON "exemplar" ("person_id");
CREATE INDEX "inspection_period_id" ON "inspection" ("period_id");
CREATE INDEX "inspection_criteria_id" ON "inspection" ("criteria_id");
CREATE INDEX "inspection_leader_unit_id" ON "inspection" ("leader_unit_id");
CREATE INDEX "inspection_unit_id" ON "inspection" ("unit_id");
CREATE INDEX "finding_owner_id" ON "finding" ("owner_id");
CREATE INDEX "handover_period_id" ON "handover" ("period_id");
CREATE INDEX "handover_giver_id" ON "handover" ("giver_id");
CREATE INDEX "handover_receiver_id" ON "handover" ("receiver_id");
CREATE INDEX "handover_giver_person_id" ON "handover" ("giver_person_id");
CREATE INDEX "handover_receiver_person_id" ON "handover" ("receiver_person_id");
CREATE INDEX "handover_item_owner_id" ON "handover_item" ("owner_id");
CREATE INDEX "linked_award_owner_id" ON "linked_award" ("owner_id");
CREATE INDEX "linked_award_award_id" ON "linked_award" ("award_id");
CREATE INDEX "mirror_period_id" ON "mirror" ("period_id");
CREATE INDEX "mirror_compact_id" ON "mirror" ("compact_id");
CREATE INDEX "mirror_entry_owner_id" ON "mirror_entry" ("owner_id");
CREATE INDEX "mirror_entry_unit_id" ON "mirror_entry" ("unit_id");
CREATE INDEX "year_plan_period_id" ON "year_plan" ("period_id");
CREATE INDEX "plan_step_owner_id" ON "plan_step" ("owner_id");
CREATE INDEX "publicity_owner_id" ON "publicity" ("owner_id");
CREATE INDEX "registration_period_id" ON "registration" ("period_id");
CREATE INDEX "registration_unit_id" ON "registration" ("unit_id");
CREATE INDEX "registration_line_owner_id" ON "registration_line" ("owner_id");
CREATE INDEX "registration_line_award_id" ON "registration_line" ("award_id");
CREATE INDEX "registration_line_person_id" ON "registration_line" ("person_id");
CREATE INDEX "replication_owner_id" ON "replication" ("owner_id");
CREATE INDEX "replication_unit_id" ON "replication" ("unit_id");
CREATE INDEX "rotation_exception_owner_id" ON "rotation_exception" ("owner_id");
CREATE INDEX "rotation_exception_unit_id" ON "rotation_exception" ("unit_id");
CREATE INDEX "score_sheet_period_id" ON "score_sheet" ("period_id");
CREATE INDEX "score_sheet_criteria_id" ON "score_sheet" ("criteria_id");
CREATE INDEX "score_sheet_unit_id" ON "score_sheet" ("unit_id");
CREATE INDEX "score_line_owner_id" ON "score_line" ("owner_id");
CREATE INDEX "sheet_step_owner_id" ON "sheet_step" ("owner_id");
CREATE INDEX "sheet_step_person_id" ON "sheet_step" ("person_id");
CREATE INDEX "sheet_step_unit_id" ON "sheet_step" ("unit_id");
CREATE INDEX "stage_reached_owner_id" ON "stage_reached" ("owner_id");
CREATE INDEX "target_owner_id" ON "target" ("owner_id");
CREATE INDEX "target_unit_id" ON "target" ("unit_id");
CREATE INDEX "team_member_owner_id" ON "team_member" ("owner_id");
CREATE INDEX "team_member_person_id" ON "team_member" ("person_id");
CREATE INDEX "team_member_unit_id" ON "team_member" ("unit_id");
CREATE INDEX "unit_target_owner_id" ON "unit_target" ("owner_id");
CREATE INDEX "unit_target_unit_id" ON "unit_target" ("unit_id")
"""
