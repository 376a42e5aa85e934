import { timeInWords } from '#app/platform/calendar.ts';
import { Card } from '#app/ui/page.tsx';

import type { Outcome } from '../../model.ts';

export type Proposed = {
  round: number;
  outcome: Outcome;
  reasons: string;
  author: string;
  own: boolean;
  proposedAt: Date | string;
  answer: 'confirmed' | 'sent_back' | null;
  second: string | null;
  answeredAt: Date | string | null;
  answerReasons: string | null;
};

/** The one that waits for a second person. */
export const openOf = (proposals: readonly Proposed[]) => proposals.find(({ answer }) => answer === null);

const outcomes: Record<Outcome, string> = { upheld: 'Uphold the appeal', dismissed: 'Dismiss the appeal' };

/** Who proposed what, and what a second person said to it. */
export const ProposalCards = ({ proposals }: { proposals: readonly Proposed[] }) => (
  <>
    {proposals.map((proposal) => (
      <ProposalCard key={proposal.round} proposal={proposal} />
    ))}
  </>
);

export const ProposalCard = ({ proposal }: { proposal: Proposed }) => (
  <Card title={`Proposed: ${outcomes[proposal.outcome].toLowerCase()}`}>
    <p className="text-sm text-ink-2">{`By ${proposal.author}, ${timeInWords(proposal.proposedAt)}`}</p>
    <p className="whitespace-pre-line">{proposal.reasons}</p>
    <p>{answerOf(proposal)}</p>
    {proposal.answerReasons ? <p className="whitespace-pre-line">{proposal.answerReasons}</p> : null}
  </Card>
);

function answerOf({ answer, own, second, answeredAt }: Proposed) {
  if (answer === null || answeredAt === null)
    return own ? 'Waits for a second person: not for you.' : 'Waits for a second person.';
  const by = `by ${second ?? ''}, ${timeInWords(answeredAt)}`;
  return answer === 'confirmed' ? `Confirmed ${by}` : `Sent back ${by}`;
}
