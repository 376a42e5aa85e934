import { z } from 'zod';

import { words } from '../forms.ts';

export const askForm = z.object({
  body: z.uuid({ message: 'Choose an audit body' }),
  grounds: words('Say why you want to change'),
});
export type AskForm = z.output<typeof askForm>;

export const answerForm = z.object({
  outcome: z.enum(['accepted', 'declined'], { message: 'Choose an answer' }),
  answer: words('Give the reasons'),
});
export type AnswerForm = z.output<typeof answerForm>;
