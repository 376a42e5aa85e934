import { z } from 'zod';

const address = 'Enter an address such as name@example.com';

export const handForm = z.object({
  email: z
    .string({ message: address })
    .trim()
    .toLowerCase()
    .max(254, 'This is too long')
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, address),
  sections: z.array(z.string()).min(1, 'Choose at least one section'),
});
export type HandForm = z.output<typeof handForm>;

export const endHandForm = z.object({ hand: z.string().default('') });

export const declineForm = z.object({
  reason: z.string().trim().max(1000, 'This is too long').default(''),
});
export type DeclineForm = z.output<typeof declineForm>;

export const sendForm = z.object({
  sections: z.array(z.string()).default([]),
  /** Whoever sends says so: nothing is shared by a slip. */
  agree: z.literal('on', { message: 'Tick that you agree' }),
});
export type SendForm = z.output<typeof sendForm>;

export const reuseForm = sendForm.extend({ response: z.string({ message: 'Choose an answer' }) });
export type ReuseForm = z.output<typeof reuseForm>;
