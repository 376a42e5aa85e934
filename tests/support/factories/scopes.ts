import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';

import { anAppeal } from './appeals.ts';
import { done } from './audits.ts';
import { pastRules } from './matters.ts';

export const whole = { corridors: ['NP-QA', 'NP-AE'], sectors: ['F'], offices: ['Kathmandu', 'Pokhara'] };

/** Certificates were granted for more: in tests alone a scope is written over. */
export const coverWhole = (db: Kysely<Database>) =>
  pastRules(db, async (one) => {
    await one.updateTable('certificate').set(whole).execute();
    await one.updateTable('certificate_version').set(whole).execute();
  });

const note = 'The office of that corridor was closed in spring.';

/** The corridor to the Emirates was taken out of a scope, and the holder appeals. */
export const anAppealedReduction = (db: Kysely<Database>, work: () => Promise<void>) =>
  anAppeal(db, work, async ({ as, officer, certificateId }) => {
    await coverWhole(db);
    done(await reduceScope(as(officer), certificateId, { ...whole, corridors: ['NP-QA'], note }));
  });
