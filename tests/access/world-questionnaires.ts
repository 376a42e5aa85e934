import type { Kysely } from 'kysely';

import { draftFrom } from '#app/features/mapping/questionnaires/commands.server.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';

/** A draft of what work sites are asked next. */
export async function questionnaireNames(db: Kysely<Database>, actor: Officer) {
  const { id } = done(await draftFrom({ db, actor, now: new Date() }, 'mapping_site-1'));
  return {
    ...{ 'versions/:versionId': 'mapping_site-1', 'drafts/:draftId': id, 'file/:kind': 'xlsx' },
    ...{
      'preview/:section': 'respondent',
      'sections/:section': 'workforce',
      'questions/:question': 'workers_all',
    },
    ...{ 'rows/:rows': 'workforce', 'columns/:column': 'wf_count', 'lists/:list': 'actor_kinds' },
  };
}
