import { describeMails, type Case } from '../describe-mails.ts';

import { objectionAnswered, objectionRaised } from '../audits/objection.tsx';
import { approvalEnded, approvalEnding, approvalGranted } from './approval-told.tsx';

const link = 'https://fairroute.example/the-next-step';
const day = '16 December 2026';
const reason = 'The accreditation ended in July.';
const recruiter = 'Sunrise Overseas';
const approval = { body: 'Meridian Audit', untilDay: day, countries: 'Nepal, Bangladesh', link };

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
  'approval ended': { email: approvalEnded({ ...approval, reason }), says: ['Meridian Audit', reason] },
};

describeMails(mails, link);
