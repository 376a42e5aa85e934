import type { Transaction } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';
import standard from '#db/reference/standard.json' with { type: 'json' };

import type { SchemeVersion } from './model.ts';
import { defaultRisk, defaultTerms } from './terms.ts';

const standardShape = z.object({
  principles: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      gist: z.string(),
      criteria: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          indicators: z.array(
            z.object({
              code: z.string(),
              requirement: z.string(),
              evidence: z.array(z.string()),
              grade: z.string(),
              gradingNote: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Proposed default clocks and validity of domain 2.5, 2.6 and 2.8; days unless the name says months. */
export const interimVersion: SchemeVersion = {
  id: 'ers-1.2-interim',
  standardId: 'ethical-recruitment-standard',
  standardVersion: '1.2-interim',
  title: 'Ethical Recruitment Standard 1.2 (interim text)',
  source: 'interim',
  terms: {
    fees: { application: { amountMinor: 100_000, currency: 'USD' } },
    clocks: {
      paymentDays: 30,
      reviewDays: 14,
      deferralDays: 60,
      appealDays: 30,
      engagementDays: 90,
      decisionDays: 30,
      findings: {
        critical: { contain: 3, plan: 7, close: 30 },
        major: { contain: null, plan: 14, close: 90 },
        minor: { contain: null, plan: 30, close: 180 },
      },
      audits: defaultTerms.audits,
      correctiveAction: defaultTerms.correctiveAction,
      certificates: defaultTerms.certificates,
    },
    panel: defaultTerms.panel,
    risk: defaultRisk,
    validityMonths: 36,
  },
};

/** Loads a version with the standard that ships in db/reference and publishes it; from then on it never changes. */
export function publishSchemeVersion({ db, now }: Pick<Scope, 'db' | 'now'>, version: SchemeVersion) {
  return db.transaction().execute(async (trx) => {
    const row = {
      id: version.id,
      standard_id: version.standardId,
      standard_version: version.standardVersion,
      title: version.title,
      source: version.source,
      terms: JSON.stringify(version.terms),
    };
    const fresh = await trx
      .insertInto('scheme_version')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!fresh) return refuse('already_published');
    await insertStandard(trx, version.id);
    await trx.updateTable('scheme_version').set({ published_at: now }).where('id', '=', version.id).execute();
    return ok(version);
  });
}

/** The standard that ships with the house, flattened into the three tables' rows. */
function rowsOfStandard() {
  const { principles } = standardShape.parse(standard);
  const criteria = principles.flatMap((principle) =>
    principle.criteria.map((criterion) => ({ principle, ...criterion })),
  );
  const indicators = criteria.flatMap((criterion) =>
    criterion.indicators.map((indicator) => ({ criterion, ...indicator })),
  );
  return { principles, criteria, indicators };
}

async function insertStandard(trx: Transaction<Database>, versionId: string) {
  const { principles, criteria, indicators } = rowsOfStandard();
  const own = { scheme_version_id: versionId };
  await trx
    .insertInto('principle')
    .values(principles.map(({ code, title, gist }, position) => ({ ...own, code, title, gist, position })))
    .execute();
  await trx
    .insertInto('criterion')
    .values(
      criteria.map(({ code, title, principle }, position) => ({
        ...own,
        code,
        title,
        position,
        principle_code: principle.code,
      })),
    )
    .execute();
  await trx
    .insertInto('indicator')
    .values(
      indicators.map(({ code, requirement, evidence, grade, gradingNote, criterion }, position) => ({
        ...own,
        code,
        requirement,
        position,
        criterion_code: criterion.code,
        evidence_types: evidence,
        default_grade: grade,
        grading_note: gradingNote ?? null,
      })),
    )
    .execute();
}
