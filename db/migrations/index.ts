import * as event from './20261124T0800_event.ts';
import * as account from './20261124T0810_account.ts';
import * as schemeVersion from './20261124T0820_scheme_version.ts';
import * as application from './20261124T0830_application.ts';
import * as invoice from './20261124T0840_invoice.ts';
import * as audit from './20261124T0850_audit.ts';
import * as finding from './20261124T0900_finding.ts';
import * as certificate from './20261124T0910_certificate.ts';
import * as stateSteps from './20261124T2200_state_steps.ts';
import * as identity from './20261124T2230_identity.ts';
import * as factor from './20261124T2240_factor.ts';
import * as signOn from './20261124T2255_sign_on.ts';
import * as questionnaire from './20261125T0200_questionnaire.ts';
import * as answersConverted from './20261125T0205_answers_converted.ts';
import * as document from './20261125T0210_document.ts';
import * as partner from './20261125T0220_partner.ts';
import * as licence from './20261125T0221_licence.ts';
import * as selfAssessment from './20261125T0230_self_assessment.ts';
import * as selfAssessmentEvidence from './20261125T0231_self_assessment_evidence.ts';
import * as ledger from './20261125T0240_ledger.ts';
import * as paymentsMoved from './20261125T0241_payments_moved.ts';
import * as ledgerHeld from './20261125T0242_ledger_held.ts';
import * as review from './20261125T0250_review.ts';
import * as auditStates from './20261125T0500_audit_states.ts';
import * as auditProgramme from './20261125T0520_audit_programme.ts';
import * as interest from './20261126T2110_interest.ts';
import * as auditBodyApproval from './20261126T2111_audit_body_approval.ts';
import * as objection from './20261126T2112_objection.ts';
import * as programmeOrders from './20261126T2120_programme_orders.ts';
import * as auditNotice from './20261126T2130_audit_notice.ts';
import * as plannedWereTold from './20261126T2131_planned_were_told.ts';
import * as auditGround from './20261126T2132_audit_ground.ts';
import * as workerInterview from './20261126T2135_worker_interview.ts';
import * as assessmentVersion from './20261126T2140_assessment_version.ts';
import * as assessmentEvidence from './20261126T2141_assessment_evidence.ts';
import * as indicatorPresence from './20261126T2142_indicator_presence.ts';
import * as findingRegrade from './20261126T2150_finding_regrade.ts';
import * as findingClocks from './20261126T2151_finding_clocks.ts';
import * as findingRequirement from './20261126T2152_finding_requirement.ts';
import * as remedy from './20261126T2155_remedy.ts';
import * as remedyNotice from './20261126T2156_remedy_notice.ts';
import * as report from './20261126T2200_report.ts';
import * as reportFinal from './20261126T2201_report_final.ts';
import * as decisionMatter from './20261126T2210_decision_matter.ts';
import * as decisionVote from './20261126T2211_decision_vote.ts';
import * as certificateLife from './20261126T2220_certificate_life.ts';
import * as certificateVersion from './20261126T2221_certificate_version.ts';
import * as scopeRequest from './20261126T2225_scope_request.ts';
import * as certificateTransfer from './20261126T2226_certificate_transfer.ts';
import * as scopeAudit from './20261127T0100_scope_audit.ts';
import * as matterKinds from './20261127T0101_matter_kinds.ts';
import * as recertificationClock from './20261127T0102_recertification_clock.ts';
import * as panelReading from './20261127T0103_panel_reading.ts';
import * as panelReads from './20261127T0119_panel_reads.ts';
import * as certificateAppeal from './20261127T0120_certificate_appeal.ts';
import * as statusOfAppeal from './20261127T0121_status_of_appeal.ts';
import * as ownExit from './20261127T0125_own_exit.ts';
import * as claimUse from './20261127T0130_claim_use.ts';
import * as auditor from './20261127T0140_auditor.ts';
import * as tieOnTeam from './20261127T0141_tie_on_team.ts';
import * as auditProposal from './20261127T0142_audit_proposal.ts';
import * as findingPictures from './20261127T0200_finding_pictures.ts';
import * as findingBreakdown from './20261127T0201_finding_breakdown.ts';
import * as evidenceDocument from './20261127T0202_evidence_document.ts';
import * as evidenceMoved from './20261127T0203_evidence_moved.ts';
import * as evidenceByDocument from './20261127T0204_evidence_by_document.ts';
import * as fieldworkClosing from './20261127T0205_fieldwork_closing.ts';
import * as interviewsReferred from './20261127T0206_interviews_referred.ts';
import * as readinessConcern from './20261127T0207_readiness_concern.ts';
import * as findingsOfHolder from './20261127T0300_findings_of_holder.ts';
import * as nothingEmptied from './20261127T0301_nothing_emptied.ts';
import * as untiedOfficers from './20261127T0302_untied_officers.ts';
import * as formerMembers from './20261127T0320_former_members.ts';
import * as reportStands from './20261127T0321_report_stands.ts';
import * as secondPerson from './20261127T0350_second_person.ts';
import * as holderExits from './20261127T0351_holder_exits.ts';
import * as statusFollows from './20261127T0352_status_follows.ts';
import * as auditItinerary from './20261127T0500_audit_itinerary.ts';
import * as claimMisuse from './20261127T0520_claim_misuse.ts';
import * as beginnings from './20261127T0530_beginnings.ts';
import * as findingRounds from './20261127T0531_finding_rounds.ts';
import * as findingDays from './20261127T0532_finding_days.ts';
import * as fieldworkByTeam from './20261127T0533_fieldwork_by_team.ts';
import * as teamBesideVotes from './20261127T0534_team_beside_votes.ts';
import * as tieDays from './20261127T0535_tie_days.ts';
import * as extensionOfThisDay from './20261127T0549_extension_of_this_day.ts';
import * as teamInPackage from './20261127T0550_team_in_package.ts';
import * as panelHolds from './20261127T0551_panel_holds.ts';
import * as endedWithApplication from './20261127T0600_ended_with_application.ts';
import * as auditDraw from './20261127T0615_audit_draw.ts';
import * as panelInTime from './20261127T0700_panel_in_time.ts';
import * as decidedApplications from './20261127T0701_decided_applications.ts';
import * as mattersAgain from './20261127T0702_matters_again.ts';
import * as freeOfRefusal from './20261127T0703_free_of_refusal.ts';
import * as teamUntilFinal from './20261127T0704_team_until_final.ts';
import * as decisionInItsWords from './20261127T0705_decision_in_its_words.ts';
import * as scopeStayed from './20261127T0720_scope_stayed.ts';
import * as asGranted from './20261127T0725_as_granted.ts';
import * as auditsBeginInTime from './20261127T0730_audits_begin_in_time.ts';
import * as auditReopened from './20261127T0735_audit_reopened.ts';
import * as programmeReturns from './20261127T0740_programme_returns.ts';
import * as programmeCarried from './20261127T0741_programme_carried.ts';
import * as misuseDocument from './20261127T0800_misuse_document.ts';
import * as findingsOfBefore from './20261127T0801_findings_of_before.ts';
import * as constraintsValidated from './20261127T0802_constraints_validated.ts';
import * as formerWork from './20261127T0820_former_work.ts';
import * as untiedAnswers from './20261127T0821_untied_answers.ts';
import * as servingBody from './20261127T0840_serving_body.ts';
import * as objectionDays from './20261127T0841_objection_days.ts';
import * as everyCorrectionJudged from './20261127T0842_every_correction_judged.ts';
import * as endedWithCertificate from './20261127T0843_ended_with_certificate.ts';
import * as graverReason from './20261127T0900_graver_reason.ts';
import * as conditionNotice from './20261127T0901_condition_notice.ts';
import * as undoneAudits from './20261127T0920_undone_audits.ts';
import * as drawsAtSize from './20261127T0921_draws_at_size.ts';
import * as drawsCheckedAtOnce from './20261127T0922_draws_checked_at_once.ts';
import * as lateFindingAnnounced from './20261127T1000_late_finding_announced.ts';
import * as misuseFollows from './20261127T1001_misuse_follows.ts';
import * as findingsResumed from './20261127T1002_findings_resumed.ts';
import * as clocksAtSize from './20261127T1003_clocks_at_size.ts';
import * as auditDays from './20261127T1020_audit_days.ts';
import * as cycleTransferred from './20261127T1030_cycle_transferred.ts';
import * as drawnBefore from './20261127T1031_drawn_before.ts';
import * as materialChange from './20261127T1032_material_change.ts';
import * as leftTeam from './20261127T1040_left_team.ts';
import * as languages from './20261127T1060_languages.ts';
import * as harmIsKept from './20261127T1070_harm_is_kept.ts';
import * as groundToStand from './20261127T1071_ground_to_stand.ts';
import * as findingsWithoutReport from './20261127T1072_findings_without_report.ts';
import * as noWayRound from './20261127T1073_no_way_round.ts';
import * as sampleReasons from './20261127T1080_sample_reasons.ts';
import * as abandonedAudit from './20261127T1081_abandoned_audit.ts';
import * as findingsFromDevices from './20261127T1090_findings_from_devices.ts';
import * as reviewerApproval from './20261127T1110_reviewer_approval.ts';
import * as writtenStands from './20261127T1111_written_stands.ts';
import * as bodyClocks from './20261127T1120_body_clocks.ts';
import * as postponementEnds from './20261127T1121_postponement_ends.ts';
import * as everyAuditStops from './20261127T1122_every_audit_stops.ts';
import * as licenceEnded from './20261127T1123_licence_ended.ts';
import * as planInFull from './20261127T1140_plan_in_full.ts';
import * as appealByTwo from './20261127T1141_appeal_by_two.ts';
import * as objectionAnswerer from './20261127T1142_objection_answerer.ts';
import * as cancelledWithReason from './20261127T1160_cancelled_with_reason.ts';
import * as cancelledBefore from './20261127T1161_cancelled_before.ts';
import * as watched from './20261127T1162_watched.ts';
import * as termsRead from './20261127T1163_terms_read.ts';
import * as riskReckonedAgain from './20261127T1164_risk_reckoned_again.ts';
import * as causeOfOrder from './20261127T1165_cause_of_order.ts';
import * as auditTypes from './20261127T1166_audit_types.ts';
import * as fieldworkAnswered from './20261127T1230_fieldwork_answered.ts';
import * as withdrawnInSight from './20261127T1231_withdrawn_in_sight.ts';
import * as formerApplications from './20261127T1250_former_applications.ts';
import * as harmMadeGood from './20261127T1251_harm_made_good.ts';
import * as interviewsFromDevices from './20261127T1251_interviews_from_devices.ts';
import * as endedSuspended from './20261127T1252_ended_suspended.ts';
import * as watchGoesOn from './20261127T1253_watch_goes_on.ts';

/** Every migration in order; one list for the bundle, the command line and the tests. */
export const migrations = {
  '20261124T0800_event': event,
  '20261124T0810_account': account,
  '20261124T0820_scheme_version': schemeVersion,
  '20261124T0830_application': application,
  '20261124T0840_invoice': invoice,
  '20261124T0850_audit': audit,
  '20261124T0900_finding': finding,
  '20261124T0910_certificate': certificate,
  '20261124T2200_state_steps': stateSteps,
  '20261124T2230_identity': identity,
  '20261124T2240_factor': factor,
  '20261124T2255_sign_on': signOn,
  '20261125T0200_questionnaire': questionnaire,
  '20261125T0205_answers_converted': answersConverted,
  '20261125T0210_document': document,
  '20261125T0220_partner': partner,
  '20261125T0221_licence': licence,
  '20261125T0230_self_assessment': selfAssessment,
  '20261125T0231_self_assessment_evidence': selfAssessmentEvidence,
  '20261125T0240_ledger': ledger,
  '20261125T0241_payments_moved': paymentsMoved,
  '20261125T0242_ledger_held': ledgerHeld,
  '20261125T0250_review': review,
  '20261125T0500_audit_states': auditStates,
  '20261125T0520_audit_programme': auditProgramme,
  '20261126T2110_interest': interest,
  '20261126T2111_audit_body_approval': auditBodyApproval,
  '20261126T2112_objection': objection,
  '20261126T2120_programme_orders': programmeOrders,
  '20261126T2130_audit_notice': auditNotice,
  '20261126T2131_planned_were_told': plannedWereTold,
  '20261126T2132_audit_ground': auditGround,
  '20261126T2135_worker_interview': workerInterview,
  '20261126T2140_assessment_version': assessmentVersion,
  '20261126T2141_assessment_evidence': assessmentEvidence,
  '20261126T2142_indicator_presence': indicatorPresence,
  '20261126T2150_finding_regrade': findingRegrade,
  '20261126T2151_finding_clocks': findingClocks,
  '20261126T2152_finding_requirement': findingRequirement,
  '20261126T2155_remedy': remedy,
  '20261126T2156_remedy_notice': remedyNotice,
  '20261126T2200_report': report,
  '20261126T2201_report_final': reportFinal,
  '20261126T2210_decision_matter': decisionMatter,
  '20261126T2211_decision_vote': decisionVote,
  '20261126T2220_certificate_life': certificateLife,
  '20261126T2221_certificate_version': certificateVersion,
  '20261126T2225_scope_request': scopeRequest,
  '20261126T2226_certificate_transfer': certificateTransfer,
  '20261127T0100_scope_audit': scopeAudit,
  '20261127T0101_matter_kinds': matterKinds,
  '20261127T0102_recertification_clock': recertificationClock,
  '20261127T0103_panel_reading': panelReading,
  '20261127T0119_panel_reads': panelReads,
  '20261127T0120_certificate_appeal': certificateAppeal,
  '20261127T0121_status_of_appeal': statusOfAppeal,
  '20261127T0125_own_exit': ownExit,
  '20261127T0130_claim_use': claimUse,
  '20261127T0140_auditor': auditor,
  '20261127T0141_tie_on_team': tieOnTeam,
  '20261127T0142_audit_proposal': auditProposal,
  '20261127T0200_finding_pictures': findingPictures,
  '20261127T0201_finding_breakdown': findingBreakdown,
  '20261127T0202_evidence_document': evidenceDocument,
  '20261127T0203_evidence_moved': evidenceMoved,
  '20261127T0204_evidence_by_document': evidenceByDocument,
  '20261127T0205_fieldwork_closing': fieldworkClosing,
  '20261127T0206_interviews_referred': interviewsReferred,
  '20261127T0207_readiness_concern': readinessConcern,
  '20261127T0300_findings_of_holder': findingsOfHolder,
  '20261127T0301_nothing_emptied': nothingEmptied,
  '20261127T0302_untied_officers': untiedOfficers,
  '20261127T0320_former_members': formerMembers,
  '20261127T0321_report_stands': reportStands,
  '20261127T0350_second_person': secondPerson,
  '20261127T0351_holder_exits': holderExits,
  '20261127T0352_status_follows': statusFollows,
  '20261127T0500_audit_itinerary': auditItinerary,
  '20261127T0520_claim_misuse': claimMisuse,
  '20261127T0530_beginnings': beginnings,
  '20261127T0531_finding_rounds': findingRounds,
  '20261127T0532_finding_days': findingDays,
  '20261127T0533_fieldwork_by_team': fieldworkByTeam,
  '20261127T0534_team_beside_votes': teamBesideVotes,
  '20261127T0535_tie_days': tieDays,
  '20261127T0549_extension_of_this_day': extensionOfThisDay,
  '20261127T0550_team_in_package': teamInPackage,
  '20261127T0551_panel_holds': panelHolds,
  '20261127T0600_ended_with_application': endedWithApplication,
  '20261127T0615_audit_draw': auditDraw,
  '20261127T0700_panel_in_time': panelInTime,
  '20261127T0701_decided_applications': decidedApplications,
  '20261127T0702_matters_again': mattersAgain,
  '20261127T0703_free_of_refusal': freeOfRefusal,
  '20261127T0704_team_until_final': teamUntilFinal,
  '20261127T0705_decision_in_its_words': decisionInItsWords,
  '20261127T0720_scope_stayed': scopeStayed,
  '20261127T0725_as_granted': asGranted,
  '20261127T0730_audits_begin_in_time': auditsBeginInTime,
  '20261127T0735_audit_reopened': auditReopened,
  '20261127T0740_programme_returns': programmeReturns,
  '20261127T0741_programme_carried': programmeCarried,
  '20261127T0800_misuse_document': misuseDocument,
  '20261127T0801_findings_of_before': findingsOfBefore,
  '20261127T0802_constraints_validated': constraintsValidated,
  '20261127T0820_former_work': formerWork,
  '20261127T0821_untied_answers': untiedAnswers,
  '20261127T0840_serving_body': servingBody,
  '20261127T0841_objection_days': objectionDays,
  '20261127T0842_every_correction_judged': everyCorrectionJudged,
  '20261127T0843_ended_with_certificate': endedWithCertificate,
  '20261127T0900_graver_reason': graverReason,
  '20261127T0901_condition_notice': conditionNotice,
  '20261127T0920_undone_audits': undoneAudits,
  '20261127T0921_draws_at_size': drawsAtSize,
  '20261127T0922_draws_checked_at_once': drawsCheckedAtOnce,
  '20261127T1000_late_finding_announced': lateFindingAnnounced,
  '20261127T1001_misuse_follows': misuseFollows,
  '20261127T1002_findings_resumed': findingsResumed,
  '20261127T1003_clocks_at_size': clocksAtSize,
  '20261127T1020_audit_days': auditDays,
  '20261127T1030_cycle_transferred': cycleTransferred,
  '20261127T1031_drawn_before': drawnBefore,
  '20261127T1032_material_change': materialChange,
  '20261127T1040_left_team': leftTeam,
  '20261127T1060_languages': languages,
  '20261127T1070_harm_is_kept': harmIsKept,
  '20261127T1071_ground_to_stand': groundToStand,
  '20261127T1072_findings_without_report': findingsWithoutReport,
  '20261127T1073_no_way_round': noWayRound,
  '20261127T1080_sample_reasons': sampleReasons,
  '20261127T1081_abandoned_audit': abandonedAudit,
  '20261127T1090_findings_from_devices': findingsFromDevices,
  '20261127T1110_reviewer_approval': reviewerApproval,
  '20261127T1111_written_stands': writtenStands,
  '20261127T1120_body_clocks': bodyClocks,
  '20261127T1121_postponement_ends': postponementEnds,
  '20261127T1122_every_audit_stops': everyAuditStops,
  '20261127T1123_licence_ended': licenceEnded,
  '20261127T1140_plan_in_full': planInFull,
  '20261127T1141_appeal_by_two': appealByTwo,
  '20261127T1142_objection_answerer': objectionAnswerer,
  '20261127T1160_cancelled_with_reason': cancelledWithReason,
  '20261127T1161_cancelled_before': cancelledBefore,
  '20261127T1162_watched': watched,
  '20261127T1163_terms_read': termsRead,
  '20261127T1164_risk_reckoned_again': riskReckonedAgain,
  '20261127T1165_cause_of_order': causeOfOrder,
  '20261127T1166_audit_types': auditTypes,
  '20261127T1230_fieldwork_answered': fieldworkAnswered,
  '20261127T1231_withdrawn_in_sight': withdrawnInSight,
  '20261127T1250_former_applications': formerApplications,
  '20261127T1251_harm_made_good': harmMadeGood,
  '20261127T1251_interviews_from_devices': interviewsFromDevices,
  '20261127T1252_ended_suspended': endedSuspended,
  '20261127T1253_watch_goes_on': watchGoesOn,
};
