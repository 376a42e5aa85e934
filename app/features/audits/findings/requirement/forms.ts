import { z } from 'zod';

import { harms } from '../../remedy/model.ts';
import { requirementKinds } from '../model.ts';

const line = z.string().trim().max(300, 'This is too long: 300 characters at most').optional();

/** What a finding is measured by; without a word it is the indicator. */
export const requirementFields = {
  requirementKind: z.enum(requirementKinds).optional(),
  lawInstrument: line,
  lawPlace: line,
  /** Version, section and place of the answer in the application as it was sent: "1/4/2". */
  declaration: z
    .string()
    .regex(/^\d{1,4}\/\d{1,4}\/\d{1,4}$/, 'Choose one of the answers')
    .optional(),
  /** What workers suffered; without a word nothing. */
  harm: z.enum(harms).optional(),
};

type Measured = z.output<z.ZodObject<typeof requirementFields>>;
type Missing = (field: keyof Measured, message: string) => void;

/** A law has its name and place, a declaration the answer that was given. */
export function whatIsMissing(
  { requirementKind, lawInstrument, lawPlace, declaration }: Measured,
  missing: Missing,
) {
  if (requirementKind === 'law') {
    if (!lawInstrument) missing('lawInstrument', 'Name the law, rule or permit');
    if (!lawPlace) missing('lawPlace', 'Name the article, section or condition');
  }
  if (requirementKind === 'declaration' && !declaration)
    missing('declaration', 'Choose the answer that was not kept');
}
