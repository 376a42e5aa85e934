import type { Words } from './kinds.ts';

export const en: Words = {
  why: {
    applicant: 'You get this because you look after your agency’s application to the scheme.',
    scheme: 'You get this because you review applications for the scheme.',
    body: 'You get this because you audit for the body that this recruiter had chosen.',
  },
  steps: {
    see: 'See your application',
    pay: 'See how to pay',
    answer: 'Answer these points',
    appeal: 'Read the decision, or appeal',
    choose: 'Choose an audit body',
    continue: 'Go on with it',
    open: 'Open it',
    audits: 'See your audits',
  },
  theFee: 'the fee',
  mails: {
    submitted: {
      heading: 'We have your application',
      text: [
        'Application {reference} has arrived. You need not send anything again.',
        'The review starts when the fee is paid. The fee is {fee}. Please pay it by {day}: after that day the application lapses.',
      ],
      step: 'pay',
    },
    review_started: {
      heading: 'Your payment has arrived',
      text: [
        'The fee for application {reference} is paid, and the review goes on.',
        'You have our answer by {day}. You need do nothing until then.',
      ],
      step: 'see',
    },
    deferred: {
      heading: 'We need more from you by {day}',
      text: ['We have read application {reference}. We cannot decide yet, because:'],
      after: [
        'This is not a no. Mend these points and send the application again by {day}. There is no new fee until then. After that day an extra fee is due before the review goes on.',
      ],
      step: 'answer',
    },
    rejected: {
      heading: 'We could not accept your application',
      text: ['We have reviewed application {reference} and could not accept it. The reasons are:'],
      after: [
        'If you think we are wrong, you may appeal by {day}. People who had no part in this review will look at it. You may also apply again later, with a new fee.',
      ],
      step: 'appeal',
    },
    accepted: {
      heading: 'Accepted: your number is {number}',
      text: [
        'We have accepted your application. Your registration number is {number}. The public register now lists your agency as an applicant. That is not a certificate yet: please do not call yourself certified.',
        'Next, choose the audit body that will audit you, by {day}. After that day the application lapses.',
      ],
      step: 'choose',
    },
    deferral_expired: {
      heading: 'The time to answer has passed',
      text: [
        'We did not get your answer on application {reference} in time.',
        'You can still answer: send the application again, and pay the extra fee on the invoice we send you. Then the review goes on. Without that the application lapses after {day}.',
      ],
      step: 'answer',
    },
    lapsed: {
      heading: 'Your application has lapsed',
      text: [
        'Application {reference} has ended, because its time ran out. If your agency was listed as an applicant, it no longer is.',
        'You may begin a new application any day. It needs a new fee.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'Your application is withdrawn',
      text: [
        'Your agency has withdrawn application {reference}. If it was listed as an applicant, it no longer is.',
      ],
      step: 'see',
    },
    discarded: {
      heading: 'Your draft was deleted',
      text: [
        'Draft {reference} was deleted with everything in it. Nothing was sent, and nothing is owed. You may begin again any day.',
      ],
      step: 'see',
    },
    appealed: {
      heading: 'We have your appeal',
      text: [
        'Your appeal on application {reference} has arrived. People who had no part in the decision look at it.',
        'You have our answer by {day}. The decision stands until then.',
      ],
      step: 'see',
    },
    appeal_upheld: {
      heading: 'Your appeal is upheld',
      text: ['We have decided your appeal on application {reference} in your favour. The reasons are:'],
      after: ['What was decided is open again. You need do nothing: you hear from us.'],
      step: 'see',
    },
    appeal_dismissed: {
      heading: 'Your appeal is dismissed',
      text: [
        'We have looked at your appeal on application {reference}. The decision stands. The reasons are:',
      ],
      after: ['This is final. You may begin a new application, with a new fee.'],
      step: 'see',
    },
    payment_due: {
      heading: 'Please pay the fee by {day}',
      text: [
        'The fee for application {reference} has not arrived yet. It is {fee}. After {day} the application lapses.',
        'If you have paid already, you need do nothing.',
      ],
      step: 'pay',
    },
    answer_due: {
      heading: 'Please answer by {day}',
      text: ['We still wait for your answer on application {reference}. After {day} an extra fee is due.'],
      step: 'answer',
    },
    expired_lapse_due: {
      heading: 'Your application lapses after {day}',
      text: [
        'Application {reference} still waits for your answer and for the extra fee. Without them it ends after {day}.',
      ],
      step: 'answer',
    },
    engagement_due: {
      heading: 'Please choose an audit body by {day}',
      text: [
        'Application {reference} is accepted, but you have not told us which audit body you engage. Without one it lapses after {day}.',
      ],
      step: 'choose',
    },
    first_audit_due: {
      heading: 'An audit must be planned by {day}',
      text: [
        'No audit is planned yet for application {reference}. Please agree on the days with your audit body: without them the application lapses after {day}.',
      ],
      step: 'see',
    },
    next_audit_due: {
      heading: 'An audit must begin by {day}',
      text: [
        'No audit of application {reference} is under way. Please agree on the days with your audit body: if none begins by {day}, the application lapses.',
      ],
      step: 'see',
    },
    draft_idle: {
      heading: 'Your draft is deleted on {day}',
      text: [
        'Nobody has worked on draft {reference} for a long time. It will be deleted on {day} with everything in it.',
        'To keep it, open it and save any section.',
      ],
      step: 'continue',
    },
    body_barred: {
      heading: 'Your audit body may not audit you any more',
      text: [
        'Somebody of the audit body you engaged for application {reference} trained or advised you within two years, so it puts nobody new on an audit of you. An audit that is arranged already goes on with its team.',
        'If none is arranged yet, contract another approved body and choose it: without an audit the application lapses.',
      ],
      step: 'see',
    },
    engaged_body_barred: {
      heading: 'An audit body may not audit {recruiter} any more',
      text: [
        'Somebody of the audit body that {recruiter} engaged for application {reference} trained or advised it within two years. The body puts nobody new on its audits; {recruiter} was told, and may choose another body until an audit is arranged.',
      ],
      step: 'open',
    },
    review_due: {
      heading: 'A review is due by {day}',
      text: ['The review of application {reference} of {recruiter} is due by {day}.'],
      step: 'open',
    },
    review_overdue: {
      heading: 'A review is late',
      text: ['The review of application {reference} of {recruiter} was due by {day}.'],
      step: 'open',
    },
    appeal_due: {
      heading: 'An appeal is due by {day}',
      text: [
        'The appeal of {recruiter} on application {reference} is to be decided by {day}, by somebody who had no part in the decision.',
      ],
      step: 'open',
    },
    appeal_overdue: {
      heading: 'An appeal is late',
      text: [
        'The appeal of {recruiter} on application {reference} was due by {day}. Somebody who had no part in the decision decides it.',
      ],
      step: 'open',
    },
    appeal_lodged: {
      heading: 'An appeal was lodged',
      text: [
        '{recruiter} has appealed on application {reference}. Somebody who had no part in the decision decides it by {day}.',
      ],
      step: 'open',
    },
    body_left: {
      heading: '{recruiter} has engaged another audit body',
      text: [
        '{recruiter} has engaged another audit body for application {reference}, in place of yours. Please plan no more audits of it.',
        'The audits you held stay with you as they are.',
      ],
      step: 'audits',
    },
  },
};
