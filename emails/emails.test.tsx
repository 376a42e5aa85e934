import { render } from '@react-email/render';
import { expect, test } from 'vitest';

import { describeMails, type Case } from './describe-mails.ts';

import { alreadySignedUp } from './accounts/already-signed-up.tsx';
import { apiKeyChanged } from './accounts/api-key-changed.tsx';
import { completeSignUp } from './accounts/complete-sign-up.tsx';
import { confirmAddress } from './accounts/confirm-address.tsx';
import { factorChanged } from './accounts/factor-changed.tsx';
import { factorReset } from './accounts/factor-reset.tsx';
import { recoveryCodeUsed } from './accounts/recovery-code-used.tsx';
import { addressChanged } from './accounts/address-changed.tsx';
import { invitationSent } from './accounts/invitation-sent.tsx';
import { newDevice } from './accounts/new-device.tsx';
import { passwordChanged } from './accounts/password-changed.tsx';
import { resetPassword } from './accounts/reset-password.tsx';
import { signOnChanged } from './accounts/sign-on-changed.tsx';
import { rightsChanged } from './accounts/rights-changed.tsx';
import { auditBodyEngaged } from './audits/audit-body-engaged.tsx';
import { auditDue } from './audits/audit-due.tsx';
import { auditNotHeld } from './audits/audit-not-held.tsx';
import { moreTimeGiven } from './audits/more-time-given.tsx';
import { evidenceAnswered } from './findings/evidence-answered.tsx';
import { evidenceSubmitted } from './findings/evidence-submitted.tsx';
import { findingChanged } from './findings/finding-changed.tsx';
import { findingIssued } from './findings/finding-issued.tsx';
import { planAnswered } from './findings/plan-answered.tsx';
import { planSubmitted } from './findings/plan-submitted.tsx';
import { reportStep } from './audits/report-step.tsx';
import { invoiceIssued } from './billing/invoice-issued.tsx';
import { invoiceReminder } from './billing/invoice-reminder.tsx';
import { paymentReceipt } from './billing/payment-receipt.tsx';
import { refundMade } from './billing/refund-made.tsx';
import { documentRefused } from './documents/document-refused.tsx';
import { EmailFrame } from './frame.tsx';
import { licenceChanged } from './licences/licence-changed.tsx';
import { licenceEnded } from './licences/licence-ended.tsx';
import { licenceEnding } from './licences/licence-ending.tsx';

const link = 'https://fairroute.example/the-next-step';
const day = '16 December 2026';
const reason = 'The licence ended in July.';
const recruiter = 'Sunrise Overseas';

const licence = { number: '12/34', authority: 'Department of Labour', untilDay: day, link };
const invoice = { number: '2026-000001', purpose: 'Annual levy', amount: 'US$1,000.00', dueDay: day, link };

const mails: Record<string, Case> = {
  'finding changed': {
    email: findingChanged({
      number: 'AUD-00001/1',
      what: 'now major',
      sentences: [`Send your plan by ${day}.`],
      reason,
      link,
    }),
    says: ['AUD-00001/1', day, reason],
  },
  'invoice issued': { email: invoiceIssued(invoice), says: ['2026-000001', 'Annual levy', day] },
  'invoice reminder': { email: invoiceReminder(invoice), says: ['2026-000001', 'on its way', day] },
  'payment receipt': {
    email: paymentReceipt({ ...invoice, receipt: '2026-000007', day }),
    says: ['2026-000007', 'US$1,000.00', day],
  },
  ...Object.fromEntries(
    [true, false].map((byCard) => [
      `refund by ${byCard ? 'card' : 'transfer'}`,
      {
        email: refundMade({ ...invoice, reason: 'the invoice was paid already', byCard }),
        says: ['paid already', byCard ? 'card you paid with' : 'account you paid from'],
      },
    ]),
  ),
  ...Object.fromEntries(
    (['confirmed', 'suspended', 'reinstated', 'revoked'] as const).map((change) => [
      `licence ${change}`,
      { email: licenceChanged({ ...licence, change, note: reason }), says: ['12/34', change, day, reason] },
    ]),
  ),
  'licence about to end': {
    email: licenceEnding({ ...licence, days: 30 }),
    says: ['12/34', day],
  },
  'licence that ends today': { email: licenceEnding({ ...licence, days: 0 }), says: ['12/34', day] },
  ...Object.fromEntries(
    (['holder', 'scheme'] as const).flatMap((to) =>
      [true, false].map((renewalWaits) => [
        `licence ended, to the ${to}${renewalWaits ? ', a renewal waits' : ''}`,
        {
          email: licenceEnded({ ...licence, to, holder: recruiter, renewalWaits }),
          says: ['12/34', day, ...(renewalWaits ? ['renewal'] : [])],
        },
      ]),
    ),
  ),
  ...Object.fromEntries(
    (['made', 'replaced', 'revoked'] as const).map((what) => [
      `API key ${what}`,
      {
        email: apiKeyChanged({
          what,
          name: 'Portal',
          hint: 'x7Qa',
          organisation: 'Northwind',
          until: day,
          link,
        }),
        says: [what, 'Portal', 'x7Qa', 'Northwind', ...(what === 'replaced' ? [day] : [])],
      },
    ]),
  ),
  'factor added': {
    email: factorChanged({ change: 'added', factor: 'passkey', link }),
    says: ['takes the passkey that was added', 'If that was not you'],
  },
  'factor removed': {
    email: factorChanged({ change: 'removed', factor: 'authenticator app', link }),
    says: ['no longer takes the authenticator app'],
  },
  'recovery code used': { email: recoveryCodeUsed({ left: 9, link }), says: ['9 are left'] },
  'last recovery code used': { email: recoveryCodeUsed({ left: 0, link }), says: ['none is left'] },
  'factor reset asked for': {
    email: factorReset({ stage: 'requested', link }),
    says: ['Nothing has changed yet', 'stop it'],
  },
  'factor reset approved': { email: factorReset({ stage: 'approved', day, link }), says: [day, 'stop it'] },
  'factor reset stopped': { email: factorReset({ stage: 'cancelled', link }), says: ['Nothing was removed'] },
  'factor reset done': { email: factorReset({ stage: 'done', link }), says: ['Sign in with your password'] },
  'new device': {
    email: newDevice({ device: 'Firefox on Windows', place: 'Nepal', time: day, link }),
    says: ['Firefox on Windows', 'Nepal', day],
  },
  'password changed by oneself': { email: passwordChanged({ by: 'own', time: day, link }), says: [day] },
  'password reset': {
    email: passwordChanged({ by: 'reset', time: day, link }),
    says: [day, 'with a link from a mail'],
  },
  'address changed, to the old one': {
    email: addressChanged({ end: 'old', newEmail: 'new@example.org', time: day, link }),
    says: ['new@example.org', 'last mail to this address'],
  },
  'address changed, to the new one': {
    email: addressChanged({ end: 'new', newEmail: 'new@example.org', time: day, link }),
    says: ['new@example.org', day],
  },
  'sign-up to finish': {
    email: completeSignUp({ organisation: recruiter, link }),
    says: [recruiter, 'two days'],
  },
  'already signed up': { email: alreadySignedUp({ link }), says: ['nothing was changed'] },
  'password to choose': { email: resetPassword({ link }), says: ['one hour'] },
  'invitation sent': {
    email: invitationSent({
      organisation: recruiter,
      inviter: 'Mina Rai',
      role: 'recruiter',
      untilDay: day,
      link,
    }),
    says: [recruiter, 'Mina Rai', day],
  },
  'address to confirm': {
    email: confirmAddress({ end: 'old', newEmail: 'new@example.org', link }),
    says: ['new@example.org', 'do not confirm'],
  },
  'sign-on changed': {
    email: signOnChanged({ organisation: recruiter, change: 'set', link }),
    says: [recruiter, 'can sign in through the provider'],
  },
  'rights changed': {
    email: rightsChanged({ organisation: recruiter, change: 'You are an auditor from now on.', link }),
    says: ['You are an auditor from now on.', recruiter],
  },
  'audit body engaged': { email: auditBodyEngaged({ recruiter, link }), says: [recruiter] },
  'audit due': {
    email: auditDue({
      ...{ type: 'Surveillance', recruiter, certificate: 'ERC-2026-00001', lastDay: day, link },
      cause: 'A report in the media',
    }),
    says: ['Surveillance', recruiter, 'ERC-2026-00001', day, 'A report in the media'],
  },
  'audit not held': {
    email: auditNotHeld({
      ...{
        to: 'officers',
        type: 'Surveillance',
        recruiter,
        certificate: 'ERC-2026-00001',
        lastDay: day,
        suspendedOn: undefined,
        link,
      },
      body: 'Meridian Audit',
    }),
    says: ['Surveillance', recruiter, 'ERC-2026-00001', day, 'Meridian Audit', 'stays on your desk'],
  },
  'audit not held, its day of suspension': {
    email: auditNotHeld({
      ...{ to: 'holder', type: 'Surveillance', recruiter, certificate: 'ERC-2026-00001', lastDay: day, link },
      ...{ body: 'Meridian Audit', suspendedOn: '30 April 2027' },
    }),
    says: [recruiter, day, 'counts as before until 30 April 2027', 'suspended on that day'],
  },
  'more time given': {
    email: moreTimeGiven({
      ...{ to: 'body', recruiter, certificate: 'ERC-2026-00001', body: 'Meridian Audit', lastDay: day, link },
      ...{ day: '30 April 2027', suspendedOn: '29 June 2027' },
    }),
    says: [recruiter, 'Meridian Audit', day, '30 April 2027', 'no more time is given', '29 June 2027'],
  },
  'report to check': {
    email: reportStep({ step: 'fact_check', recruiter, dueDay: day, link }),
    says: [day, 'goes on as it is'],
  },
  'report commented on': { email: reportStep({ step: 'commented', recruiter, link }), says: [recruiter] },
  'report to review': {
    email: reportStep({ step: 'review', recruiter, dueDay: day, link }),
    says: [recruiter, day],
  },
  'report returned': {
    email: reportStep({ step: 'returned', recruiter, link }),
    says: [recruiter, 'send the report again'],
  },
  'report final': { email: reportStep({ step: 'final', recruiter, link }), says: ['no longer changes'] },
  'finding issued': {
    email: findingIssued({
      number: '3',
      grade: 'critical',
      requirement: 'Workers pay nothing.',
      containDay: '30 November 2026',
      planDay: '7 December 2026',
      closeDay: day,
      link,
    }),
    says: ['critical', 'Workers pay nothing.', '30 November 2026', '7 December 2026', day],
  },
  'plan accepted': {
    email: planAnswered({ number: '3', returnedFor: null, dueDay: day, link }),
    says: [day],
  },
  'plan returned': {
    email: planAnswered({ number: '3', returnedFor: reason, dueDay: day, link }),
    says: [reason, day],
  },
  'evidence verified': {
    email: evidenceAnswered({ number: '3', rejectedFor: null, dueDay: day, link }),
    says: ['Finding 3 is closed'],
  },
  'evidence rejected': {
    email: evidenceAnswered({ number: '3', rejectedFor: reason, dueDay: day, link }),
    says: [reason, day],
  },
  'plan submitted': {
    email: planSubmitted({ recruiter, number: '3', dueDay: day, link }),
    says: [recruiter, day],
  },
  'evidence submitted': {
    email: evidenceSubmitted({ recruiter, number: '3', dueDay: day, link }),
    says: [recruiter, day],
  },
  'document refused': {
    email: documentRefused({ title: 'Fee policy', filename: 'policy.pdf', link }),
    says: ['policy.pdf', 'Fee policy', 'clean copy'],
  },
};

describeMails(mails, link);

test('a frame for a language written from right to left says so', async () => {
  const frame = (
    <EmailFrame heading="شہادت" language="ur" direction="rtl" preview="شہادت" why="آپ کو یہ خط ملا">
      {null}
    </EmailFrame>
  );
  expect(await render(frame)).toMatch(/<html[^>]* dir="rtl"[^>]* lang="ur"/);
});
