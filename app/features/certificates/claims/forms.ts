import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { words } from '../forms.ts';
import { media } from './model.ts';

const until = z.iso.date('Enter a day, or leave it empty').optional();

export const claimForm = z
  .object({
    ...givenId,
    medium: z.enum(media, { message: 'Choose what it is' }),
    place: z.string({ message: 'Say where' }).trim().min(3, 'Say where').max(300, 'This is too long'),
    wording: z
      .string({ message: 'Give the words as they will stand' })
      .trim()
      .min(10, 'Give the words as they will stand, in at least 10 characters')
      .max(1000, 'This is too long'),
    fromOn: z.iso.date('Enter the first day'),
    untilOn: until,
  })
  .refine(({ fromOn, untilOn }) => !untilOn || untilOn >= fromOn, {
    path: ['untilOn'],
    message: 'The last day is not before the first',
  });
export type ClaimForm = Given<z.output<typeof claimForm>>;

export const answerClaimForm = z.object({
  outcome: z.enum(['registered', 'refused'], { message: 'Choose one' }),
  answer: words('Give your reasons'),
});
export type AnswerClaimForm = z.output<typeof answerClaimForm>;

export const withdrawClaimForm = z.object({ reasons: words('Give your reasons') });
export type WithdrawClaimForm = z.output<typeof withdrawClaimForm>;
