import { z } from 'zod';

import { text } from '../../forms.ts';

export const objectionForm = z.object({
  member: z.uuid('Choose whom you object to'),
  reasons: text('Give your reasons, 10 characters at least', 10),
});
export type ObjectionForm = z.output<typeof objectionForm>;

export const answerForm = z.object({
  outcome: z.enum(['upheld', 'dismissed'], { message: 'Choose your answer' }),
  reasons: text('Give your reasons, 10 characters at least', 10),
  successor: z.uuid('Choose from the list').optional(),
});
export type AnswerForm = z.output<typeof answerForm>;
