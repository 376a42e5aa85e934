import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { termsShape } from './terms.ts';
import { evidenceTypes, type Indicator, type Principle, type SchemeVersion } from './model.ts';

const versionShape = z.object({
  id: z.string(),
  standardId: z.string(),
  standardVersion: z.string(),
  title: z.string(),
  source: z.enum(['official', 'interim']),
  terms: termsShape,
});

const versions = (db: Kysely<Database>) =>
  db
    .selectFrom('scheme_version')
    .select([
      'id',
      'standard_id as standardId',
      'standard_version as standardVersion',
      'title',
      'source',
      'terms',
    ]);

/** The version new records are made under: the latest published. Throws where none is: the scheme is not set up. */
export async function findCurrentVersion({ db }: Pick<Scope, 'db'>): Promise<SchemeVersion> {
  const row = await versions(db)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return versionShape.parse(row);
}

export async function findVersion({ db }: Pick<Scope, 'db'>, id: string): Promise<SchemeVersion | undefined> {
  const row = await versions(db).where('id', '=', id).executeTakeFirst();
  return row && versionShape.parse(row);
}

/** The whole standard of a version: principles, their criteria, their indicators, in order. */
export async function listPrinciples({ db }: Pick<Scope, 'db'>, versionId: string): Promise<Principle[]> {
  const [principles, criteria, indicators] = await Promise.all([
    db
      .selectFrom('principle')
      .selectAll()
      .where('scheme_version_id', '=', versionId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('criterion')
      .selectAll()
      .where('scheme_version_id', '=', versionId)
      .orderBy('position')
      .execute(),
    listIndicators({ db }, versionId),
  ]);
  return principles.map(({ code, title, gist }) => ({
    code,
    title,
    gist,
    criteria: criteria
      .filter((criterion) => criterion.principle_code === code)
      .map((criterion) => ({
        code: criterion.code,
        title: criterion.title,
        indicators: indicators.filter(({ criterionCode }) => criterionCode === criterion.code),
      })),
  }));
}

const indicatorShape = z.object({
  code: z.string(),
  criterionCode: z.string(),
  requirement: z.string(),
  evidenceTypes: z.array(z.enum(evidenceTypes)),
  defaultGrade: z.enum(['critical', 'major', 'minor']),
  gradingNote: z.string().nullable(),
});

const indicators = (db: Kysely<Database>, versionId: string) =>
  db
    .selectFrom('indicator')
    .select([
      'code',
      'criterion_code as criterionCode',
      'requirement',
      'evidence_types as evidenceTypes',
      'default_grade as defaultGrade',
      'grading_note as gradingNote',
    ])
    .where('scheme_version_id', '=', versionId)
    .orderBy('position');

export async function listIndicators({ db }: Pick<Scope, 'db'>, versionId: string): Promise<Indicator[]> {
  return z.array(indicatorShape).parse(await indicators(db, versionId).execute());
}

export async function findIndicator({ db }: Pick<Scope, 'db'>, versionId: string, code: string) {
  const row = await indicators(db, versionId).where('code', '=', code).executeTakeFirst();
  return row && indicatorShape.parse(row);
}
