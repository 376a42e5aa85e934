import { z } from 'zod';

import { text } from '../forms.ts';
import { noticeTypes } from '../model.ts';

export const planForm = z
  .object({
    noticeType: z.enum(noticeTypes, { message: 'Choose how the recruiter is told' }),
    startsOn: z.iso.date('Enter the first day'),
    endsOn: z.iso.date('Enter the last day'),
    plan: text('Write the plan: places, people and records, 20 characters at least', 20),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'The last day is before the first',
  });
export type PlanForm = z.output<typeof planForm>;
