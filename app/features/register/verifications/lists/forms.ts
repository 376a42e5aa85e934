import { z } from 'zod';

import { fields, mostColumns, type Columns, type Field } from './model.ts';

const place = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .refine((column) => column < mostColumns)
  .optional()
  .catch(undefined);

const identifying = ['name', 'registrationNumber', 'licenceNumber', 'certificateNumber'] as const;
const shape: Record<Field, typeof place> = {
  ...{ name: place, country: place, registrationNumber: place, licenceNumber: place },
  ...{ certificateNumber: place, ref: place, asOf: place },
};

/** Which column is what. At least one says who is meant, and no column is two things. */
export const columnsForm = z
  .object({
    ...shape,
    headed: z.enum(['yes', 'no'], { message: 'Say whether the first row names the columns' }),
  })
  .superRefine((chosen, context) => {
    if (identifying.every((field) => chosen[field] === undefined))
      context.addIssue({
        code: 'custom',
        path: ['name'],
        message: 'Choose the column of names, or one of numbers',
      });
    const seen = new Set<number>();
    for (const field of fields) {
      const column = chosen[field];
      if (column === undefined) continue;
      if (seen.has(column))
        context.addIssue({
          code: 'custom',
          path: [field],
          message: 'This column was chosen for something else',
        });
      seen.add(column);
    }
  })
  .transform(({ headed, ...chosen }): Columns => {
    const places = Object.fromEntries(Object.entries(chosen).filter(([, column]) => column !== undefined));
    return { headed: headed === 'yes', places };
  });

/** Rows of a page with what was chosen for each; one that nothing was chosen for waits. */
export const choicesForm = z.object({
  rows: z
    .array(
      z.object({
        line: z
          .string()
          .regex(/^\d{1,5}$/)
          .transform(Number),
        chosen: z
          .string()
          .regex(/^(none|[A-Z0-9-]{1,40})$/, 'Choose one of them')
          .optional(),
      }),
    )
    .max(50)
    .default([])
    .transform((rows) =>
      rows.flatMap(({ line, chosen }) =>
        chosen === undefined ? [] : [{ line, chosen: chosen === 'none' ? null : chosen }],
      ),
    ),
});
export type ChoicesForm = z.output<typeof choicesForm>;
