import { z } from 'zod';

import { words } from '../forms.ts';
import { voteChoices } from './model.ts';

export const declareForm = z.object({
  conflicted: z
    .enum(['no', 'yes'], { message: 'Say whether you have a conflict of interest' })
    .transform((answer) => answer === 'yes'),
  statement: z
    .string({ message: 'Say what ties you looked at' })
    .trim()
    .min(10, 'Say in a sentence what ties you looked at, 10 characters at least')
    .max(2000, 'This is too long'),
});
export type DeclareForm = z.output<typeof declareForm>;

const condition = z.object({
  text: z
    .string({ message: 'Say what has to be done' })
    .trim()
    .min(10, 'Say what has to be done, in at least 10 characters')
    .max(1000, 'This is too long'),
  dueOn: z.iso.date('Enter the day by which it has to be done'),
  owner: z
    .string({ message: 'Name who is responsible' })
    .trim()
    .min(2, 'Name who is responsible')
    .max(200, 'This is too long'),
});

const point = z.object({
  findingId: z.uuid('This finding is not known'),
  reasons: z
    .string({ message: 'Say what you make of this open finding' })
    .trim()
    .min(10, 'Say what you make of this open finding, in at least 10 characters')
    .max(2000, 'This is too long'),
});

export const voteForm = z
  .object({
    vote: z.enum(voteChoices, { message: 'Choose your vote' }),
    reasons: words('Give your reasons'),
    points: z.array(point).max(500).default([]),
    conditions: z.array(condition).max(20, 'Set at most 20 conditions').default([]),
    /** Reference of the package as the member read it. */
    package: z.string().regex(/^[0-9a-f]{64}$/, 'Open the package again'),
  })
  .superRefine(({ vote, conditions }, context) => {
    const set = conditions.length > 0;
    if (vote === 'grant_with_conditions' && !set)
      context.addIssue({ code: 'custom', path: ['conditions'], message: 'Set at least one condition' });
    if (vote !== 'grant_with_conditions' && set)
      context.addIssue({
        code: 'custom',
        path: ['conditions'],
        message: 'Remove the conditions, or grant with conditions',
      });
  });
export type VoteForm = z.output<typeof voteForm>;
