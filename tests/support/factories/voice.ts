import type { Pool } from 'pg';

import { makePoster, sendAnswers } from '#app/features/mapping/voice/commands.server.ts';
import { askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { findPoster } from '#app/features/mapping/voice/queries.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';

import { done } from './audits.ts';

/** A site in a company's chain, as the company named it. */
export async function aSite({ db, actor, now }: Scope<Company>, name = 'Doha Garments', kind = 'site') {
  const { id } = await db
    .insertInto('supply_party')
    .values({
      ...{ company_id: actor.organisationId, kind, name, identity: `${kind} QA ${name}` },
      ...{ country: 'QA', named_by_company: true, made_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A poster of a site, and somebody who answers it. */
export async function aVoicePoster(scope: Scope<Company>, pool: Pool, partyId: string) {
  const { id } = done(await makePoster(scope, partyId, { languages: ['ne', 'hi'] }));
  const poster = await findPoster(scope, id);
  const code = poster?.code ?? '';
  const questionnaire = await askedToday(scope.db);
  const answer = (answers: Answers, sentId: string = crypto.randomUUID()) =>
    sendAnswers({ db: scope.db, now: scope.now, pool }, code, {
      ...{ id: sentId, questionnaire, language: 'ne', answers },
    });
  return { id, code, answer };
}
