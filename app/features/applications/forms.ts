import { z } from 'zod';

import { isSector } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import type { declarations } from './model.ts';

const words = (message: string, most = 300) =>
  z.string({ message }).trim().min(1, message).max(most, 'This is too long');
const country = z
  .string({ message: 'Choose a country' })
  .refine((code) => countryCodes.includes(code), 'Choose a country');
const lines = z
  .string()
  .max(5000, 'This is too long')
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
const headCount = z
  .number({ message: 'Enter a number, 0 if there were none' })
  .int('Enter a whole number')
  .min(0, 'Enter 0 or more')
  .max(1_000_000, 'This is more than we can take');

/** Sent along with every section: the revision the person saw, so that nobody overwrites what they did not see. */
const seen = { revision: z.number().int().min(0).default(0) };

const licence = z.object({
  authority: words('Enter the authority that issued the licence'),
  jurisdiction: country,
  number: words('Enter the number as printed on the licence', 100),
  validUntil: z.iso.date('Enter the day until which the licence is valid'),
});

const agent = z.object({
  name: words('Enter the name of the agent'),
  place: words('Enter where the agent works'),
  kind: z.enum(['registered', 'individual'], { message: 'Choose registered or individual' }),
  licenceNumber: z.string().trim().max(100).optional(),
});

const ticked = (message: string) => z.boolean({ message });

const declared = z.object({
  truth: ticked('Confirm that the application is true and complete'),
  noFees: ticked('Confirm that workers pay nothing'),
  auditConsent: ticked('Confirm that you accept audits'),
  contactConsent: ticked('Confirm that auditors may speak with workers and clients'),
  publication: ticked('Confirm that your standing may be published'),
  conflicts: ticked('Confirm that you disclosed every tie'),
  dataProtection: ticked('Confirm that you read the notice on personal data'),
} satisfies Record<keyof typeof declarations, z.ZodType>);

export const agencyForm = z.object({
  ...seen,
  legalName: words('Enter the legal name of the agency'),
  legalNameLocal: z.string().trim().max(300).optional(),
  tradingNames: lines,
  companyNumber: words('Enter the company registration number', 100),
  address: words('Enter the address of the head office', 1000),
  country,
  website: z
    .url({ protocol: /^https?$/, message: 'Enter an address like https://agency.example' })
    .optional(),
  contactName: words('Enter who we may contact'),
  contactPhone: z.string().trim().max(50).optional(),
});

/** `today` is the day on which a licence must still be valid. */
export const licencesForm = (today: string) =>
  z.object({
    ...seen,
    licences: z
      .array(
        licence.refine(({ validUntil }) => validUntil >= today, {
          path: ['validUntil'],
          message: 'This licence ended before today: enter its renewal',
        }),
      )
      .min(1, 'Enter at least one licence')
      .max(30, 'Enter at most 30 licences'),
  });

export const corridorsForm = z.object({
  ...seen,
  corridors: z
    .array(
      z
        .object({ origin: country, destination: country })
        .refine(({ origin, destination }) => origin !== destination, 'A corridor leads to another country'),
    )
    .min(1, 'Enter at least one corridor')
    .max(60, 'Enter at most 60 corridors'),
  sectors: z.array(z.string().refine(isSector, 'Choose from the list')).min(1, 'Choose at least one sector'),
  offices: lines.refine((offices) => offices.length > 0, 'Enter at least the head office'),
});

export const volumesForm = z.object({
  ...seen,
  volumes: z
    .array(z.object({ corridor: z.string().regex(/^[A-Z]{2}-[A-Z]{2}$/), women: headCount, men: headCount }))
    .min(1, 'Enter how many workers you placed'),
});

export const agentsForm = z
  .object({
    ...seen,
    usesAgents: z.enum(['yes', 'no'], { message: 'Say whether you work with sub-agents' }),
    agents: z.array(agent).max(500).default([]),
  })
  .refine(({ usesAgents, agents }) => usesAgents === 'no' || agents.length > 0, {
    path: ['agents'],
    message: 'Name every sub-agent, also individuals',
  })
  .transform(({ usesAgents, agents, revision }) => ({
    revision,
    usesAgents: usesAgents === 'yes',
    agents: usesAgents === 'yes' ? agents : [],
  }));

export const declarationsForm = declared.extend({
  ...seen,
  signedBy: words('Enter the name of the person who signs', 200),
  position: words('Enter the position of that person', 200),
});

/** Reasons are read by the applicant, and in five years by whoever asks why. */
export const reviewForm = z.object({
  reasons: z
    .string({ message: 'Give your reasons' })
    .trim()
    .min(10, 'Give your reasons in at least 10 characters')
    .max(5000),
});
export type ReviewForm = z.output<typeof reviewForm>;

export const engageForm = z.object({ auditBodyId: z.uuid('Choose an audit body') });
export type EngageForm = z.output<typeof engageForm>;

export type AgencyForm = z.input<typeof agencyForm>;
export type LicencesForm = z.input<ReturnType<typeof licencesForm>>;
export type CorridorsForm = z.input<typeof corridorsForm>;
export type VolumesForm = z.input<typeof volumesForm>;
export type AgentsForm = z.input<typeof agentsForm>;
export type DeclarationsForm = z.input<typeof declarationsForm>;
