import type { Kysely } from 'kysely';

import { beginAnswer, saveAnswers } from '#app/features/mapping/answering/commands.server.ts';
import { findVisit } from '#app/features/mapping/answering/visit.server.ts';
import {
  makeCampaign,
  nameSuppliers,
  openCampaign,
} from '#app/features/mapping/campaigns/commands.server.ts';
import type { SupplierForm } from '#app/features/mapping/campaigns/forms.ts';
import { tokenFor } from '#app/features/mapping/links.server.ts';
import { sendAnswer } from '#app/features/mapping/sharing/commands.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import { publishQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { done } from './audits.ts';
import { short } from '#app/features/mapping/sharing/short.test-data.ts';
import { anOrganisation } from './organisations.ts';

/** The last day of a campaign that began when the tests' clock stands. */
export const dueOn = '2026-06-30';
const dueAfter = (now: Date) => new Date(now.getTime() + 121 * 86_400_000).toISOString().slice(0, 10);

export const supplier = (more: Partial<SupplierForm> = {}): SupplierForm => ({
  ...{ name: 'Delta Garments', role: 'site', country: 'BD', place: 'Gazipur', licence: '' },
  ...{ email: 'people@delta.example', language: 'en' },
  ...more,
});

/** A company with an open campaign that asks its suppliers by the short questionnaire. */
export async function aCampaign(
  db: Kysely<Database>,
  suppliers: readonly SupplierForm[] = [supplier()],
  { name = 'Northwind', campaign = 'Sites' } = {},
) {
  const { scope } = await anOrganisation(db, 'company', 'company', { name, country: 'SE' });
  return { scope, companyId: scope.actor.organisationId, id: await campaignOf(scope, suppliers, campaign) };
}

/** The same of a company there is. */
export async function campaignOf(scope: Scope<Company>, suppliers: readonly SupplierForm[], name = 'Sites') {
  const { db } = scope;
  await db.transaction().execute(async (trx) => {
    for (const role of ['brand', 'site', 'recruiter', 'sub_agent'])
      await publishQuestionnaire(trx, short(role), scope.now);
  });
  const { id } = done(await makeCampaign(scope, { name, message: 'Thank you', dueOn: dueAfter(scope.now) }));
  done(await nameSuppliers(scope, id, suppliers));
  done(await openCampaign(scope, id));
  return id;
}

/** Whoever came by the link of an invitation to an address, in a company's campaigns. */
export async function visitOf({ db, now, actor }: Scope<Company>, email: string) {
  const { id } = await db
    .selectFrom('mapping_invitation as i')
    .innerJoin('mapping_respondent as r', 'r.id', 'i.respondent_id')
    .select('i.id')
    .where('r.email', '=', email)
    .where('i.company_id', '=', actor.organisationId)
    .executeTakeFirstOrThrow();
  const token = tokenFor('invitation', id);
  const by = { db, now, actor: { kind: 'visitor' } } as const;
  const look = async () => {
    const visit = await findVisit(by, token);
    if (!visit) throw new Error('the link opens nothing');
    return visit;
  };
  return { by, token, look, invitationId: id };
}

/** Answers what an address was asked, and sends it with these sections. */
export async function anAnswer(
  scope: Scope<Company>,
  email: string,
  answers: Answers,
  sections: string[] = ['who', 'money', 'before'],
) {
  const { by, look, ...link } = await visitOf(scope, email);
  done(await beginAnswer(by, await look(), 'en'));
  done(await saveAnswers(by, await look(), { answers, seen: {} }));
  const { id } = done(await sendAnswer(by, await look(), { sections, agree: 'on' }));
  return { responseId: id, by, look, ...link };
}

/** A party of a company's chain, as the company named it itself. */
export async function aParty(db: Kysely<Database>, companyId: string, name: string, now: Date) {
  const { id } = await db
    .insertInto('supply_party')
    .values({
      ...{ company_id: companyId, kind: 'recruiter', name, identity: `recruiter NP ${name}`, country: 'NP' },
      ...{ named_by_company: true, made_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
