import type { ReactNode } from 'react';

import { dayInWords } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { State } from '../model.ts';
import { firstOpen, isWhole } from './sections.tsx';

type Invoice = { number: string; amountMinor: number; currency: string; dueOn: string };
type Application = {
  state: State;
  reviewDueOn?: string;
  answerBy?: string;
  lapsesOn?: string | null;
  appealDueOn?: string;
  auditBody: string | null;
  barred?: boolean;
  /** An audit the applicant was told of is not over. */
  arranged?: boolean;
  /** The last day on which the next audit may begin; null while one is under way. */
  auditBy?: string | null;
};
type Props = {
  application: Application;
  done: readonly string[];
  scans: number;
  invoice: Invoice | undefined;
};

/** The one thing the applicant does next, or whom it waits for. */
export function NextStep(props: Props) {
  const { title, text, action } = step(props);
  return (
    <Card title={title}>
      <p>{text}</p>
      {action}
    </Card>
  );
}

type Step = { title: string; text: string; action?: ReactNode };

function step(props: Props): Step {
  const { application } = props;
  switch (application.state) {
    case 'draft':
    case 'deferred':
      return filling(props);
    case 'submitted':
      return {
        title: 'Your application is with the scheme',
        text: 'The invoice for the fee is on its way to you by mail.',
      };
    case 'awaiting_payment':
      return paying(props.invoice);
    case 'under_review':
      return {
        title: 'The scheme reviews your application',
        text: `You hear from us${by(application.reviewDueOn)}. There is nothing you need to do.`,
      };
    case 'accepted':
      return {
        title: 'Choose an audit body',
        text: 'You are on the register as an applicant. Contract one of the approved audit bodies, then tell us which.',
        action: <ButtonLink to="/apply/audit-body">Choose an audit body</ButtonLink>,
      };
    case 'engaged':
      return engaged(application);
    case 'in_audit':
      return inAudit(application);
    case 'decision_pending':
      return {
        title: 'The decision panel has your package',
        text: 'People who did not audit you decide, within 30 days.',
      };
    case 'certified':
      return {
        title: 'You are certified',
        text: 'Your certificate stands on the public register.',
        action: <ButtonLink to="/certificate">See your certificate</ButtonLink>,
      };
    case 'deferred_expired':
      return {
        title: 'The time to answer has passed',
        text: `Answer what the scheme asked and send it, then pay the extra fee on the invoice we mailed: the review goes on when it has arrived. Without it the application lapses${after(application.lapsesOn)}.`,
        action: <ButtonLink to={firstOpen(props)}>Answer</ButtonLink>,
      };
    case 'appealed':
      return {
        title: 'Your appeal is with the scheme',
        text: `People who had no part in the decision look at it. You hear from us${by(application.appealDueOn)}.`,
        action: (
          <ButtonLink to="/apply/appeal" kind="secondary">
            See your appeal
          </ButtonLink>
        ),
      };
    case 'rejected':
    case 'refused':
      return {
        title:
          application.state === 'rejected'
            ? 'We could not accept this application'
            : 'Certification was refused',
        text: 'If you think the decision is wrong, you may appeal within 30 days: people who had no part in it decide. You may also begin a new application, with a new fee.',
        action: (
          <ButtonLink to="/apply/appeal" kind="secondary">
            Appeal
          </ButtonLink>
        ),
      };
    case 'withdrawn':
    case 'lapsed':
    case 'discarded':
      return {
        title: 'This application has ended',
        text: 'You may begin a new one. A new application needs a new fee.',
      };
  }
}

const after = (day: string | null | undefined) => (day ? ` after ${dayInWords(day)}` : '');
const by = (day: string | undefined) => (day ? ` by ${dayInWords(day)}` : '');

const anotherBody = ({ auditBody }: Application, which: string, lapsesOn?: string | null): Step => ({
  title: 'Choose another audit body',
  text: `Somebody of ${auditBody ?? 'your audit body'} trained or advised you within two years, so it puts nobody new on an audit of you. Where it has arranged no ${which}, contract another body and tell us which: without an audit the application lapses${after(lapsesOn)}.`,
  action: <ButtonLink to="/apply/audit-body">Choose another audit body</ButtonLink>,
});

const engaged = (application: Application): Step => {
  const { auditBody, barred, lapsesOn } = application;
  return barred
    ? anotherBody(application, 'audit yet', lapsesOn)
    : {
        title: 'The audit body plans your audit',
        text: `${auditBody ?? 'Your audit body'} will tell you the days. Until it has arranged an audit you may choose another.`,
        action: (
          <ButtonLink to="/apply/audit-body" kind="secondary">
            Choose another audit body
          </ButtonLink>
        ),
      };
};

/** Audits that are over stay with the body that held them; the next one may be another's. */
const inAudit = (application: Application): Step => {
  const { auditBy, auditBody, barred, arranged } = application;
  if (barred && !arranged) return anotherBody(application, 'further audit', auditBy);
  return {
    title: 'You are in audit',
    text: auditBy
      ? `Agree on the days of the next audit with ${auditBody ?? 'your audit body'}: if none begins by ${dayInWords(auditBy)}, the application lapses.`
      : 'Findings appear under Findings as soon as the report is final.',
    action: (
      <ButtonLink to="/findings" kind="secondary">
        See findings
      </ButtonLink>
    ),
  };
};

function filling(props: Props): Step {
  const { state, answerBy } = props.application;
  const whole = isWhole(props);
  const deferred = state === 'deferred';
  return {
    title: deferred ? 'The scheme asks for more' : whole ? 'Check and send' : 'Go on with your application',
    text: deferred
      ? `Read the reasons in the mail we sent, change what is needed, and send the application again${by(answerBy)}.`
      : whole
        ? 'Every section is filled in. Read it once more, then send it.'
        : 'Finish the sections marked open. Everything you saved is kept.',
    action: <ButtonLink to={firstOpen(props)}>{whole ? 'Check your answers' : 'Continue'}</ButtonLink>,
  };
}

function paying(invoice: Invoice | undefined): Step {
  if (!invoice)
    return { title: 'Pay the application fee', text: 'The invoice is on its way to you by mail.' };
  const { number, dueOn } = invoice;
  return {
    title: 'Pay the application fee',
    text: `Transfer ${amountWithCode(invoice)} by ${dayInWords(dueOn)} to the account named in the scheme's mail, with ${number} as the reference. The review begins when the money has arrived.`,
    action: <ButtonLink to="/fees">See the invoice and how to pay</ButtonLink>,
  };
}
