import type { Grade } from '#app/features/scheme/model.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { Card, Section } from '#app/ui/page.tsx';

import { gradeHints, gradeNames } from '../../model.ts';

type Regrade = {
  id: string;
  from: Grade;
  to: Grade;
  reason: string;
  proposedAt: Date;
  proposer: string;
  outcome: 'approved' | 'dismissed' | null;
  answerReason: string | null;
  answeredAt: Date | null;
  answerer: string | null;
};

/** Every other grade that was proposed, with the reasons of both people. */
export function Regrades({ regrades }: { regrades: readonly Regrade[] }) {
  if (regrades.length === 0) return null;
  return (
    <Section title="Changes of grade">
      {regrades.map((regrade) => (
        <RegradeCard key={regrade.id} regrade={regrade} />
      ))}
    </Section>
  );
}

export function RegradeCard({ regrade }: { regrade: Regrade }) {
  const { from, to, reason, proposer, proposedAt, outcome, answerer, answeredAt, answerReason } = regrade;
  return (
    <Card title={`${gradeNames[from]} to ${gradeNames[to].toLowerCase()}`}>
      <p className="text-sm text-ink-2">{`Proposed by ${proposer} on ${timeInWords(proposedAt)}`}</p>
      <p>{`${gradeNames[to]}: ${gradeHints[to]}`}</p>
      <p className="whitespace-pre-line">{reason}</p>
      {outcome && answerer && answeredAt ? (
        <p>
          <strong className="capitalize">{outcome}</strong>
          {` by ${answerer} on ${timeInWords(answeredAt)}`}
          <span className="block whitespace-pre-line">{answerReason}</span>
        </p>
      ) : (
        <p>Waits for a second person of the audit body.</p>
      )}
    </Card>
  );
}
