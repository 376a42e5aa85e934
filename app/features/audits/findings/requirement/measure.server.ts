import type { Kysely } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { RaiseForm } from '../forms.ts';
import { listDeclarations } from './queries.server.ts';

/** What a finding is measured by, as its row keeps it: a declaration in the very words that were sent. */
export async function measure(db: Kysely<Database>, applicationId: string, form: RaiseForm) {
  const { requirementKind: kind = 'standard', lawInstrument, lawPlace, declaration } = form;
  const known = { requirement_kind: kind };
  if (kind === 'law') return ok({ ...known, law_instrument: lawInstrument, law_place: lawPlace });
  if (kind === 'standard') return ok(known);
  const given = (await listDeclarations(db, applicationId)).find(({ value }) => value === declaration);
  if (!given) return refuse('no_such_declaration');
  const { version, question, answer } = given;
  return ok({
    ...known,
    declaration_version: version,
    declaration_question: question,
    declaration_answer: answer,
  });
}
