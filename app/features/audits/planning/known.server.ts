import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { emptyGroups, type Group, type Groups, type Network } from './sample.ts';

const count = z.coerce.number().int().min(0).catch(0);
const name = z.string().catch('');
const rows = <S extends z.ZodType>(row: S) => z.array(row).catch([]);
/** The few answers of an application that tell how large the recruiter is; what is missing is empty. */
const answersShape = z.object({
  staff_by_office: rows(z.object({ staff_count: count })),
  branches: rows(z.unknown()),
  in_pipeline: count,
  volumes: rows(
    z.object({
      ...{ volume_origin: name, volume_destination: name, volume_sector: name, volume_employer: name },
      ...{ women_12: count, men_12: count, women_24: count, men_24: count },
    }),
  ),
});
type Volume = z.output<typeof answersShape>['volumes'][number];

const placed = ({ women_12, men_12, women_24, men_24 }: Volume) => women_12 + men_12 + women_24 + men_24;

/** What the application says of staff, branches and workers of 24 months: where a plan begins, for the lead to correct. */
export async function knownFromApplication(db: Kysely<Database>, applicationId: string) {
  const [told, application, agents] = await Promise.all([
    db
      .selectFrom('application_answer')
      .select(['question', 'value'])
      .where('application_id', '=', applicationId)
      .where('question', 'in', Object.keys(answersShape.shape))
      .execute(),
    db.selectFrom('application').select('corridors').where('id', '=', applicationId).executeTakeFirst(),
    db
      .selectFrom('partner')
      .innerJoin('application', 'application.organisation_id', 'partner.organisation_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('application.id', '=', applicationId)
      .where('partner.kind', '=', 'sub_agent')
      .where('partner.ended_on', 'is', null)
      .executeTakeFirstOrThrow(),
  ]);
  const answers = answersShape.parse(
    Object.fromEntries(told.map(({ question, value }) => [question, value])),
  );
  return {
    staff: answers.staff_by_office.reduce((sum, { staff_count }) => sum + staff_count, 0),
    branches: answers.branches.length,
    corridors: application?.corridors.length ?? 0,
    subAgents: agents.count,
    groups: groupsOf(answers.volumes, answers.in_pipeline),
  };
}

function groupsOf(volumes: readonly Volume[], inPipeline: number): Groups {
  const by = (nameOf: (volume: Volume) => string) =>
    together(volumes.map((one) => [nameOf(one), placed(one)]));
  const sexes: [string, number][] = volumes.flatMap(({ women_12, women_24, men_12, men_24 }) => [
    ['Women', women_12 + women_24],
    ['Men', men_12 + men_24],
  ]);
  const corridors = by((one) => `${one.volume_origin}-${one.volume_destination}`);
  return {
    ...emptyGroups,
    corridor: inPipeline > 0 ? [...corridors, { name: 'Not yet departed', workers: inPipeline }] : corridors,
    employer: by((one) => one.volume_employer),
    sector: by((one) => one.volume_sector),
    sex: together(sexes),
    stage: inPipeline > 0 ? [{ name: 'Pre-departure', workers: inPipeline }] : [],
  };
}

/** Groups of one name are one group; those without a name are nobody's. */
function together(entries: readonly (readonly [string, number])[]): Group[] {
  const sums = new Map<string, number>();
  for (const [group, workers] of entries)
    if (group && workers > 0) sums.set(group, (sums.get(group) ?? 0) + workers);
  return [...sums].map(([group, workers]) => ({ name: group, workers }));
}

const mostNamed = 100;

/** Employers and sub-agents the recruiter's network names today. */
export async function networkOf(db: Kysely<Database>, organisationId: string): Promise<Network> {
  const of = async (kind: 'employer' | 'sub_agent') => {
    const rows = await db
      .selectFrom('partner')
      .select('name')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', kind)
      .where('ended_on', 'is', null)
      .orderBy('latin')
      .limit(mostNamed)
      .execute();
    return rows.map(({ name: named }) => named);
  };
  return { employer: await of('employer'), sub_agent: await of('sub_agent') };
}

const placesShape = z.object({
  address: name,
  branches: rows(z.object({ branch_place: name })),
});

/** Where the recruiter has offices, as its application tells: offered where a place is asked for. */
export async function placesFromApplication(db: Kysely<Database>, applicationId: string) {
  const told = await db
    .selectFrom('application_answer')
    .select(['question', 'value'])
    .where('application_id', '=', applicationId)
    .where('question', 'in', Object.keys(placesShape.shape))
    .execute();
  const { address, branches } = placesShape.parse(
    Object.fromEntries(told.map(({ question, value }) => [question, value])),
  );
  const places = [address, ...branches.map(({ branch_place }) => branch_place)];
  return [...new Set(places.map((place) => place.replaceAll(/\s+/g, ' ').trim().slice(0, 300)))].filter(
    (place) => place !== '',
  );
}
