import { render } from '@react-email/render';
import { expect, test } from 'vitest';

import type { Email } from '../frame.tsx';
import { auditAbandoned, auditCancelled, auditEnded } from './audit-abandoned.tsx';
import { auditMustBegin } from '../applications/audit-must-begin.tsx';
import { auditNotice } from './audit-notice.tsx';
import { postponementAnswered, postponementAsked } from './audit-postponement.tsx';
import { teamChanged } from './objection.tsx';

const link = 'https://fairroute.example/the-next-step';
const day = '16 December 2026';
const reason = 'The office floods in July.';
const recruiter = 'Sunrise Overseas';
const reference = 'AUD-00007';
const answered = { reference, reasons: [reason], link };
const abandoned = { recruiter, reference, link };

const mustBegin = { recruiter, reference, day, link };

const mails: Record<string, [Email, string[]]> = {
  'postponement asked': [postponementAsked({ recruiter, reference, reason, link }), [recruiter, reason]],
  'postponement accepted': [postponementAnswered({ ...answered, untilDay: day }), [day]],
  'postponement declined': [postponementAnswered({ ...answered, untilDay: undefined }), [reason, 'refused']],
  'refused, to the scheme': [
    auditAbandoned({ ...abandoned, because: undefined, decideBy: day }),
    [recruiter, day],
  ],
  'a first audit to plan, to the body': [
    auditMustBegin({ ...mustBegin, first: true }),
    ['Plan its first audit', recruiter, day, 'lapses'],
  ],
  'an audit to begin, to the body': [
    auditMustBegin({ ...mustBegin, first: false }),
    ['Begin its next audit', day, 'was told the same'],
  ],
  'withdrawn, to the team': [
    auditEnded({ ...abandoned, of: 'application', ended: 'withdrawn', reader: 'body' }),
    [recruiter, 'was withdrawn', 'nothing more is asked of you'],
  ],
  'lapsed, to the recruiter': [
    auditEnded({ ...abandoned, of: 'application', ended: 'lapsed', reader: 'recruiter' }),
    ['has lapsed', 'Nobody visits you'],
  ],
  'a successor on the team': [
    teamChanged({ reference, team: 'Bo Ek', objectBy: day, link }),
    ['now: Bo Ek', `object by ${day}`],
  ],
  'a team that somebody left': [
    teamChanged({ reference, team: 'Bo Ek', objectBy: undefined, link }),
    ['now: Bo Ek', 'stays as it was'],
  ],
  cancelled: [
    auditCancelled({ reference, auditBody: 'Meridian Audit', because: 'Two of us fell ill.', link }),
    ['Meridian Audit', 'Nobody comes', 'Its reason: Two of us fell ill.'],
  ],
  'its certificate withdrawn, to the recruiter': [
    auditEnded({ ...abandoned, of: 'certificate', ended: 'withdrawn', reader: 'recruiter' }),
    ['Your certificate was withdrawn', 'still owed'],
  ],
  'broken off, to the recruiter': [
    auditAbandoned({ ...abandoned, because: 'Access was denied', decideBy: undefined }),
    [recruiter, 'Access was denied', 'The scheme now decides'],
  ],
};

test.each(Object.entries(mails))(
  '%s says what it is about, and where to go on',
  async (_name, [email, says]) => {
    const text = (await render(email.body, { plainText: true })).replace(/\s+/g, ' ');
    for (const words of [...says, reference, link]) expect(text).toContain(words);
    expect(email.subject).toContain(reference);
    expect(text).not.toMatch(/undefined|null|\[object/);
  },
);

test.each([true, false])('a notice says whether the plan has an itinerary: %s', async (itinerary) => {
  const notice = { type: 'Stage 1', days: day, window: false, leadAuditor: 'Anjali Rai', link };
  const text = await render(auditNotice({ ...notice, itinerary }).body, { plainText: true });
  expect([text.includes('itinerary'), text.includes(`${link}#itinerary`)]).toEqual([itinerary, itinerary]);
});

test.each([true, false])('a notice tells the days, or the window: %s', async (window) => {
  const email = auditNotice({
    type: 'Stage 1',
    days: day,
    window,
    itinerary: false,
    leadAuditor: 'Anjali Rai',
    link,
  });
  const text = (await render(email.body, { plainText: true })).replace(/\s+/g, ' ');
  for (const words of ['Stage 1', day, 'Anjali Rai', 'ask to postpone', link]) expect(text).toContain(words);
  expect(text.includes('not told ahead')).toBe(window);
});
