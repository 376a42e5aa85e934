import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

const size = 'Enter a whole number from 1 on';

export const drawForm = z
  .object({
    ...givenId,
    measure: z.enum(['number', 'share'], { message: 'Choose how the draw is measured' }),
    size: z.coerce
      .number({ message: size })
      .int(size)
      .min(1, size)
      .max(1000, 'This is more than a draw takes'),
    certain: z.literal('on', { message: 'Say that you mean it: a draw stands as it falls' }),
  })
  .refine(({ measure, size: percent }) => measure === 'number' || percent <= 100, {
    path: ['size'],
    message: 'A percentage is 100 at most',
  });
export type DrawForm = Given<z.output<typeof drawForm>>;
