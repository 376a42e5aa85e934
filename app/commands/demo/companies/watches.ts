import { watchCorridor, watchList, watchRecruiter } from '#app/features/watching/commands.server.ts';

import { actorOf, done, type Stage } from '../stage.ts';

const suppliers = ['Everest Manpower Services', 'Blue Lotus Overseas', 'Mabuhay Pathways'];

/** What the company of the cast watches: one recruiter, a corridor and a list; nobody is mailed of it. */
export async function addWatches(stage: Stage) {
  const { db, today } = stage;
  const actor = actorOf(stage, 'sourcing@northwind-apparel.example', 'company');
  const scope = { db, actor, now: today, rhythm: 'never' as const };
  const rows = await db
    .selectFrom('organisation as o')
    .innerJoin('registration as r', 'r.organisation_id', 'o.id')
    .select('r.number')
    .where('o.name', 'in', suppliers)
    .orderBy('r.number')
    .execute();
  const numbers = rows.map(({ number }) => number);
  const [first = ''] = numbers;
  await done(watchRecruiter(scope, { registrationNumber: first }), 'watch a recruiter');
  await done(watchCorridor(scope, { origin: 'NP', destination: 'QA' }), 'watch a corridor');
  await done(watchList(scope, { name: 'Suppliers in Doha', numbers }), 'watch a list');
}
