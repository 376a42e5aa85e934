import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

const email = z
  .string({ message: 'Enter an e-mail address' })
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long')
  .pipe(z.email('Enter an address like name@example.org'));

const role = z.string({ message: 'Choose a role' }).max(40, 'Choose a role');
const ticked = z.literal('on', { message: 'Tick the box or leave it empty' }).optional();

export const inviteForm = z.object({
  email,
  role,
  asOwner: ticked.transform((box) => box === 'on'),
});
export type InviteForm = z.output<typeof inviteForm>;

export const roleForm = z.object({ role });
export type RoleForm = z.output<typeof roleForm>;

export const joinForm = z.object({
  name: z
    .string({ message: 'Enter your name' })
    .trim()
    .min(2, 'Enter your name')
    .max(200, 'This name is too long'),
  password: z.string({ message: 'Choose a password' }).max(1000, 'This password is too long'),
});
export type JoinForm = z.output<typeof joinForm>;

/** Kinds of organisation an officer brings in; recruiters sign up by themselves. */
export const foundedKinds = ['audit_body', 'authority', 'company'] as const;

export const foundForm = z.object({
  kind: z.enum(foundedKinds, { message: 'Choose what it is' }),
  name: z
    .string({ message: 'Enter its name' })
    .trim()
    .min(2, 'Enter its name')
    .max(300, 'This name is too long'),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  email,
  role,
});
export type FoundForm = z.output<typeof foundForm>;

export const ownerForm = z.object({ email, role });
export type OwnerForm = z.output<typeof ownerForm>;

export const adviceForm = z.object({
  recruiter: z
    .string({ message: 'Enter the recruiter' })
    .trim()
    .min(2, 'Enter the recruiter')
    .max(300, 'This name is too long'),
  kind: z.enum(['training', 'advice'], { message: 'Choose what was given' }),
  givenOn: z.iso.date('Enter the day'),
  /** Whoever gave it, when that is not the person who records it. */
  email: email.optional(),
});
export type AdviceForm = z.output<typeof adviceForm>;
