import { z } from 'zod';

export const emailField = z
  .string({ message: 'Enter your e-mail address' })
  .trim()
  .max(254, 'This address is too long')
  .pipe(z.email('Enter an address like name@example.org'));

export const signInForm = z.object({
  email: emailField,
  password: z.string({ message: 'Enter your password' }).max(1000, 'This password is too long'),
  next: z.string().optional(),
});
export type SignInForm = z.output<typeof signInForm>;
