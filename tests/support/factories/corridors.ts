import type { Kysely } from 'kysely';

import type { EnterForm } from '#app/features/mapping/corridors/forms.ts';
import type { RuleForm } from '#app/features/mapping/corridors/national/forms.ts';
import type { Database } from '#db/client.server.ts';

import { anOrganisation } from './organisations.ts';

/** Invented: no law says so. */
export const entryForm: EnterForm = {
  ...{ topic: 'licensing', origin: 'NP', destination: 'QA', sector: null, title: 'Who needs a licence' },
  ...{ words: 'An example that says what holds here.', sourceTitle: 'Gazette of an example' },
  ...{ sourceUrl: 'https://gazette.example/12', sourceOn: '2025-06-01' },
};

export const ruleForm: RuleForm = {
  ...{
    country: 'NP',
    category: 'FEE_SERVICE',
    validFrom: '2020-01-01',
    payerAllowed: 'not_worker',
    cap: null,
  },
  ...{ sourceTitle: 'Act of an example', sourceUrl: null, sourceOn: '2019-12-01' },
};

/** An officer who keeps the book, and a company that reads it. */
export async function bookPeople(db: Kysely<Database>) {
  const { scope: officer } = await anOrganisation(db, 'scheme', 'officer');
  const { scope: company } = await anOrganisation(db, 'company', 'company');
  return { officer, company };
}
