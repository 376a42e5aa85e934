import { describeMails } from '../describe-mails.ts';

import { certificateAppeal } from './certificate-appeal.tsx';
import { certificateMail } from './certificate-mail.tsx';
import { clientChanged } from './client-changed.tsx';
import { lateFindingAnnounced } from './late-finding-announced.tsx';
import { recertification } from './recertification.tsx';
import { scopeRequest } from './scope-request.tsx';
import { transferRequest } from './transfer-request.tsx';

const link = 'https://fairroute.example/the-next-step';
const recruiter = 'Sunrise Overseas';
const day = '16 December 2026';
const since = '21 August 2026';
const said = ['The licence ended in July.'];
const place = 'Our website';

const facts = { number: 'ERC-2026-00001', link };
const days = { since: '2026-08-21', day: '2026-12-16', due: '2026-12-16', until: '2026-12-16' };
const appeal = { number: 'C-12', recruiter, dueDay: day, acknowledgeDay: '2 December 2026', link };
const lodged = { ...facts, days: { since: '2026-12-02', due: '2026-12-16' } };
const transfer = { number: 'C-12', recruiter, body: 'Lantern Audits', dueDay: day, link };
const renewal = { recruiter, number: 'C-12', dueDay: day, lastDay: day, link };
const withDays = { ...facts, days };

const lateFinding = {
  ...{
    number: 'ERC-2026-00001',
    finding: 'AUD-00012/3',
    owed: 'plan' as const,
    late: false,
    extendable: true,
  },
  ...{ due: '2026-12-15', day: '2026-12-16', days: 7, link },
};

describeMails(
  {
    'use granted': {
      email: certificateMail('claim_registered', 'en', { ...facts, place, said }),
      says: [place, ...said],
    },
    'use refused': {
      email: certificateMail('claim_refused', 'en', { ...facts, place, said }),
      says: ['may not show', ...said],
    },
    'use over': {
      email: certificateMail('claim_ended', 'en', { ...facts, place }),
      says: ['Take it down today', place],
    },
    'use taken back': {
      email: certificateMail('claim_withdrawn', 'en', { ...facts, place, said }),
      says: ['any more', place, ...said],
    },
    'use beyond what was granted': {
      email: certificateMail('claim_misused', 'en', { ...withDays, place, said }),
      says: [place, ...said, day, 'Take it down', 'B.1.6'],
    },
    'appeal lodged': {
      email: certificateMail('appeal_lodged', 'en', lodged),
      says: ['no part in the decision', day, '2 December 2026'],
    },
    'appeal escalated': {
      email: certificateAppeal({ ...appeal, step: 'escalated' }),
      says: [recruiter, day, 'find two people', 'you own the scheme'],
    },
    'appeal complete': { email: certificateMail('appeal_acknowledged', 'en', lodged), says: [day] },
    'stay granted': {
      email: certificateMail('stay_granted', 'en', { ...lodged, said }),
      says: ['as it stood before', ...said],
    },
    'stay refused': {
      email: certificateMail('stay_refused', 'en', { ...lodged, said }),
      says: [day, ...said],
    },
    'appeal upheld': {
      email: certificateMail('appeal_upheld', 'en', { ...lodged, said }),
      says: ['does not stand', ...said],
    },
    'appeal upheld, decided again': {
      email: certificateMail('appeal_upheld_again', 'en', { ...lodged, said }),
      says: ['nobody who voted on the refusal', day],
    },
    'appeal dismissed': {
      email: certificateMail('appeal_dismissed', 'en', { ...lodged, said }),
      says: ['for good', ...said],
    },
    'appeal to decide': {
      email: certificateAppeal({ ...appeal, step: 'to_decide' }),
      says: [recruiter, day, 'Open the appeal'],
    },
    'appeal to confirm': {
      email: certificateAppeal({ ...appeal, step: 'to_confirm' }),
      says: [recruiter, 'confirm the proposal or send it back', day],
    },
    'appeal sent back': {
      email: certificateAppeal({ ...appeal, step: 'sent_back' }),
      says: [recruiter, 'propose anew', day],
    },
    'appeal not acknowledged': {
      email: certificateAppeal({ ...appeal, step: 'acknowledgement_late' }),
      says: [recruiter, '2 December 2026'],
    },
    'appeal due': { email: certificateAppeal({ ...appeal, step: 'decision_soon' }), says: [recruiter, day] },
    'appeal late': {
      email: certificateAppeal({ ...appeal, step: 'decision_late' }),
      says: ['Decide it', day],
    },
    'certificate ends': {
      email: certificateMail('ends', 'en', { ...withDays, ahead: 7 }),
      says: ['ENDS IN 7 DAYS', day],
    },
    'certificate ends tomorrow': {
      email: certificateMail('ends', 'en', { ...withDays, ahead: 1 }),
      says: ['ENDS TOMORROW', day],
    },
    'certificate will be withdrawn': {
      email: certificateMail('will_be_withdrawn', 'en', { ...withDays, ahead: 30 }),
      says: ['WITHDRAWN IN 30 DAYS', 'withdrawn for good', day],
    },
    'certificate will be suspended': {
      email: certificateMail('will_be_suspended', 'en', { ...withDays, ahead: 7 }),
      says: ['Pay the levy', day],
    },
    'certificate will be suspended for a licence that runs out': {
      email: certificateMail('licence_will_suspend', 'en', { ...withDays, ahead: 7 }),
      says: ['state licence', 'confirmed', day],
    },
    'finding is late': {
      email: lateFindingAnnounced('en', { ...lateFinding, change: 'suspension' }),
      says: ['AUD-00012/3', 'Send the corrective action plan by', 'is suspended on', 'more time once', day],
    },
    'finding is late already, after more time': {
      email: lateFindingAnnounced('en', {
        ...{ ...lateFinding, change: 'suspension_goes_on', owed: 'new_evidence' },
        ...{ late: true, extendable: false },
      }),
      says: ['it was due by', 'suspended for this finding as well', 'cannot be given again'],
    },
    'finding is late, and the certificate suspended': {
      email: lateFindingAnnounced('en', { ...lateFinding, change: 'withdrawal', owed: 'containment' }),
      says: ['Say how the harm was stopped', 'withdrawn for good on'],
    },
    'certificate expired': {
      email: certificateMail('expired', 'en', withDays),
      says: ['register says now that it expired', day],
    },
    'certificate suspended': {
      email: certificateMail('suspended', 'en', { ...withDays, reason: 'licence_lost' }),
      says: ['ERC-2026-00001', 'state licence was lost', since, day, '“Suspended”'],
    },
    'certificate suspended for a graver reason': {
      email: certificateMail('suspended_graver', 'en', { ...withDays, reason: 'critical_finding' }),
      says: ['goes on from that day', 'A critical finding', since, day],
    },
    'certificate suspended that ends before it would be withdrawn': {
      email: certificateMail('suspended_to_end', 'en', { ...withDays, reason: 'licence_lost' }),
      says: ['state licence was lost', since, 'it ends suspended and is not renewed'],
    },
    'request of a wider scope that goes on': {
      email: certificateMail('scope_carried', 'en', withDays),
      says: ['ERC-2026-00001', 'goes on with', 'You need do nothing'],
    },
    'use of a certificate that covers less': {
      email: certificateMail('claim_check', 'en', { ...withDays, place: 'https://himal.example' }),
      says: ['covers less', 'https://himal.example', `By ${day}`, 'took it down'],
    },
    'request of a wider scope that ended': {
      email: certificateMail('scope_ended', 'en', withDays),
      says: ['ERC-2026-00001', 'ended before the scheme answered', 'the certificate you hold'],
    },
    ...Object.fromEntries(
      (['suspended', 'lifted', 'withdrawn', 'reduced', 'returned'] as const).map((change) => [
        `certificate of a client ${change}`,
        {
          email: clientChanged({
            ...{ change, recruiter: 'Himal Agency', number: 'ERC-2026-00001', day: '1 March 2026' },
            ...{ said: ['What the public reads'], link },
          }),
          says: ['Himal Agency', 'ERC-2026-00001', '1 March 2026', 'What the public reads'],
        },
      ]),
    ),
    'certificate under watch': {
      email: certificateMail('watched', 'en', { ...withDays, reason: 'special_audit' }),
      says: ['stays in force', 'A special audit is under way', since, '“In force, under watch”'],
    },
    'watch over': {
      email: certificateMail('cleared', 'en', withDays),
      says: [since, 'without the watch', '“In force”'],
    },
    'scope reduced': {
      email: certificateMail('scope_reduced', 'en', { ...withDays, said: ['NP-QA'], open: true }),
      says: ['NP-QA', since, `appeal by ${day}`],
    },
    'scope reduced again': {
      email: certificateMail('scope_reduced', 'en', { ...withDays, said: ['NP-QA'], open: false }),
      says: ['NP-QA', 'appeal was dismissed'],
    },
    'certificate reinstated': {
      email: certificateMail('reinstated', 'en', withDays),
      says: [since, day],
    },
    'certificate withdrawn for a graver reason': {
      email: certificateMail('withdrawn_graver', 'en', { ...withDays, reason: 'fraud', open: true }),
      says: ['from that day on', 'Fraud', since, 'how soon you may apply again', `appeal by ${day}`],
    },
    'certificate withdrawn': {
      email: certificateMail('withdrawn', 'en', { ...withDays, reason: 'fraud', open: true }),
      says: ['Fraud', since, `appeal by ${day}`],
    },
    'wider scope asked for': {
      email: scopeRequest({ number: 'C-12', recruiter, link }),
      says: ['C-12', recruiter, 'Read the request'],
    },
    'wider scope audited first': {
      email: certificateMail('scope_audited', 'en', { ...facts, said }),
      says: ['decision panel', ...said],
    },
    'wider scope granted': {
      email: certificateMail('scope_extended', 'en', { ...facts, said }),
      says: ['public register', ...said],
    },
    'wider scope refused': {
      email: certificateMail('scope_refused', 'en', { ...facts, said }),
      says: ['ask again', ...said],
    },
    'transfer asked for': {
      email: transferRequest({ ...transfer, step: 'asked' }),
      says: ['C-12', 'Lantern Audits', day],
    },
    'transfer declined': {
      email: certificateMail('transfer_declined', 'en', { ...facts, body: 'Lantern Audits', said }),
      says: ['stays with its audit body', ...said],
    },
    'transferred away': {
      email: transferRequest({ ...transfer, step: 'left' }),
      says: ['C-12', 'new number'],
    },
    'recertification opened': {
      email: certificateMail('recertification_opened', 'en', withDays),
      says: [day, 'no day is lost'],
    },
    'recertification late, to the holder': {
      email: certificateMail('recertification_late', 'en', withDays),
      says: ['had to be done by', day],
    },
    'recertification opened, to the body': {
      email: recertification({ ...renewal, reader: 'body', step: 'opened' }),
      says: ['C-12', recruiter, day],
    },
    'recertification late': {
      email: recertification({ ...renewal, reader: 'scheme', step: 'late' }),
      says: ['C-12', recruiter, 'had to be done by', day],
    },
    'certificate issued': {
      email: certificateMail('issued', 'en', withDays),
      says: ['ERC-2026-00001', day],
    },
  },
  link,
);
