import { z } from 'zod';

import { feeCategoryName } from '#app/questionnaire/fee-categories.ts';

import { en } from '../complaints/words/latin/en.ts';

/** What a section says, line by line, as the desk reads it; what somebody left empty is left out. */
export type Line = { term: string; value: string };

const terms: Record<string, string> = {
  ...{ complainant: 'Who writes', stage: 'Where the worker is', others: 'Others it happens to' },
  ...{ issues: 'What was done', elsewhere: 'Told elsewhere' },
  ...{ agent: 'Agent', employer: 'Employer', place: 'Place', when: 'When', from: 'From', to: 'To' },
  ...{ wanted: 'Wanted', other: 'Also wanted', how: 'How to be reached', words: 'What to say to others' },
  ...{ parties: 'May be told' },
};

/** Codes in words, whichever list they are of. */
const meanings: Record<string, string> = {
  ...{ ...en.complainants, ...en.stages, ...en.issues, ...en.wanted, ...en.consents },
};
const worded = (code: string) => meanings[code] ?? code;

const shape = z.record(z.string(), z.unknown());
const payment = z
  .object({ category: z.string(), amount: z.string(), currency: z.string(), to: z.string() })
  .partial();

export const sectionLines = (said: unknown): Line[] =>
  Object.entries(shape.safeParse(said).data ?? {}).flatMap(([name, value]) =>
    name === 'lines' ? paymentLines(value) : lineOf(terms[name] ?? name, value),
  );

function lineOf(term: string, value: unknown): Line[] {
  if (typeof value === 'string') return value === '' ? [] : [{ term, value: worded(value) }];
  const several = z.array(z.string()).safeParse(value).data ?? [];
  return several.length === 0 ? [] : [{ term, value: several.map(worded).join('; ') }];
}

const paymentLines = (value: unknown): Line[] =>
  (z.array(payment).safeParse(value).data ?? []).flatMap(({ category, amount, currency, to }) => {
    const parts = [amount, currency, to && `to ${to}`].filter(Boolean);
    if (!category && parts.length === 0) return [];
    return [
      { term: category ? feeCategoryName(category) : 'Payment', value: parts.join(' ') || 'No amount said' },
    ];
  });
