import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

export const email = z
  .string({ message: 'Enter your e-mail address' })
  .trim()
  .max(254, 'This address is too long')
  .pipe(z.email('Enter an address like name@example.org'));

export const signInForm = z.object({
  email,
  password: z.string({ message: 'Enter your password' }).max(1000, 'This password is too long'),
  next: z.string().optional(),
});
export type SignInForm = z.output<typeof signInForm>;

/** A labour recruiter's own sign-up: the person and the agency together. */
export const signUpForm = z.object({
  agency: z
    .string({ message: 'Enter the name of the agency' })
    .trim()
    .min(2, 'Enter the name of the agency')
    .max(300),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  name: z
    .string({ message: 'Enter your name' })
    .trim()
    .min(2, 'Enter your name')
    .max(200, 'This name is too long'),
  email,
  password: z
    .string({ message: 'Choose a password' })
    .min(12, 'Choose a password of at least 12 characters')
    .max(1000, 'This password is too long'),
});
export type SignUpForm = z.output<typeof signUpForm>;
