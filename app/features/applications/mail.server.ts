import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const termsShape = z.object({
  clocks: z.object({ appealDays: z.number(), engagementDays: z.number(), decisionDays: z.number() }),
});

const money = (amountMinor: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' }).format(
    amountMinor / 100,
  );

/** What mails about an application say, as it stands when they are sent. */
export async function findForMail(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .leftJoin('invoice', 'invoice.application_id', 'application.id')
    .select([
      'application.reference',
      'application.organisation_id as organisationId',
      'organisation.name as recruiter',
      'scheme_version.terms',
    ])
    .select(['invoice.amount_minor as amountMinor', 'invoice.currency'])
    .select(({ selectFrom }) =>
      selectFrom('application_review')
        .select('reasons')
        .whereRef('application_review.application_id', '=', 'application.id')
        .orderBy('decided_at', 'desc')
        .limit(1)
        .as('reasons'),
    )
    .where('application.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reference, organisationId, recruiter, terms, amountMinor, currency, reasons } = row;
  const fee = amountMinor && currency ? money(amountMinor, currency) : 'the application fee';
  return {
    reference,
    organisationId,
    recruiter,
    fee,
    reasons: reasons ? [reasons] : [],
    ...termsShape.parse(terms).clocks,
  };
}
