import { z } from 'zod';

import { auditTypes, conformities, noticeTypes, readinessOutcomes } from './model.ts';

const text = (message: string, least = 1) =>
  z.string({ message }).trim().min(least, message).max(10_000, 'This is too long: 10,000 characters at most');
const anyText = z.string().trim().max(10_000, 'This is too long: 10,000 characters at most').default('');

export const scheduleForm = z.object({
  type: z.enum(auditTypes, { message: 'Choose stage 1 or stage 2' }),
  colleagues: z.array(z.uuid('Choose from the list')).max(20, 'Choose at most 20 people').default([]),
});
export type ScheduleForm = z.output<typeof scheduleForm>;

export const declareForm = z.object({
  conflicted: z
    .enum(['no', 'yes'], { message: 'Say whether you have a conflict of interest' })
    .transform((answer) => answer === 'yes'),
  statement: text('Say in a sentence what ties you looked at, 10 characters at least', 10),
});
export type DeclareForm = z.output<typeof declareForm>;

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

/** `revision` is the one the person saw, 0 where nobody had assessed; `next` is where their button leads. */
export const assessForm = z
  .object({
    conformity: z.enum(conformities, { message: 'Choose what you found' }),
    note: anyText,
    evidence: anyText,
    revision: z.coerce.number().int().min(0).default(0),
    next: z.enum(['indicator', 'finding']).default('indicator'),
  })
  .refine(({ conformity, note }) => note !== '' || conformity === 'conforms' || conformity === 'come_back', {
    path: ['note'],
    message: 'Say why in a note',
  });
export type AssessForm = z.output<typeof assessForm>;

export const readinessForm = z.object({
  readiness: z.enum(readinessOutcomes, { message: 'Choose the outcome of stage 1' }),
  summary: text('Sum up what stage 1 found, 20 characters at least', 20),
});
export type ReadinessForm = z.output<typeof readinessForm>;

export const reportForm = z.object({
  summary: text('Sum up the audit for the reviewer and the decision panel, 20 characters at least', 20),
});
export type ReportForm = z.output<typeof reportForm>;

export const approveForm = z.object({ note: anyText });
export type ApproveForm = z.output<typeof approveForm>;

export const reasonForm = z.object({ reason: text('Give your reason, 10 characters at least', 10) });
export type ReasonForm = z.output<typeof reasonForm>;
