import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';
import { isFeeCategory } from '#app/questionnaire/fee-categories.ts';

import { provenance, version } from '../forms.ts';
import { payersAllowed } from './model.ts';

const said = {
  payerAllowed: z.enum(payersAllowed, 'Choose who may be charged'),
  cap: z
    .string()
    .trim()
    .max(300, 'This is too long')
    .default('')
    .transform((text) => text || null),
  ...provenance,
};
type Said = { payerAllowed: string; cap: string | null };

const isWhole = ({ payerAllowed, cap }: Said) => (payerAllowed === 'worker_capped') === (cap !== null);
const wrongCap = {
  path: ['cap'],
  message: 'Say how much at most where there is a cap, and leave it empty where there is none',
};

export const ruleForm = z
  .object({
    country: z
      .string({ message: 'Choose a country' })
      .refine((code) => countryCodes.includes(code), 'Choose a country'),
    category: z
      .string()
      .default('')
      .transform((code) => code || null)
      .refine((code) => code === null || isFeeCategory(code), 'Choose from the list'),
    validFrom: z.iso.date('Enter the first day on which it holds'),
    ...said,
  })
  .refine(isWhole, wrongCap);
export type RuleForm = z.output<typeof ruleForm>;

export const changeRuleForm = z.object({ ...said, version }).refine(isWhole, wrongCap);
export type ChangeRuleForm = z.output<typeof changeRuleForm>;
