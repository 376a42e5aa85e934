import { reasons } from './en-reasons.ts';
import type { OwnWords } from './kinds.ts';

const whileSuspended = [
  'Its paper and the public register say “{suspended}”. Until it is lifted, please do not use the certificate or the mark, and do not say that you are certified.',
  'Put the matter right and send the evidence. If the suspension is not lifted by {day}, the certificate is withdrawn.',
];

const appealOpen =
  'If you think this is wrong, you may appeal by {day}. People who had no part in the decision will look at it.';

export const en: OwnWords = {
  certificate: 'Certificate {number}',
  why: 'You get this because you look after your agency’s certificate.',
  steps: {
    see: 'See your certificate',
    todo: 'See what to do',
    decision: 'Read the decision',
    appeal: 'See your appeal',
    claims: 'See where you show it',
    misuse: 'See what was recorded',
  },
  reasons,
  mails: {
    issued: {
      subject: 'Certificate {number}: valid until {until}',
      heading: 'You are certified',
      text: [
        'Your agency now holds certificate {number}. It is valid until {until}, and the public register says so to everyone who asks.',
        'It covers the offices and corridors it names. It is not a state licence and does not vouch for a single job, so please do not put it on job adverts. Sub-agents may not use it.',
        'Next, download it and show its code to partners. Each year there is an audit, and not every one is announced. The renewal has to be finished by {until}.',
      ],
      step: 'see',
    },
    suspended: {
      subject: 'Certificate {number} is suspended since {since}',
      heading: 'Your certificate is suspended',
      text: ['Certificate {number} is suspended since {since}. The reason is:'],
      after: whileSuspended,
      step: 'todo',
    },
    suspended_graver: {
      subject: 'Certificate {number} stays suspended, for a graver reason',
      heading: 'Your certificate is suspended',
      text: [
        'Certificate {number} is suspended since {since}. The suspension goes on from that day, for a graver reason:',
      ],
      after: whileSuspended,
      step: 'todo',
    },
    watched: {
      subject: 'Certificate {number} is under watch since {since}',
      heading: 'Your certificate is under watch',
      text: ['Certificate {number} stays in force, and is under watch since {since}. The reason is:'],
      after: [
        'The public register shows the watch with this reason, and the certificate’s paper says “{active_under_watch}”. The watch ends once its reason is gone; what is not put right in time can lead to a suspension.',
      ],
      step: 'see',
    },
    cleared: {
      subject: 'Certificate {number} is no longer under watch',
      heading: 'The watch has ended',
      text: [
        'Certificate {number} is in force without the watch since {since}. Its paper says “{active}” again; the history on the public register keeps the watch.',
      ],
      step: 'see',
    },
    reinstated: {
      subject: 'Certificate {number} is valid again',
      heading: 'Your certificate is valid again',
      text: [
        'The suspension of certificate {number} was lifted on {since}. Thank you for putting the matter right.',
        'The public register shows you as certified again. The suspension stays in your history, with the day it ended. You may use the certificate and the mark as before.',
        'You need do nothing now. The certificate is valid until {until}.',
      ],
      step: 'see',
    },
    withdrawn: {
      subject: 'Certificate {number} is withdrawn since {since}',
      heading: 'Your certificate is withdrawn',
      text: ['Certificate {number} is withdrawn since {since}. The reason is:'],
      after: [
        'Its paper and the public register say “{withdrawn}”. From today, take the certificate and the mark down everywhere, and do not say that you are certified. What you promised to workers still holds.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    withdrawn_graver: {
      subject: 'Certificate {number} stays withdrawn, for a graver reason',
      heading: 'Your certificate is withdrawn',
      text: [
        'Certificate {number} is withdrawn since {since}. What came to light since gives the withdrawal a graver reason, from that day on:',
      ],
      after: ['The public register gives this reason now, and how soon you may apply again follows from it.'],
      open: appealOpen,
      step: 'decision',
    },
    ends: {
      subject: 'Certificate {number} ends {in}',
      heading: 'Your certificate ends {in}',
      text: [
        'Certificate {number} counts through {day}. The day after, the public register says that it expired.',
        'A certificate of a new cycle has to be granted before that day. Talk to your audit body about the recertification.',
      ],
      step: 'see',
    },
    will_be_withdrawn: {
      subject: 'Certificate {number} will be withdrawn {in}',
      heading: 'Your suspended certificate will be withdrawn {in}',
      text: [
        'The suspension of certificate {number} was not resolved. On {day} the certificate is withdrawn for good.',
        'Put the matter right and send the evidence, so that the suspension can be lifted before that day.',
      ],
      step: 'see',
    },
    will_be_suspended: {
      subject: 'Certificate {number} will be suspended {in}',
      heading: 'Your certificate will be suspended {in}',
      text: [
        'The yearly levy for certificate {number} is open. If it is not paid, the certificate is suspended on {day}.',
        'Pay the levy before that day and nothing changes.',
      ],
      step: 'see',
    },
    licence_will_suspend: {
      subject: 'Certificate {number}: its licence runs out, suspended {in}',
      heading: 'Your certificate will be suspended {in}',
      text: [
        'The state licence that certificate {number} rests on runs out. If no valid one is confirmed before, the certificate is suspended on {day}.',
        'Enter the renewed licence, or a new one for the same country, and have it confirmed by its authority or the scheme before that day. Then nothing changes.',
      ],
      step: 'see',
    },
    surveillance_will_suspend: {
      subject: 'Certificate {number}: its yearly audit is late, suspended {in}',
      heading: 'Your certificate will be suspended {in}',
      text: [
        'The surveillance audit of certificate {number} was not held by its day. If it is not held before, the certificate is suspended on {day}.',
        'Agree on the days with your audit body and let it in. Once the audit is held, nothing changes. If the audit body does not come, write to the scheme: it can give more time.',
      ],
      step: 'see',
    },
    expired: {
      subject: 'Certificate {number} has expired',
      heading: 'Your certificate has expired',
      text: [
        'Certificate {number} counted through {day}. The public register says now that it expired.',
        'Please stop using the certificate and the mark. Your certificate page says whether it can be restored.',
      ],
      step: 'see',
    },
    scope_reduced: {
      subject: 'Certificate {number} covers less since {since}',
      heading: 'The scope of your certificate was reduced',
      text: ['Certificate {number} stays as it is, and covers less since {since}. It covers no more:'],
      after: [
        'The public register shows this. Please do not say that you are certified for what left the scope. Earlier versions are kept, with their days.',
      ],
      open: 'If you think this is wrong, an owner of your agency can appeal by {day}. The smaller scope stands until people who had no part in it have decided, unless they let the earlier one stand meanwhile.',
      closed: 'This follows from your appeal: your appeal was dismissed, and the reduction counts again.',
      step: 'see',
    },
    scope_audited: {
      subject: 'An audit comes before the wider scope of certificate {number}',
      heading: 'The wider scope is audited first',
      text: [
        'What you asked for has to be seen on site. Your audit body plans the audit with you, and the decision panel answers after it. Until then certificate {number} covers what it covers now.',
      ],
      step: 'see',
    },
    scope_extended: {
      subject: 'Certificate {number} covers more from today',
      heading: 'The scope of your certificate was extended',
      text: [
        'What you asked for was granted. Certificate {number} shows its wider scope on the public register now.',
      ],
      step: 'see',
    },
    scope_refused: {
      subject: 'Certificate {number} keeps its scope',
      heading: 'The wider scope was refused',
      text: [
        'What you asked for was not granted. Certificate {number} covers what it covered before. You may ask again.',
      ],
      step: 'see',
    },
    transfer_declined: {
      subject: '{body} does not take over your certificate',
      heading: '{body} does not take over your certificate',
      text: ['Certificate {number} stays with its audit body, as it was. You may ask another body.'],
      step: 'see',
    },
    recertification_opened: {
      subject: 'Recertify {number}: audit by {due}',
      heading: 'Recertification is open',
      text: [
        'Certificate {number} ends on {day}. The months in which your certificate can be renewed begin now.',
        'When the recertification audit is done by {due}, the next certificate runs from the end of this one and no day is lost.',
      ],
      step: 'see',
    },
    recertification_late: {
      subject: 'Recertification of {number} is late',
      heading: 'The recertification audit is late',
      text: [
        'The recertification audit of your certificate had to be done by {due}, and is not. Certificate {number} ends on {day}.',
        'Done now, the next certificate runs from the day it is granted. Without a decision before its end, the certificate expires.',
      ],
      step: 'see',
    },
    claim_registered: {
      heading: 'you may show it',
      text: [
        'You may show certificate {number} as you asked: {place}. The public register lists this use while the certificate is in force.',
      ],
      step: 'claims',
    },
    claim_refused: {
      heading: 'a use was refused',
      text: ['You may not show certificate {number} as you asked: {place}.'],
      step: 'claims',
    },
    claim_ended: {
      heading: 'stop showing it',
      text: [
        'Certificate {number} does not count now. Take it down today: {place}. If it comes into force again, ask anew.',
      ],
      step: 'claims',
    },
    claim_withdrawn: {
      heading: 'the scheme takes a use back',
      text: ['You may not show certificate {number} here any more: {place}. Take it down today.'],
      step: 'claims',
    },
    claim_misused: {
      heading: 'a misuse was recorded',
      text: ['On {day} certificate {number} was seen used beyond what it covers: {place}.'],
      after: [
        'Take it down, or put it right, today. It is a finding on indicator B.1.6, true public claims: your audit team raises it, and you answer it with a plan like any other. The scheme may suspend the certificate for it.',
      ],
      step: 'misuse',
    },
    appeal_lodged: {
      subject: 'Certificate {number}: we have your appeal',
      heading: 'We have your appeal',
      text: [
        'Your appeal arrived. You hear by {since} that it is complete, and by {due} how it was decided, by people who had no part in the decision. What was decided stands until then, unless they grant a stay.',
      ],
      step: 'appeal',
    },
    appeal_acknowledged: {
      subject: 'Certificate {number}: your appeal is complete',
      heading: 'Your appeal is complete',
      text: [
        'Your appeal is complete and is with people who had no part in the decision. You hear from them by {due}.',
      ],
      step: 'appeal',
    },
    stay_granted: {
      subject: 'Certificate {number}: a stay was granted',
      heading: 'A stay was granted',
      text: [
        'Until your appeal is decided, the certificate stands as it stood before the decision. The public register shows this now.',
      ],
      step: 'appeal',
    },
    stay_refused: {
      subject: 'Certificate {number}: a stay was refused',
      heading: 'A stay was refused',
      text: ['What was decided stands until your appeal is decided, by {due}.'],
      step: 'appeal',
    },
    appeal_upheld: {
      subject: 'Certificate {number}: your appeal was upheld',
      heading: 'Your appeal was upheld',
      text: ['The decision does not stand any more. Your certificate’s page shows what follows.'],
      step: 'appeal',
    },
    appeal_upheld_again: {
      subject: 'Certificate {number}: your appeal was upheld',
      heading: 'Your appeal was upheld',
      text: [
        'The refusal does not stand any more. The decision panel decides on what you asked for again, by {due}; nobody who voted on the refusal votes on it. You need do nothing, and hear from us when it is decided.',
      ],
      step: 'appeal',
    },
    appeal_dismissed: {
      subject: 'Certificate {number}: your appeal was dismissed',
      heading: 'Your appeal was dismissed',
      text: ['What was decided stands, for good. If it was stayed, it takes effect again from today.'],
      step: 'appeal',
    },
  },
};
