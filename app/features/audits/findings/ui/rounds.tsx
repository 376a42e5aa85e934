import type { ReactNode } from 'react';

import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Section, Summary } from '#app/ui/page.tsx';

type Answered = { answer: string | null; answerReason: string | null; answeredAt: Date | null };
type Plan = Answered & {
  round: number;
  rootCause: string | null;
  correction: string | null;
  correctiveAction: string | null;
  preventiveAction: string | null;
  remedyToWorkers: string | null;
  /** Instead of all that is above. */
  noActionReason: string | null;
  owner: string | null;
  targetOn: string | null;
  submittedAt: Date;
};
type Proof = Answered & {
  round: number;
  description: string;
  documentId: string | null;
  version: number | null;
  filename: string | null;
  bytes: number | null;
  sha256: string | null;
  submittedAt: Date;
};

const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;
const line = (term: string, words: string | null) => (words ? [{ term, value: text(words) }] : []);

/** Every plan that was sent, the latest first, each with its answer. */
export function Plans({ plans }: { plans: readonly Plan[] }) {
  if (plans.length === 0) return null;
  return (
    <Section title="Corrective action plan">
      {plans.map((plan) => (
        <Round key={plan.round} what="Plan" round={plan.round} submittedAt={plan.submittedAt} answered={plan}>
          <PlanSummary plan={plan} />
        </Round>
      ))}
    </Section>
  );
}

export const PlanSummary = ({ plan }: { plan: Plan }) => (
  <Summary
    items={[
      ...line('Nothing is planned, because', plan.noActionReason),
      ...line('Root cause', plan.rootCause),
      ...line('Correction', plan.correction),
      ...line('Corrective action', plan.correctiveAction),
      ...line('Preventive action', plan.preventiveAction),
      ...line('Remedy to workers', plan.remedyToWorkers),
      ...line('Responsible', plan.owner),
      ...line('Done by', plan.targetOn && dayInWords(plan.targetOn)),
    ]}
  />
);

/** Every time the harm was said to be stopped, with what shows it, the latest first, each with its answer. */
export function Containments({ containments }: { containments: readonly Proof[] }) {
  if (containments.length === 0) return null;
  return (
    <Section title="How the harm was stopped">
      {containments.map((said) => (
        <Round
          key={said.round}
          what="Harm stopped"
          round={said.round}
          submittedAt={said.submittedAt}
          answered={{ ...said, answer: said.answer && (answersInWords[said.answer] ?? said.answer) }}
        >
          <ProofSummary proof={said} />
        </Round>
      ))}
    </Section>
  );
}

const answersInWords: Record<string, string> = {
  contained: 'believed by the audit team',
  not_contained: 'not stopped, says the audit team',
};

/** Everything sent as evidence, the latest first, each with its answer. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  if (proofs.length === 0) return null;
  return (
    <Section title="Evidence of correction">
      {proofs.map((proof) => (
        <Round
          key={proof.round}
          what="Evidence"
          round={proof.round}
          submittedAt={proof.submittedAt}
          answered={proof}
        >
          <ProofSummary proof={proof} />
        </Round>
      ))}
    </Section>
  );
}

export const ProofSummary = ({ proof }: { proof: Proof }) => (
  <Summary
    items={[
      { term: 'What was done', value: text(proof.description) },
      {
        term: 'File',
        value: proof.documentId ? (
          <>
            <TextLink to={`/files/documents/${proof.documentId}/${proof.version ?? 1}`}>
              {proof.filename}
            </TextLink>{' '}
            <span className="text-sm text-ink-2">{bytesInWords(proof.bytes ?? 0)}</span>
            <span className="block text-sm break-all text-ink-2">{`SHA-256 ${proof.sha256 ?? ''}`}</span>
            <TextLink to={`/documents/${proof.documentId}`}>
              Who saw it, and whether it was checked for viruses
            </TextLink>
          </>
        ) : (
          'None'
        ),
      },
    ]}
  />
);

type RoundProps = { what: string; round: number; submittedAt: Date; answered: Answered; children: ReactNode };

function Round({ what, round, submittedAt, answered, children }: RoundProps) {
  const { answer, answerReason, answeredAt } = answered;
  return (
    <Card title={`${what}, round ${round}`}>
      <p className="text-sm text-ink-2">{`Sent on ${timeInWords(submittedAt)}`}</p>
      {children}
      {answer && answeredAt ? (
        <p>
          <strong className="capitalize">{answer}</strong>
          {` on ${timeInWords(answeredAt)}`}
          {answerReason ? <span className="block whitespace-pre-line">{answerReason}</span> : null}
        </p>
      ) : (
        <p>Waits for the auditor’s answer.</p>
      )}
    </Card>
  );
}
