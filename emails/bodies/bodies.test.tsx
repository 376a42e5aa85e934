import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { objectionAnswered, objectionRaised } from '../audits/objection.tsx';
import type { Email } from '../frame.tsx';
import { approvalEnded, approvalEnding, approvalGranted } from './approval-told.tsx';

const link = 'https://fairroute.example/the-next-step';
const day = '16 December 2026';
const reason = 'The accreditation ended in July.';
const recruiter = 'Sunrise Overseas';
const approval = { body: 'Meridian Audit', untilDay: day, countries: 'Nepal, Bangladesh', link };

const mails: Record<string, { email: Email; says: string[] }> = {
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

describe.each(Object.entries(mails))('%s', (_, { email, says }) => {
  test('has a subject that fits a phone', () => {
    expect(email.subject.length).toBeLessThanOrEqual(78);
  });

  test('says what happened, the next step and why it came', async () => {
    // Lines of plain text break anywhere.
    const text = (await render(email.body, { plainText: true })).replace(/\s+/g, ' ');
    for (const words of [...says, link, 'You get this because']) expect(text).toContain(words);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });
});
