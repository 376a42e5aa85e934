import { z } from 'zod';

import { mostReduction } from './days.ts';
import { dimensionNames, dimensions, populationOf, tooMany, type Group, type Groups } from './sample.ts';

const whole = (message: string, least: number, most: number) =>
  z.coerce.number({ message }).int(message).min(least, message).max(most, message);

export const daysForm = z
  .object({
    effectiveStaff: whole('Enter how many people work there, 1 at least', 1, 100_000),
    extraBranches: whole('Enter the further branches to be visited, 0 or more', 0, 1000),
    corridors: whole('Enter the number of corridors, 1 at least', 1, 1000),
    interviews: whole('Enter the number of interviews, 0 or more', 0, 100_000),
    highRiskTiers: whole('Enter the number of tiers, 0 or more', 0, 100),
    reductionPercent: whole(`Enter a number from 0 to ${mostReduction}`, 0, mostReduction),
    reductionReason: z.string().trim().max(10_000, 'This is too long: 10,000 characters at most').default(''),
    offSiteDays: z.coerce
      .number({ message: 'Enter days, 0 or more' })
      .min(0, 'Enter days, 0 or more')
      .max(10_000, 'Enter fewer days')
      .multipleOf(0.5, 'Enter whole or half days'),
  })
  .refine(({ reductionPercent, reductionReason }) => reductionPercent === 0 || reductionReason.length >= 20, {
    path: ['reductionReason'],
    message: 'Give the reasons for the reduction, 20 characters at least',
  });
export type DaysForm = z.output<typeof daysForm>;

const line = /^(.+?)\s*[:;,\t]\s*(\d{1,7})$/;

/** One group a line, "Nepal to Qatar: 240"; what cannot be read is told by its line. */
const groups = z
  .string()
  .max(50_000, 'This is too long')
  .default('')
  .transform((text, context): Group[] => {
    const lines = text.split('\n').map((one) => one.trim());
    const read = lines.flatMap((one, place) => {
      if (one === '') return [];
      const [, name, workers] = line.exec(one) ?? [];
      if (name !== undefined && name.length <= 300) return [{ name, workers: Number(workers) }];
      context.addIssue({
        code: 'custom',
        message: `Line ${place + 1} is not a name, a colon and a number of workers`,
      });
      return [];
    });
    if (new Set(read.map(({ name }) => name)).size < read.length)
      context.addIssue({ code: 'custom', message: 'A name stands here twice' });
    if (read.length > 100) context.addIssue({ code: 'custom', message: 'Name 100 groups at most' });
    return read;
  });

export const sampleForm = z
  .object({
    corridor: groups,
    employer: groups,
    sector: groups,
    sex: groups,
    sub_agent: groups,
    stage: groups,
    leftOut: z.string().trim().max(10_000, 'This is too long: 10,000 characters at most').default(''),
  })
  .superRefine((sent, context) => {
    if (populationOf(sent) === 0 || populationOf(sent) > 1_000_000)
      context.addIssue({ code: 'custom', path: ['corridor'], message: 'Enter the workers of each corridor' });
    for (const dimension of tooMany(sent))
      context.addIssue({
        code: 'custom',
        path: [dimension],
        message: `${dimensionNames[dimension]}: more workers stand here than in all corridors together`,
      });
  });

export const linesOf = (named: readonly Group[]) =>
  named.map(({ name, workers }) => `${name}: ${workers}`).join('\n');

/** What stands in the boxes before anybody changed it. */
export const sampleAnswers = (known: Groups) =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, linesOf(known[dimension])]));
