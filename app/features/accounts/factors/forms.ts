import { z } from 'zod';

const next = z.string().max(2000).optional();

const code = z
  .string({ message: 'Enter the code' })
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits that the app shows'));

export const codeForm = z.object({ code, next });
export type CodeForm = z.output<typeof codeForm>;

export const recoveryForm = z.object({
  code: z
    .string({ message: 'Enter one of your recovery codes' })
    .trim()
    .min(10, 'A recovery code has ten letters and digits')
    .max(20, 'A recovery code has ten letters and digits'),
  next,
});
export type RecoveryForm = z.output<typeof recoveryForm>;

export const confirmForm = z.object({
  password: z.string({ message: 'Enter your password' }).max(1000, 'This password is too long'),
  code: code.optional(),
  next,
});
export type ConfirmForm = z.output<typeof confirmForm>;

const bytes = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const answered = { id: bytes, rawId: bytes, type: z.literal('public-key') };
// Extensions are none of ours; the library wants the field.
const clientExtensionResults = z.unknown().transform(() => ({}));

const readJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: noAnswer });
    return z.NEVER;
  }
};
const noAnswer = 'Your device gave no passkey. Press the button and follow what it asks.';

/** JSON that the page's script writes; one that is missing or strange is told of above the form, not at a field. */
const answer = <T extends z.ZodType>(shape: T) =>
  z.string({ message: noAnswer }).max(60_000, noAnswer).transform(readJson).pipe(shape);

const registration = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: z
      .string()
      .regex(/^[\w-]+$/)
      .max(40_000),
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
  clientExtensionResults,
});
export type Registration = z.output<typeof registration>;

const assertion = z.object({
  ...answered,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  clientExtensionResults,
});
export type Assertion = z.output<typeof assertion>;

export const passkeyForm = z.object({
  name: z
    .string({ message: 'Give the passkey a name' })
    .trim()
    .min(1, 'Give the passkey a name')
    .max(100, 'This name is too long'),
  credential: answer(registration),
});
export type PasskeyForm = z.output<typeof passkeyForm>;

export const assertionForm = z.object({ credential: answer(assertion), next });

export const resetForm = z.object({
  email: z
    .string({ message: 'Enter the address of the person' })
    .trim()
    .max(254, 'This address is too long')
    .pipe(z.email('Enter an address like name@example.org')),
  reason: z
    .string({ message: 'Say how you know that it is them' })
    .trim()
    .min(20, 'Say in at least 20 characters what happened and how you know that it is them')
    .max(2000, 'Keep it under 2,000 characters'),
});
export type ResetForm = z.output<typeof resetForm>;
