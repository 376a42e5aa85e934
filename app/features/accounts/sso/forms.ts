import { z } from 'zod';

import { emailField } from '../forms.ts';

/** What people type or paste, as the domain it names. */
function domainIn(text: string) {
  const plain = text.trim().toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
  try {
    return new URL(`https://${plain}`).hostname === plain || /[^\p{ASCII}]/u.test(plain)
      ? new URL(`https://${plain}`).hostname
      : '';
  } catch {
    return '';
  }
}

export const domainForm = z.object({
  domain: z
    .string({ message: 'Enter the domain of your addresses' })
    .max(253, 'This is too long for a domain')
    .transform(domainIn)
    .refine(
      (domain) => /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(domain),
      'Enter a domain like example.org',
    ),
});
export type DomainForm = z.output<typeof domainForm>;

export const confirmDomainForm = z.object({
  note: z
    .string({ message: 'Say what you checked' })
    .trim()
    .min(20, 'Say what you checked in at least 20 characters')
    .max(2000, 'Say it in at most 2,000 characters'),
});
export type ConfirmDomainForm = z.output<typeof confirmDomainForm>;

export const providerForm = z.object({
  issuer: z
    .string({ message: 'Enter the address of the issuer' })
    .trim()
    .max(500, 'This address is too long')
    .refine((text) => /^https?:\/\/[^\s?#@]+$/i.test(text) && URL.canParse(text), {
      message: 'Enter an address like https://login.example.org',
    }),
  clientId: z
    .string({ message: 'Enter the client id' })
    .trim()
    .min(1, 'Enter the client id')
    .max(500, 'This client id is too long'),
  clientSecret: z.string().trim().max(1000, 'This secret is too long').optional(),
});
export type ProviderForm = z.output<typeof providerForm>;

export const signOnForm = z.object({ email: emailField, next: z.string().optional() });
export type SignOnForm = z.output<typeof signOnForm>;

/** Pages with a button and nothing to fill in. */
export const nothingForm = z.object({ next: z.string().optional() });
