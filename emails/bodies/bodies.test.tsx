import { describeMails, type Case } from '../describe-mails.ts';

import { objectionAnswered, objectionRaised } from '../audits/objection.tsx';
import { auditorDecided, auditorEnding } from './auditor-told.tsx';
import { approvalEnded, approvalEnding, approvalGranted } from './approval-told.tsx';

const link = 'https://fairroute.example/the-next-step';
const day = '16 December 2026';
const reason = 'The accreditation ended in July.';
const recruiter = 'Sunrise Overseas';
const approval = { body: 'Meridian Audit', untilDay: day, countries: 'Nepal, Bangladesh', link };

const auditor = {
  ...{ auditor: 'Bo Ek', body: 'Meridian Audit', level: 'lead auditor', untilDay: day, link },
};

const mails: Record<string, Case> = {
  'objection raised': {
    email: objectionRaised({ recruiter, reference: 'AUD-00001', member: 'Anjali Rao', byDay: day, link }),
    says: [recruiter, 'Anjali Rao', 'AUD-00001', day],
  },
  ...Object.fromEntries(
    (['upheld', 'dismissed'] as const).map((outcome) => [
      `objection ${outcome}`,
      {
        email: objectionAnswered({ member: 'Anjali Rao', outcome, reasons: reason, link }),
        says: ['Anjali Rao', outcome, reason],
      },
    ]),
  ),
  'approval granted': { email: approvalGranted(approval), says: ['Meridian Audit', day, 'Bangladesh'] },
  'approval about to end': { email: approvalEnding(approval), says: ['Meridian Audit', day, 'Nepal'] },
  ...Object.fromEntries(
    (['granted', 'refused', 'suspended', 'ended'] as const).map((what) => [
      `auditor ${what}`,
      { email: auditorDecided({ ...auditor, what, reason }), says: ['Bo Ek', 'lead auditor', reason] },
    ]),
  ),
  'auditor let back': {
    email: auditorDecided({ ...auditor, what: 'lifted', reason }),
    says: ['Bo Ek', 'lead auditor', 'again'],
  },
  'auditor about to end': { email: auditorEnding(auditor), says: ['Bo Ek', day, 'Meridian Audit'] },
  'approval ended': { email: approvalEnded({ ...approval, reason }), says: ['Meridian Audit', reason] },
};

describeMails(mails, link);
