import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

type Recruiter = 'registration.organisation_id' | 'register_entry.organisation_id';

/** What a row says of its recruiter's licences, to be read by `licencesShape`. */
export const licencesOf = (recruiter: Recruiter) =>
  jsonArrayFrom(
    expressionBuilder<Database, 'registration' | 'register_entry'>()
      .selectFrom('registration_licence as licence')
      .select(['licence.authority', 'licence.number', 'licence.valid_until as validUntil'])
      .whereRef('licence.organisation_id', '=', recruiter)
      .orderBy('licence.authority'),
  ).as('licences');

export const licencesShape = z.array(
  z.object({ authority: z.string(), number: z.string(), validUntil: z.string() }),
);
