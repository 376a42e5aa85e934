import { z } from 'zod';

import { gapReason } from '../team/forms.ts';
import { asksSource, auditTriggers, noticeTypes, orderedTypes } from '../model.ts';

export const scheduleEntryForm = z.object({
  colleagues: z.array(z.uuid('Choose from the list')).default([]),
  gapReason,
});
export type ScheduleEntryForm = z.output<typeof scheduleEntryForm>;

const blank = (sent: unknown) => (sent === '' ? undefined : sent);
const cause = {
  causeSource: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .min(3, 'Name the source in at least 3 characters')
      .max(500, 'This is too long')
      .optional(),
  ),
  causeOn: z.preprocess(blank, z.iso.date('Enter a day').optional()),
};

const wholeOrder = z.object({
  type: z.enum(orderedTypes, { message: 'Choose what is ordered' }),
  trigger: z.enum(auditTriggers, { message: 'Choose what gave cause' }),
  noticeType: z.enum(noticeTypes, { message: 'Choose who is told' }),
  dueOn: z.iso.date({ message: 'Enter the last day' }),
  grounds: z
    .string({ message: 'Say what gave cause' })
    .trim()
    .min(10, 'Say what gave cause in at least 10 characters')
    .max(5000, 'This is too long'),
  ...cause,
});

/** What came from outside the house is looked up again: where it was said or who called, and on which day. */
export const orderForm = wholeOrder.superRefine(({ trigger, causeSource, causeOn }, { addIssue }) => {
  if (!asksSource(trigger)) return;
  if (!causeSource)
    addIssue({ code: 'custom', path: ['causeSource'], message: 'Name the source of this cause' });
  if (!causeOn) addIssue({ code: 'custom', path: ['causeOn'], message: 'Enter the day of this cause' });
});
export type OrderForm = z.output<typeof orderForm>;

export const feedForm = z.object({ do: z.enum(['make', 'end'], { message: 'Choose one' }) });
