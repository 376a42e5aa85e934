import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

import { emailField } from '../forms.ts';
import { languageCodes } from './languages.ts';

const newPassword = z.string({ message: 'Choose a password' }).max(1000, 'This password is too long');
const knownPassword = z.string({ message: 'Enter your password' }).max(1000, 'This password is too long');
const personName = z
  .string({ message: 'Enter your name' })
  .trim()
  .min(2, 'Enter your name')
  .max(200, 'This name is too long');

/** The person and the organisation together; what the organisation is, says the page. */
export const signUpForm = z.object({
  organisation: z
    .string({ message: 'Enter the name of the organisation' })
    .trim()
    .min(2, 'Enter the name of the organisation')
    .max(300, 'This name is too long'),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  name: personName,
  email: emailField,
  password: newPassword,
});
export type SignUpForm = z.output<typeof signUpForm>;

export const welcomeForm = z.object({ password: knownPassword });
export const addressForm = z.object({ email: emailField });
export type AddressForm = z.output<typeof addressForm>;
export const newPasswordForm = z.object({ password: newPassword });
export const changePasswordForm = z.object({ oldPassword: knownPassword, password: newPassword });
export type ChangePasswordForm = z.output<typeof changePasswordForm>;
export const languageForm = z.object({
  language: z.enum(languageCodes, { message: 'Choose a language' }),
});
export const nameForm = z.object({ name: personName });
export const closeForm = z.object({
  sure: z.literal('on', { message: 'Tick that you want to close your account for good' }),
});
