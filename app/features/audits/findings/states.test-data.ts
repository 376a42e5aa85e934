import { defaultTerms } from '#app/features/scheme/terms.ts';

import type { Finding, FindingState } from './model.ts';

/** A finding in each of its states, for rules. */
export const today = '2026-03-01';
export const clocks = {
  critical: { contain: 3, plan: 7, close: 30 },
  major: { contain: null, plan: 14, close: 90 },
  minor: { contain: null, plan: 30, close: 180 },
};

const known = {
  id: 'f',
  auditId: 'a',
  auditReference: 'AUD-00001',
  auditState: 'report_draft',
  number: 1,
  applicationId: 'p',
  organisationId: 'o',
  auditBodyId: 'b',
  team: [],
  schemeVersionId: 'v',
  indicatorCode: '1.1.5',
  grade: 'major',
  raisedBy: 'lead',
  issuedOn: '2026-03-01',
  workersPaid: false,
  harm: null,
  remedy: 'none',
  remedyDueOn: null,
  contained: false,
  containments: 0,
  containmentAwaits: false,
  containDueOn: null,
  extended: false,
  contested: false,
  answerOwed: false,
  escalated: false,
  terms: { findings: clocks, correctiveAction: defaultTerms.correctiveAction },
  proposal: null,
  plans: 1,
  noAction: false,
  returns: 0,
  proofs: 1,
} as const;
const answerable = { ...known, team: [], planDueOn: '2026-03-15', closeDueOn: '2026-05-30' };

export const inState = {
  raised: { ...known, team: [], state: 'raised' },
  issued: { ...answerable, grade: 'critical', containDueOn: '2026-03-04', state: 'issued' },
  disputed: { ...answerable, disputedOn: today, disputeDueOn: '2026-03-11', state: 'disputed' },
  awaiting_cap: { ...answerable, state: 'awaiting_cap' },
  cap_submitted: { ...answerable, state: 'cap_submitted' },
  cap_returned: { ...answerable, resubmitDueOn: '2026-03-15', state: 'cap_returned' },
  cap_accepted: { ...answerable, state: 'cap_accepted' },
  evidence_submitted: { ...answerable, state: 'evidence_submitted' },
  evidence_rejected: { ...answerable, state: 'evidence_rejected' },
  verified: { ...answerable, verifiedBy: 'auditor', state: 'verified' },
  closed: { ...known, team: [], state: 'closed' },
  withdrawn: { ...known, team: [], state: 'withdrawn' },
} satisfies Record<FindingState, Finding>;
export const observation: Finding = {
  ...known,
  team: [],
  grade: 'observation',
  state: 'issued',
  containDueOn: null,
  planDueOn: null,
  closeDueOn: null,
};
