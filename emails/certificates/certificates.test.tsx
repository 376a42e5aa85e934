import { describeMails } from '../describe-mails.ts';

import { certificateAppeal } from './certificate-appeal.tsx';
import { certificateChangeAnnounced } from './certificate-change-announced.tsx';
import { lateFindingAnnounced } from './late-finding-announced.tsx';
import { certificateCleared, certificateWatched } from './certificate-watched.tsx';
import { certificateIssued } from './certificate-issued.tsx';
import { certificateReinstated } from './certificate-reinstated.tsx';
import { certificateSuspended } from './certificate-suspended.tsx';
import { certificateWithdrawn } from './certificate-withdrawn.tsx';
import { recertification } from './recertification.tsx';
import { claimMisused } from './claim-misused.tsx';
import { claimTold } from './claim-told.tsx';
import { scopeReduced } from './scope-reduced.tsx';
import { scopeRequest } from './scope-request.tsx';
import { transferRequest } from './transfer-request.tsx';

const link = 'https://fairroute.example/the-next-step';
const recruiter = 'Sunrise Overseas';
const day = '16 December 2026';
const reason = 'The licence ended in July.';
const certificate = { number: 'ERC-2026-00001', day, days: 7, link };
const lateFinding = {
  ...{
    number: 'ERC-2026-00001',
    finding: 'AUD-00012/3',
    owed: 'plan' as const,
    late: false,
    extendable: true,
  },
  ...{ dueDay: '15 December 2026', day, days: 7, link },
};

const transfer = {
  ...{
    number: 'C-12',
    recruiter: 'Sunrise Overseas',
    body: 'Lantern Audits',
    reasons: reason,
    dueDay: day,
    link,
  },
};

const appeal = {
  ...{ number: 'C-12', recruiter, reasons: '', dueDay: day, acknowledgeDay: '2 December 2026', link },
};
const renewal = { recruiter, number: 'C-12', dueDay: day, lastDay: day, link };

describeMails(
  {
    'use granted': {
      email: claimTold({ step: 'registered', number: 'C-12', place: 'Our website', answer: reason, link }),
      says: ['Our website', reason],
    },
    'use refused': {
      email: claimTold({ step: 'refused', number: 'C-12', place: 'Our website', answer: reason, link }),
      says: ['may not show', reason],
    },
    'use over': {
      email: claimTold({ step: 'ended', number: 'C-12', place: 'Our website', answer: '', link }),
      says: ['Take it down today', 'Our website'],
    },
    'use beyond what was granted': {
      email: claimMisused({ number: 'C-12', place: 'Our website', what: reason, seenDay: day, link }),
      says: ['Our website', reason, day, 'Take it down', 'B.1.6'],
    },
    'appeal lodged': {
      email: certificateAppeal({ ...appeal, step: 'lodged' }),
      says: ['no part in the decision', day, '2 December 2026'],
    },
    'appeal to decide': {
      email: certificateAppeal({ ...appeal, step: 'to_decide' }),
      says: [recruiter, day],
    },
    'appeal acknowledged': {
      email: certificateAppeal({ ...appeal, step: 'acknowledged' }),
      says: ['complete', day],
    },
    'stay granted': {
      email: certificateAppeal({ ...appeal, step: 'stay_granted', reasons: reason }),
      says: ['stood before the decision', reason],
    },
    'stay refused': {
      email: certificateAppeal({ ...appeal, step: 'stay_refused', reasons: reason }),
      says: ['stands until your appeal is decided', reason],
    },
    'appeal upheld': {
      email: certificateAppeal({ ...appeal, step: 'upheld', reasons: reason }),
      says: ['does not stand any more', reason],
    },
    'appeal upheld, before the panel again': {
      email: certificateAppeal({ ...appeal, step: 'upheld_again', reasons: reason }),
      says: ['decides on what you asked for again', 'nobody who voted on the refusal', day, reason],
    },
    'appeal dismissed': {
      email: certificateAppeal({ ...appeal, step: 'dismissed', reasons: reason }),
      says: ['for good', reason],
    },
    'appeal not acknowledged': {
      email: certificateAppeal({ ...appeal, step: 'acknowledgement_late' }),
      says: ['Nobody has told them', '2 December 2026'],
    },
    'appeal due': {
      email: certificateAppeal({ ...appeal, step: 'decision_soon' }),
      says: ['to be decided by', day],
    },
    'appeal late': {
      email: certificateAppeal({ ...appeal, step: 'decision_late' }),
      says: ['was to be decided by', day],
    },
    'certificate ends': {
      email: certificateChangeAnnounced({ ...certificate, change: 'expiry' }),
      says: ['ERC-2026-00001', 'recertification', day],
    },
    'certificate will be withdrawn': {
      email: certificateChangeAnnounced({ ...certificate, change: 'withdrawal' }),
      says: ['ERC-2026-00001', 'lifted', day],
    },
    'certificate will be suspended': {
      email: certificateChangeAnnounced({ ...certificate, change: 'suspension' }),
      says: ['Pay the levy', day],
    },
    'finding is late': {
      email: lateFindingAnnounced({ ...lateFinding, change: 'suspension' }),
      says: ['AUD-00012/3', 'Send the corrective action plan by', 'is suspended on', 'more time once', day],
    },
    'finding is late already, after more time': {
      email: lateFindingAnnounced({
        ...{ ...lateFinding, change: 'suspension_goes_on', owed: 'new_evidence' },
        ...{ late: true, extendable: false },
      }),
      says: ['it was due by', 'suspended for this finding as well', 'cannot be given again'],
    },
    'finding is late, and the certificate suspended': {
      email: lateFindingAnnounced({ ...lateFinding, change: 'withdrawal', owed: 'containment' }),
      says: ['Say how the harm was stopped', 'withdrawn for good on'],
    },
    'certificate expired': {
      email: certificateChangeAnnounced({ ...certificate, change: 'expired' }),
      says: ['register says now that it expired', day],
    },
    'certificate suspended': {
      email: certificateSuspended({
        number: 'C-12',
        reason,
        sinceDay: '21 August 2026',
        answerDay: day,
        link,
      }),
      says: ['C-12', reason, '21 August 2026', day],
    },
    'certificate suspended for a graver reason': {
      email: certificateSuspended({
        ...{ number: 'C-12', reason, sinceDay: '21 August 2026', graver: true, answerDay: day, link },
      }),
      says: ['goes on from that day', reason, '21 August 2026', day],
    },
    'certificate under watch': {
      email: certificateWatched({ number: 'C-12', reason, sinceDay: '21 August 2026', link }),
      says: ['C-12', 'stays in force', reason, '21 August 2026'],
    },
    'watch over': {
      email: certificateCleared({ number: 'C-12', sinceDay: '21 August 2026', link }),
      says: ['C-12', '21 August 2026', 'without the watch'],
    },
    'scope reduced': {
      email: scopeReduced({
        number: 'C-12',
        gone: ['NP-QA'],
        sinceDay: '21 August 2026',
        appealDay: day,
        link,
      }),
      says: ['C-12', 'NP-QA', '21 August 2026', `appeal by ${day}`],
    },
    'scope reduced again': {
      email: scopeReduced({ number: 'C-12', gone: ['NP-QA'], sinceDay: '21 August 2026', link }),
      says: ['C-12', 'NP-QA', 'appeal was dismissed'],
    },
    'certificate reinstated': {
      email: certificateReinstated({ number: 'C-12', sinceDay: '9 October 2026', validUntilDay: day, link }),
      says: ['C-12', '9 October 2026'],
    },
    'certificate withdrawn': {
      email: certificateWithdrawn({
        number: 'C-12',
        reason,
        sinceDay: '21 August 2026',
        appealDay: day,
        link,
      }),
      says: ['C-12', reason, day],
    },
    'wider scope asked for': {
      email: scopeRequest({ step: 'asked', number: 'C-12', recruiter, reasons: '', link }),
      says: ['C-12', recruiter, 'Read the request'],
    },
    'wider scope audited first': {
      email: scopeRequest({ step: 'audited', number: 'C-12', recruiter, reasons: reason, link }),
      says: ['C-12', 'decision panel', reason],
    },
    'wider scope granted': {
      email: scopeRequest({ step: 'extended', number: 'C-12', recruiter, reasons: reason, link }),
      says: ['C-12', reason, 'public register'],
    },
    'wider scope refused': {
      email: scopeRequest({ step: 'refused', number: 'C-12', recruiter, reasons: reason, link }),
      says: ['C-12', reason, 'ask again'],
    },
    'transfer asked for': {
      email: transferRequest({ ...transfer, step: 'asked' }),
      says: ['C-12', 'Lantern Audits', day],
    },
    'transfer declined': {
      email: transferRequest({ ...transfer, step: 'declined' }),
      says: ['C-12', reason],
    },
    'transferred away': {
      email: transferRequest({ ...transfer, step: 'left' }),
      says: ['C-12', 'new number'],
    },
    'recertification opened': {
      email: recertification({ ...renewal, reader: 'holder', step: 'opened' }),
      says: ['C-12', day, 'no day is lost'],
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
      email: certificateIssued({ number: 'C-12', validUntilDay: day, link }),
      says: ['C-12', day],
    },
  },
  link,
);
