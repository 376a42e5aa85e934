import { z } from 'zod';

import { anyText, text } from '../forms.ts';
import { abortReasons, noticeTypes, type NoticeType } from '../model.ts';

const laterDay = z.preprocess(
  (sent) => (sent === '' ? undefined : sent),
  z.iso.date('Enter a day').optional(),
);

export const planForm = z
  .object({
    noticeType: z.enum(noticeTypes, { message: 'Choose how the recruiter is told' }),
    startsOn: z.iso.date('Enter the first day'),
    endsOn: z.iso.date('Enter the last day'),
    windowFrom: laterDay,
    windowUntil: laterDay,
    plan: text('Write the plan: places, people and records, 20 characters at least', 20),
    lateReasons: anyText.refine(
      (reasons) => reasons === '' || reasons.length >= 20,
      'Give the reasons in 20 characters at least',
    ),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'The last day is before the first',
  })
  .refine(({ noticeType, windowFrom }) => noticeType !== 'semi_announced' || windowFrom, {
    path: ['windowFrom'],
    message: 'Enter the day on which the window opens',
  })
  .refine(({ noticeType, windowUntil }) => noticeType !== 'semi_announced' || windowUntil, {
    path: ['windowUntil'],
    message: 'Enter the day on which the window closes',
  });
export type PlanForm = z.output<typeof planForm>;

/** The window a form means: only a semi-announced audit has one. */
export const windowOf = ({ noticeType, windowFrom, windowUntil }: PlanForm) =>
  noticeType === 'semi_announced' && windowFrom && windowUntil
    ? { from: windowFrom, until: windowUntil }
    : null;

type Saved = Partial<Record<'startsOn' | 'endsOn' | 'plan', string | null>> & {
  noticeType: NoticeType | null;
};

/** What was planned before, to be changed. */
export const savedPlan = (
  { noticeType, startsOn, endsOn, plan }: Saved,
  {
    windowFrom,
    windowUntil,
    lateReasons,
  }: Record<'windowFrom' | 'windowUntil' | 'lateReasons', string | null>,
  within: readonly NoticeType[],
) => ({
  ...chosenNotice(noticeType, within),
  ...{ startsOn: startsOn ?? '', endsOn: endsOn ?? '', plan: plan ?? '' },
  ...{ windowFrom: windowFrom ?? '', windowUntil: windowUntil ?? '', lateReasons: lateReasons ?? '' },
});

/** Where the programme leaves no choice, it is made. */
function chosenNotice(planned: NoticeType | null, within: readonly NoticeType[]) {
  const [only, ...others] = within;
  const noticeType = planned ?? (others.length === 0 ? only : undefined);
  return noticeType ? { noticeType } : {};
}

/** Empty where there is time enough. */
export const notifyForm = z.object({
  reason: z
    .string()
    .trim()
    .max(10_000, 'This is too long: 10,000 characters at most')
    .default('')
    .refine((reason) => reason === '' || reason.length >= 10, 'Give the reason in 10 characters at least'),
});
export type NotifyForm = z.output<typeof notifyForm>;

export const abortForm = z.object({
  reason: z.enum(abortReasons, { message: 'Choose why the audit was broken off' }),
  note: text('Say what happened, 20 characters at least', 20),
});
export type AbortForm = z.output<typeof abortForm>;
