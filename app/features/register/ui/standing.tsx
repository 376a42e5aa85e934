import { dayInWords } from '#app/platform/calendar.ts';
import { StandingBanner, StatusTag } from '#app/ui/status-tag.tsx';

import {
  reasonNames,
  standingNames,
  standingTones,
  type ReasonClass,
  type Standing,
} from '../../certificates/model.ts';

const dayOfMoment = (moment: string) => dayInWords(moment.slice(0, 10));
const isReason = (text: string): text is ReasonClass => Object.hasOwn(reasonNames, text);

export const reasonInWords = (reason: string | null) =>
  reason && isReason(reason) ? reasonNames[reason] : null;

export const StandingTag = ({ standing }: { standing: Pick<Standing, 'status'> }) => (
  <StatusTag tone={standingTones[standing.status]}>{standingNames[standing.status]}</StatusTag>
);

/** "since 18 March 2025". */
export const sinceInWords = ({ since }: Pick<Standing, 'since'>) => `since ${dayOfMoment(since)}`;

/** That there is an appeal, never what it says. */
export const AppealPending = () => (
  <p>
    <strong>Appeal pending.</strong> The holder appealed against a decision on its certificate. Until people
    who had no part in the decision have decided, what stands above counts.
  </p>
);

type Certified = { validUntil: string; auditBody: string } | null;

/** Where a recruiter stands, what that means and what it does not promise. */
export function StandingPanel({ standing, certificate }: { standing: Standing; certificate: Certified }) {
  const { status } = standing;
  const since = dayOfMoment(standing.since);
  const reason = reasonInWords(standing.reasonClass);
  return (
    <StandingBanner tone={standingTones[status]} title={standingNames[status]}>
      {status === 'certified' && certificate ? (
        <p>
          since {since}, until {dayInWords(certificate.validUntil)}. Audited by {certificate.auditBody}. The
          certificate covers the recruitment system of the offices and corridors below; it is not a state
          licence and does not vouch for each job.
        </p>
      ) : null}
      {status === 'certified_under_watch' ? (
        <p>
          since {since}. {reason}.{' '}
          {standing.reasonClass === 'special_audit'
            ? 'The certificate stands meanwhile; what the audit finds decides what becomes of it.'
            : 'The certificate stands while this is corrected, and is suspended when it is not.'}
        </p>
      ) : null}
      {status === 'suspended' ? (
        <p>
          since {since}. Reason: {reason}. While it is suspended the certificate does not count: do not rely
          on it, and pay nothing.
        </p>
      ) : null}
      {status === 'withdrawn' ? (
        <p>
          since {since}. Reason: {reason}. This recruiter is not certified any more.
        </p>
      ) : null}
      {status === 'expired' ? (
        <p>
          since {since}.{' '}
          {reason
            ? `The certificate came to its end while it was suspended. Reason: ${reason}. Nothing was put right before, and it does not count: pay nothing.`
            : 'The certificate came to its end and was not renewed.'}
        </p>
      ) : null}
      {status === 'applicant' ? (
        <p>
          since {since}. It has applied and is being audited. It is not certified yet, and may not say that it
          is.
        </p>
      ) : null}
      {status === 'not_certified' ? <p>since {since}. It applied, and certification was refused.</p> : null}
    </StandingBanner>
  );
}
