import { z } from 'zod';

import { gapReason } from '../team/forms.ts';
import { auditTriggers, noticeTypes, orderedTypes } from '../model.ts';

export const scheduleEntryForm = z.object({
  colleagues: z.array(z.uuid('Choose from the list')).default([]),
  gapReason,
});
export type ScheduleEntryForm = z.output<typeof scheduleEntryForm>;

export const orderForm = z.object({
  type: z.enum(orderedTypes, { message: 'Choose what is ordered' }),
  trigger: z.enum(auditTriggers, { message: 'Choose what gave cause' }),
  noticeType: z.enum(noticeTypes, { message: 'Choose who is told' }),
  dueOn: z.iso.date({ message: 'Enter the last day' }),
  grounds: z
    .string({ message: 'Say what gave cause' })
    .trim()
    .min(10, 'Say what gave cause in at least 10 characters')
    .max(5000, 'This is too long'),
});
export type OrderForm = z.output<typeof orderForm>;

export const feedForm = z.object({ do: z.enum(['make', 'end'], { message: 'Choose one' }) });
