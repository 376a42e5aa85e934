import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

export type AppealStep =
  | 'lodged'
  | 'to_decide'
  | 'acknowledged'
  | 'stay_granted'
  | 'stay_refused'
  | 'upheld'
  | 'upheld_again'
  | 'dismissed'
  | 'acknowledgement_late'
  | 'decision_soon'
  | 'decision_late';

type Appeal = {
  step: AppealStep;
  number: string;
  recruiter: string;
  /** Of whoever decided; empty where nothing was. */
  reasons: string;
  dueDay: string;
  acknowledgeDay: string;
  link: string;
};
type Words = { subject: string; heading: string; what: string };

const holder = (appeal: Appeal): Partial<Record<AppealStep, Words>> => {
  const { number, dueDay, acknowledgeDay } = appeal;
  return {
    lodged: {
      subject: `Certificate ${number}: we have your appeal`,
      heading: 'We have your appeal',
      what: `Your appeal arrived. You hear by ${acknowledgeDay} that it is complete, and by ${dueDay} how it was decided, by people who had no part in the decision. What was decided stands until then, unless they grant a stay.`,
    },
    acknowledged: {
      subject: `Certificate ${number}: your appeal is complete`,
      heading: 'Your appeal is complete',
      what: `Your appeal is complete and is with people who had no part in the decision. You hear from them by ${dueDay}.`,
    },
    stay_granted: {
      subject: `Certificate ${number}: a stay was granted`,
      heading: 'A stay was granted',
      what: 'Until your appeal is decided, the certificate stands as it stood before the decision. The public register shows this now.',
    },
    stay_refused: {
      subject: `Certificate ${number}: a stay was refused`,
      heading: 'A stay was refused',
      what: `What was decided stands until your appeal is decided, by ${dueDay}.`,
    },
    upheld: {
      subject: `Certificate ${number}: your appeal was upheld`,
      heading: 'Your appeal was upheld',
      what: 'The decision does not stand any more. Your certificate’s page shows what follows.',
    },
    upheld_again: {
      subject: `Certificate ${number}: your appeal was upheld`,
      heading: 'Your appeal was upheld',
      what: `The refusal does not stand any more. The decision panel decides on what you asked for again, by ${dueDay}; nobody who voted on the refusal votes on it. You need do nothing, and hear from us when it is decided.`,
    },
    dismissed: {
      subject: `Certificate ${number}: your appeal was dismissed`,
      heading: 'Your appeal was dismissed',
      what: 'What was decided stands, for good. If it was stayed, it takes effect again from today.',
    },
  };
};

const scheme = (appeal: Appeal): Partial<Record<AppealStep, Words>> => {
  const { number, recruiter, dueDay, acknowledgeDay } = appeal;
  return {
    to_decide: {
      subject: `Certificate ${number}: an appeal to decide`,
      heading: 'An appeal was lodged',
      what: `${recruiter} appeals against a decision on certificate ${number}. You had no part in it, as far as we know: declare whether anything ties you to them, then read it. It is decided by ${dueDay}.`,
    },
    acknowledgement_late: {
      subject: `Certificate ${number}: an appeal is not acknowledged yet`,
      heading: 'An appeal waits to be acknowledged',
      what: `${recruiter} was to hear by ${acknowledgeDay} that its appeal is complete. Nobody has told them.`,
    },
    decision_soon: {
      subject: `Certificate ${number}: decide the appeal by ${dueDay}`,
      heading: 'An appeal is due',
      what: `The appeal of ${recruiter} is to be decided by ${dueDay}.`,
    },
    decision_late: {
      subject: `Certificate ${number}: the appeal is late`,
      heading: 'An appeal is late',
      what: `The appeal of ${recruiter} was to be decided by ${dueDay}. Decide it, or find somebody who had no part in the decision.`,
    },
  };
};

/** An appeal on its way: to the holder, and to those of the scheme who may decide it. */
export const certificateAppeal = (appeal: Appeal): Email => {
  const toHolder = holder(appeal)[appeal.step];
  const words = toHolder ?? scheme(appeal)[appeal.step];
  if (!words) throw new Error(`No words for ${appeal.step}`);
  const why = toHolder
    ? 'You get this because you look after your agency’s certificate.'
    : 'You get this because you may decide appeals for the scheme.';
  return {
    subject: words.subject,
    body: (
      <EmailFrame heading={words.heading} preview={words.what} why={why}>
        <Paragraph>{words.what}</Paragraph>
        {appeal.reasons === '' ? null : <Paragraph>{appeal.reasons}</Paragraph>}
        <NextStep link={appeal.link}>{toHolder ? 'See your appeal' : 'Open the appeal'}</NextStep>
      </EmailFrame>
    ),
  };
};
