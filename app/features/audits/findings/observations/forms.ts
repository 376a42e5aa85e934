import { z } from 'zod';

import { harms } from '../../remedy/model.ts';
import { gradingField } from '../grading/forms.ts';
import { lookAnswers } from './model.ts';

export const graver = ['critical', 'major', 'minor'] as const;

export const lookForm = z
  .object({
    answer: z.enum(lookAnswers, { message: 'Say what became of it' }),
    note: z
      .string({ message: 'Say what you saw, 10 characters at least' })
      .trim()
      .min(10, 'Say what you saw, 10 characters at least')
      .max(10_000, 'This is too long: 10,000 characters at most'),
    grade: z.enum(graver).optional(),
    harm: z.enum(harms).optional(),
    ...gradingField,
  })
  .superRefine(({ answer, grade }, context) => {
    if (answer === 'raised' && !grade)
      context.addIssue({ code: 'custom', path: ['grade'], message: 'Choose the grade it has now' });
  });
export type LookForm = z.output<typeof lookForm>;
