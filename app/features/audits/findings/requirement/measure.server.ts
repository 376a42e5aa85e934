import type { Kysely } from 'kysely';
import { z } from 'zod';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { RaiseForm } from '../forms.ts';
import { requirementKinds, type RequirementKind } from '../model.ts';
import { listDeclarations } from './queries.server.ts';

/** What a finding is measured by, in the columns of its row. */
export type Measured = {
  requirement_kind: RequirementKind;
  law_instrument?: string | null | undefined;
  law_place?: string | null | undefined;
  declaration_version?: number | null;
  declaration_question?: string | null;
  declaration_answer?: string | null;
};

/** What a finding is measured by, as its row keeps it: a declaration in the very words that were sent. */
export async function measure(
  db: Kysely<Database>,
  applicationId: string,
  form: RaiseForm,
): Promise<Result<Measured>> {
  const { requirementKind: kind = 'standard', lawInstrument, lawPlace, declaration } = form;
  const known = { requirement_kind: kind };
  if (kind === 'law') return ok({ ...known, law_instrument: lawInstrument, law_place: lawPlace });
  if (kind === 'standard') return ok(known);
  // As it was read: a device may have been away while another copy came.
  const read = Number(declaration?.split('/')[0]);
  const declared = await listDeclarations(db, applicationId, read || undefined);
  const given = declared.find(({ value }) => value === declaration);
  if (!given) return refuse('no_such_declaration');
  const { version, question, answer } = given;
  return ok({
    ...known,
    declaration_version: version,
    declaration_question: question,
    declaration_answer: answer,
  });
}

/**
 * What an earlier finding was measured by, for one that takes it up again: the standard where its declaration was made in
 * another application, whose answers are not this one's.
 */
export async function measuredBefore(
  db: Kysely<Database>,
  findingId: string,
  applicationId: string,
): Promise<Measured & { harm: string | null }> {
  const { harm, application_id, requirement_kind, ...words } = await db
    .selectFrom('finding')
    .select(['harm', 'application_id', 'requirement_kind', 'law_instrument', 'law_place'])
    .select(['declaration_version', 'declaration_question', 'declaration_answer'])
    .where('id', '=', findingId)
    .executeTakeFirstOrThrow();
  const kind = z.enum(requirementKinds).parse(requirement_kind);
  if (kind === 'declaration' && application_id !== applicationId)
    return { harm, requirement_kind: 'standard' };
  return { harm, requirement_kind: kind, ...words };
}
