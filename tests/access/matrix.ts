import type { Access } from './judge.ts';
import { accounts, leaving } from './matrix-accounts.ts';
import { billing } from './matrix-billing.ts';
import { documents } from './matrix-documents.ts';
import { network } from './matrix-network.ts';
import { review } from './matrix-review.ts';
import { selfAssessment } from './matrix-self-assessment.ts';
import { auditBodies } from './matrix-audit-bodies.ts';
import { programme } from './matrix-programme.ts';
import { planning } from './matrix-planning.ts';
import { fieldwork } from './matrix-fieldwork.ts';
import { interviews } from './matrix-interviews.ts';
import { findings } from './matrix-findings.ts';
import { offline } from './matrix-offline.ts';
import { remedy } from './matrix-remedy.ts';
import { report } from './matrix-report.ts';
import { decisions } from './matrix-decisions.ts';
import { certificates } from './matrix-certificates.ts';
import { casework } from './matrix-casework.ts';
import { corridors } from './matrix-corridors.ts';
import { help } from './matrix-help.ts';
import { jobs } from './matrix-jobs.ts';
import { languages } from './matrix-languages.ts';
import { lists } from './matrix-lists.ts';
import { mappingActions } from './matrix-mapping-actions.ts';
import { answering, mapping } from './matrix-mapping.ts';
import { questionnaires } from './matrix-questionnaires.ts';
import { voice } from './matrix-voice.ts';
import { watching } from './matrix-watching.ts';
import { workbook } from './matrix-workbook.ts';

/**
 * Who may enter which page: our own word, not read from the code. One line an address, in the order of the route table:
 * who → [status of a GET, status of a form with nothing in it]. `judge.ts` says what the words mean, `world.ts` who is
 * who and what stands behind `:id`. A page that changes something on an empty form names its people one by one.
 */

/** The lead auditor of this very audit; colleagues of the same body who are not on it see nothing. */
const lead = (post: number): Access => ({
  auditor: [200, post],
  ...{ colleague: [404, 404], strangers: [404, 404] },
});
const reviewer = (post: number): Access => ({ reviewer: [200, post], strangers: [404, 404] });
const answers = (post: number, strangers: number): Access => ({
  recruiter: [200, post],
  strangers: [404, strangers],
});
const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });
const applicant = (post: number): Access => ({ recruiter: [200, post] });
const reads: Access = { anyone: [200] };

export const matrix: Record<string, Access> = {
  '/': reads,
  '/register': reads,
  '/register/:registrationNumber': reads,
  '/register/:registrationNumber/receipt': { anyone: [200, 302] },
  '/verify': { anyone: [200, 400] },
  '/verify/:certificateNumber': reads,
  '/scheme': reads,
  '/developers': reads,
  '/sitemap.xml': reads,
  '/sitemaps/:file': { anyone: [404] },
  '/robots.txt': reads,
  '/contexts/register/v1': reads,
  '/complaints/log': reads,
  '/transparency': reads,
  '/transparency/complaints.csv': reads,
  '/.well-known/security.txt': reads,
  '/sign-in': { anyone: [200, 400], everyone: [302, 302] },
  '/sign-up': { anyone: [200, 400], everyone: [302, 302] },
  '/.well-known/did.json': reads,
  '/certificates/:number': reads,
  '/certificates/:number/pdf': reads,
  '/sign-out': { anyone: [302, 302] },
  '/:lang/check': reads,
  '/now': { everyone: [200] },

  '/apply': applicant(409),
  // Theirs are sent already.
  '/apply/:section': applicant(409),
  '/apply/licence-scan': applicant(415),
  '/apply/submit': applicant(409),
  '/apply/audit-body': applicant(400),
  '/certificate': { recruiter: [200] },

  '/scheme/applications': officer(),
  '/scheme/applications/:id': {
    ...officer(),
    auditor: [200],
    reviewer: [200],
    decider: [404],
    strangers: [404],
  },
  '/scheme/applications/:id/accept': officer(400),
  '/scheme/applications/:id/defer': officer(400),
  '/scheme/applications/:id/reject': officer(400),
  '/scheme/invoices': officer(),
  '/scheme/invoices/:id/payment': officer(400),
  '/scheme/certificates': officer(),
  '/scheme/certificates/:id': officer(),
  '/scheme/certificates/:id/suspend': officer(400),
  '/scheme/certificates/:id/lift': officer(400),
  '/scheme/certificates/:id/lift-review': officer(400),
  '/scheme/certificates/:id/withdraw': officer(400),
  '/scheme/certificates/:id/watch': officer(400),
  '/scheme/certificates/:id/clear': officer(400),
  '/scheme/mailbox': officer(),
  '/scheme/mailbox/:id': officer(),
  '/scheme/reactions': officer(302),

  '/audits': { auditor: [200], reviewer: [200], officer: [200] },
  // Any auditor of the body that was engaged may plan the first audit.
  '/audits/new/:applicationId': { auditor: [200, 400], strangers: [404, 404] },
  // A member of the panel reads of an application once its matter is open and it has declared.
  '/audits/:id': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/audits/:id/declare': lead(400),
  '/audits/:id/plan': lead(400),
  '/audits/:id/start': lead(409),
  '/audits/:id/indicators': {
    ...{ auditor: [200], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/audits/:id/indicators/:code': {
    ...{ auditor: [200, 400], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404, 404], otherAuditor: [404, 404], otherReviewer: [404] },
  },
  '/audits/:id/indicators/:code/finding': lead(400),
  '/audits/:id/close-fieldwork': lead(409),
  '/audits/:id/readiness': lead(400),
  '/audits/:id/cancel': lead(400),

  '/findings': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [200] },
  },
  '/findings/:id': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/findings/:id/withdraw': lead(400),
  '/findings/:id/contain': answers(415, 404),
  '/findings/:id/contain/answer': lead(400),
  '/findings/:id/plan': answers(400, 404),
  '/findings/:id/no-action': answers(400, 404),
  '/findings/:id/accept-plan': lead(400),
  '/findings/:id/return-plan': lead(400),
  '/findings/:id/accept-no-action': lead(400),
  '/findings/:id/evidence': answers(415, 404),
  '/findings/:id/verify': lead(400),
  '/findings/:id/reject-evidence': lead(400),
  '/findings/:id/close': reviewer(400),

  ...documents,
  ...network,
  ...selfAssessment,
  ...billing,
  ...review,
  ...workbook,
  ...auditBodies,
  ...programme,
  ...planning,
  ...fieldwork,
  ...interviews,
  ...findings,
  ...offline,
  ...remedy,
  ...report,
  ...decisions,
  ...certificates,
  ...mappingActions,
  ...watching,
  ...voice,
  ...lists,
  ...mapping,
  ...answering,
  ...help,
  ...questionnaires,
  ...corridors,
  ...jobs,
  ...languages,
  ...casework,

  ...accounts,

  // Last, because it works: what was asked before stood in another light after it.
  '/apply/withdraw': { recruiter: [200, 302], clerk: [200, 409] },
  '/organisation/leave': leaving,
};
