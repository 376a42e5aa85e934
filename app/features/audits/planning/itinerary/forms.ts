import { z } from 'zod';

import { activities, auditeeRoles, type Item } from './model.ts';

/** More than an audit of a fortnight has. */
const most = 60;
const time = (message: string) => z.string({ message }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message);

const line = z
  .object({
    day: z.iso.date('Enter the day'),
    from: time('Enter when it begins, such as 09:30'),
    to: time('Enter when it ends, such as 11:00'),
    activity: z.enum(activities, { message: 'Choose what is done' }),
    place: z
      .string({ message: 'Enter the place' })
      .trim()
      .min(2, 'Enter the place')
      .max(300, 'The place is too long: 300 characters at most'),
    note: z.string().trim().max(1000, 'This is too long: 1,000 characters at most').default(''),
    auditors: z
      .array(z.uuid({ message: 'Choose from the team' }), { message: 'Choose who of the team is there' })
      .min(1, 'Choose who of the team is there')
      .max(50),
    auditees: z.array(z.enum(auditeeRoles, { message: 'Choose from the list' })).default([]),
    teamAlone: z.literal('on').optional(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'This ends before it begins' })
  .refine(({ activity, note }) => activity !== 'other' || note !== '', {
    path: ['note'],
    message: 'Say what is done there',
  });

export const itineraryForm = z.object({
  items: z
    .array(line, { message: 'Write one line at least' })
    .min(1, 'Write one line at least')
    .max(most, `Write ${most} lines at most`),
});
export type ItineraryForm = z.output<typeof itineraryForm>;

/** What the lines of a form mean. */
export const itemsOf = ({ items }: ItineraryForm): Item[] =>
  items.map(({ teamAlone, auditors, auditees, ...said }) => ({
    ...said,
    auditors: [...new Set(auditors)],
    auditees: [...new Set(auditees)],
    told: teamAlone ? 'team' : 'recruiter',
  }));
