import { describeMails, type Case } from '../describe-mails.ts';
import { decisionMade } from './decision-made.tsx';
import { conditionTold } from './condition-told.tsx';
import type { MatterKind } from './matter-words.ts';
import { readyForDecision } from './ready-for-decision.tsx';

const recruiter = 'Everest Workforce';
const day = '16 December 2026';
const reason = 'Workers confirmed that they paid nothing.';
const link = 'https://scheme.example/certificate';
const certificate = { number: 'ERC-2026-00001', lastDay: '28 February 2029' };

/** What each kind says to the panel, and of both outcomes to the recruiter. */
const kinds: Record<MatterKind, { before: string; granted: string; refused: string }> = {
  initial: {
    before: 'can no longer change',
    granted: 'grants your agency',
    refused: 'You may also apply again',
  },
  recertification: {
    before: 'recertification audit',
    granted: 'renews your certificate',
    refused: `counts through ${certificate.lastDay}`,
  },
  restoration: {
    before: 'has expired',
    granted: 'runs from the end of the old one',
    refused: `ended on ${certificate.lastDay}`,
  },
  scope_extension: {
    before: 'cover more',
    granted: 'shows the wider scope now',
    refused: 'covers what it covered before',
  },
  abandoned_audit: {
    before: 'refused or broken off',
    granted: 'planned anew',
    refused: 'could not be carried out',
  },
  lift: { before: 'is suspended', granted: 'lifts the suspension', refused: 'stays suspended' },
};

const decided = { reasons: [reason], conditions: [reason], appealDay: day, link };
const every: readonly MatterKind[] = [
  ...(['initial', 'recertification', 'scope_extension', 'restoration', 'lift', 'abandoned_audit'] as const),
];
const mails = every.flatMap((kind) => {
  const of = kind === 'initial' || kind === 'abandoned_audit' ? undefined : certificate;
  const { before, granted, refused } = kinds[kind];
  const told: [string, Case][] = [
    [
      `${kind} before the panel`,
      { email: readyForDecision({ kind, recruiter, dueDay: day, link }), says: [recruiter, day, before] },
    ],
    [
      `${kind} granted`,
      {
        email: decisionMade({
          kind,
          certificate: of,
          outcome: kind === 'abandoned_audit' ? 'returned' : 'granted',
          ...decided,
        }),
        says: [granted, reason],
      },
    ],
    [
      `${kind} refused`,
      {
        email: decisionMade({ kind, certificate: of, outcome: 'refused', ...decided, conditions: [] }),
        says: [refused, reason, day],
      },
    ],
  ];
  return told;
});

mails.push([
  'before the panel again',
  {
    email: readyForDecision({ kind: 'lift', recruiter, again: true, dueDay: day, link }),
    says: [recruiter, day, 'appeal against that was upheld', 'did not vote on it then'],
  },
]);

describeMails(Object.fromEntries(mails), link);

const condition = {
  ...{ recruiter, text: 'Train every sub-agent.', owner: 'Mina Rai', dueDay: day, evidence: '', link },
  reader: 'holder' as const,
};
describeMails(
  {
    'condition due soon': {
      email: conditionTold({ ...condition, step: 'soon' }),
      says: ['Train every sub-agent.', 'Mina Rai', day, 'can lead to a suspension'],
    },
    'condition overdue': {
      email: conditionTold({ ...condition, step: 'overdue' }),
      says: ['Train every sub-agent.', day, 'The day has passed'],
    },
    'condition met': {
      email: conditionTold({ ...condition, step: 'met', evidence: reason }),
      says: ['Train every sub-agent.', reason, 'nothing more to do'],
    },
    'condition not met': {
      email: conditionTold({ ...condition, step: 'not_met', evidence: reason }),
      says: ['Train every sub-agent.', reason, 'may be suspended'],
    },
    'condition to settle': {
      email: conditionTold({ ...condition, reader: 'scheme', step: 'overdue' }),
      says: [recruiter, 'Train every sub-agent.', day, 'Settle the condition'],
    },
  },
  link,
);
