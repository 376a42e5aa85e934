import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Card } from '#app/ui/page.tsx';

import { answererNames, type AnswererRole } from '../../../model.ts';

type Dispute = {
  statement: string;
  disputedAt: Date;
  outcome: 'kept' | 'regraded' | 'withdrawn' | null;
  answerReason: string | null;
  answeredAt: Date | null;
  answeredAs: AnswererRole;
  /** When the finding ran on without the answer; and by when that was due. */
  ranOnAt: Date | null;
  dueOn: string | null;
};

const outcomes = {
  kept: 'The finding was kept',
  regraded: 'The finding was given another grade',
  withdrawn: 'The finding was withdrawn',
};

/** What the recruiter contests, and the audit body's answer. */
export function DisputeCard({ dispute }: { dispute: Dispute }) {
  const { statement, disputedAt, outcome, answerReason, answeredAt, answeredAs, ranOnAt, dueOn } = dispute;
  return (
    <Card title="Disputed by the recruiter">
      <p className="text-sm text-ink-2">{`On ${timeInWords(disputedAt)}`}</p>
      <p className="whitespace-pre-line">{statement}</p>
      {outcome && answeredAt ? (
        <p>
          <strong>{outcomes[outcome]}</strong>
          {` on ${timeInWords(answeredAt)}, by the ${answererNames[answeredAs].toLowerCase()}`}
          <span className="block whitespace-pre-line">{answerReason}</span>
        </p>
      ) : (
        <p>Waits for the answer of somebody at the audit body who did not raise the finding.</p>
      )}
      {ranOnAt && dueOn ? (
        <p>{`The answer was due by ${dayInWords(dueOn)} and did not come: since ${timeInWords(ranOnAt)} the finding runs on, its days later by those it stood still.`}</p>
      ) : null}
    </Card>
  );
}
