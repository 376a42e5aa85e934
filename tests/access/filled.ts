/**
 * Whole forms for pages of one record. A form with nothing in it is sent back before anybody looks whose the record is;
 * these get further, and whoever has no business with it must still find nothing: 404, and nothing happens.
 */
const words = 'These are words enough for any of the fields.';
const day = '2026-12-01';
const id = '7b1b0c9e-0000-4000-8000-000000000001';

export const filled: Record<string, Record<string, string>> = {
  '/complaints/:id': { text: words },
  '/job-orders/:number/withdraw': { reason: 'mistake' },
  '/me/interests/:id/end': { untilOn: '2026-11-30', statement: words },
  '/audit-body/:id/auditors/:accountId/competence': {
    ...{ sectors: 'F', evidence: words, assessedBy: 'Ines Costa', assessedOn: '2026-02-01' },
  },
  '/audit-body/:id/auditors/:accountId/language': { language: 'sv', level: 'interview', evidence: words },
  '/audit-body/:id/auditors/:accountId/witnessed': {
    ...{ elsewhere: words, witness: 'Ines Costa', witnessedOn: '2026-02-01', outcome: 'satisfactory' },
    notes: words,
  },
  '/audit-body/:id/auditors/:accountId/ask': { level: 'auditor', request: words },
  '/audit-body/:id/auditors/:accountId/withdraw/:recordId': { reason: words },
  '/audits/:id/objections/new': { member: '7b1b0c9e-0000-4000-8000-000000000000', reasons: words },
  '/audits/new/:applicationId': { type: 'stage1' },
  '/audits/:id/declare': { conflicted: 'no', statement: words },
  '/audits/:id/objections/:objectionId/answer': { outcome: 'dismissed', reasons: words },
  '/transfers/:id': { outcome: 'declined', answer: words },
  '/transfers/:id/declare': { conflicted: 'no', statement: words },
  '/certificate/appeals/:decision': { grounds: words, stayAsked: 'no' },
  '/audits/:id/plan': { noticeType: 'announced', startsOn: day, endsOn: day, plan: words },
  '/audits/:id/indicators/:code': { conformity: 'conforms', note: words, revision: '1' },
  '/audits/:id/indicators/:code/finding': {
    ...{ id, grade: 'minor', gradingReasons: words, statement: words, evidence: words },
  },
  '/audits/:id/indicators/:code/evidence': { sent: 'yes' },
  '/audits/:id/misuses/:misuseId': {
    ...{ grade: 'minor', gradingReasons: words, statement: words, evidence: words },
  },
  '/audits/:id/misuses/new': { id, place: words, seenOn: '2026-02-01', what: words, evidence: words },
  '/scheme/certificates/:id/misuse': { id, place: words, seenOn: '2026-02-01', what: words, evidence: words },
  '/audits/:id/indicators/:code/resolve': { choice: 'standing', seen: '1' },
  '/audits/:id/plan/days': {
    ...{ effectiveStaff: '5', extraBranches: '0', corridors: '1', interviews: '10', highRiskTiers: '0' },
    ...{ reductionPercent: '0', offSiteDays: '0' },
  },
  '/audits/:id/put-before-panel': { note: words },
  '/audits/:id/plan/sample': { corridor: 'NP-QA: 40' },
  '/audits/:id/plan/itinerary': {
    ...{ 'items[0].day': day, 'items[0].from': '09:00', 'items[0].to': '10:00', 'items[0].place': words },
    ...{ 'items[0].activity': 'travel', 'items[0].auditors': '7b1b0c9e-0000-4000-8000-000000000000' },
  },
  '/scheme/late-surveillances/:id': { until: day, reasons: words },
  '/audits/:id/postpone': { reason: words },
  '/audits/:id/postponement/decline': { reason: words },
  '/audits/:id/cancel': { reason: words },
  '/audits/:id/refused': { reason: words },
  '/audits/:id/abort': { reason: 'safety', note: words },
  '/audits/:id/readiness': { readiness: 'ready', summary: words },
  '/audits/:id/fact-check': { id, about: 'method', comment: words },
  '/audits/:id/interviews/new': {
    ...{ id, origin: 'NP', destination: 'QA', sector: 'F', sex: 'male', stage: 'later' },
    reached: 'without_recruiter',
  },
  '/audits/:id/interviews/:interviewId': { outcome: 'refused' },
  '/audits/:id/interviews/:interviewId/notes': { notes: words, revision: '0' },
  '/audits/:id/comments/:commentId': { outcome: 'kept', answer: words },
  '/audits/:id/return': { reason: words },
  '/findings/:id/withdraw': { reason: words },
  '/findings/:id/contain/answer': { round: '1', outcome: 'not_contained', reason: words },
  '/findings/:id/plan': {
    ...{ rootCause: words, correction: words, correctiveAction: words, preventiveAction: words },
    ...{ owner: 'Mina Rai', targetOn: day, remedyToWorkers: words },
  },
  '/findings/:id/no-action': { noActionReason: words },
  '/findings/:id/accept-no-action': { round: '1', method: 'desk', words },
  '/findings/:id/accept-plan': { round: '1' },
  '/findings/:id/return-plan': { round: '1', reason: words },
  '/findings/:id/verify': {
    ...{ round: '1', method: 'on_site', seen: words, seenOn: '2026-03-01', place: words },
  },
  '/findings/:id/close': { words },
  '/findings/:id/reject-evidence': { round: '1', reason: words },
  '/audits/:id/observations/:findingId': { answer: 'still', note: words },
  '/audits/:id/effectiveness/:findingId': { effective: 'yes', note: words },
  '/audits/:id/concerns/:concernId': { note: words },
  '/findings/:id/extend': { until: day, reason: words },
  '/findings/:id/dispute': { statement: words },
  '/findings/:id/dispute/answer': { outcome: 'kept', reason: words },
  '/findings/:id/remedy/open': { workers: '3', happenedOn: '2026-02-01', note: words },
  '/findings/:id/remedy/item': {
    ...{ id, category: 'COST_MEDICAL', payer: 'recruiter', currency: 'NPR', amount: '1,200' },
    ...{ happenedOn: '2026-02-01', note: words },
  },
  '/findings/:id/remedy/payment': { id, item: 'none', workers: '1', happenedOn: '2026-02-01', note: words },
  '/findings/:id/remedy/correct': { entry: '7b1b0c9e-0000-4000-8000-000000000000', note: words },
  '/findings/:id/remedy/confirm': { id, asked: '2', confirmed: '2', note: words },
  '/findings/:id/regrade': { grade: 'minor', reason: words },
  '/findings/:id/regrade/answer': { grade: 'critical', outcome: 'approved', reason: words },
  '/lists/:id/columns': { headed: 'yes', name: '0' },
  '/lists/:id/candidates': { 'rows[0].line': '1', 'rows[0].chosen': 'none' },
  '/lists/:id/portfolio': { name: 'Ours' },
  '/self-assessment/:attempt/criteria/:code': {
    ...{ 'indicators[0].code': '1.3.1', 'indicators[0].revision': '0', 'indicators[0].policies': '2' },
    'indicators[0].seen': '[null,null,null,null,null,null,null]',
  },
  '/self-assessment/:attempt/indicators/:code/evidence': { sent: 'yes' },
};
