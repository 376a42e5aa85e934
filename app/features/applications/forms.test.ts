import { parseWithZod } from '@conform-to/zod/v4';
import { expect, test } from 'vitest';
import type { z } from 'zod';

import { reviewForm } from './forms.ts';

/** As a browser sends it. */
function sent(schema: z.ZodType, fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  const submission = parseWithZod(form, { schema });
  return submission.status === 'success' ? { value: submission.value } : { error: submission.error };
}

test.each(['', 'too short', ' '.repeat(40)])('reasons like %j are not reasons', (reasons) => {
  expect(sent(reviewForm, { reasons })).toMatchObject({ error: { reasons: expect.anything() } });
});
