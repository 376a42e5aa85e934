import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { approveBody } from '#app/features/bodies/approvals/commands.server.ts';
import { sectorCodes } from '#app/features/bodies/approvals/forms.ts';
import { shipCorridors } from '#app/features/mapping/corridors/shipped.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { countryCodes } from '#app/platform/places.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { connect } from '#db/client.server.ts';

import { approveAuditors } from './bodies/auditors.ts';
import { bodies, others, recruiters } from './cast.ts';
import { demoPassword } from './accounts.ts';
import { publishDemoFees } from './fees.ts';
import { addMoney } from './money.ts';
import { play } from './play.ts';
import { actorOf, done, type Stage } from './stage.ts';
import { addWatches } from './companies/watches.ts';
import { tellOfHarm } from './workers/complaints.ts';
import { passComplaintOn } from './workers/passed-on.ts';
import { listWhoHelps } from './workers/help.ts';

/** The scheme began three and a half years before today, so that one certificate has run its course. */
const beginningDays = 1350;

/** Fills an empty house with the demonstration; does nothing where a scheme version stands already. */
export async function seedOnce(url: string, say: (line: string) => void) {
  const { db, pool } = connect(url, { max: 5 });
  try {
    const { count } = await db
      .selectFrom('scheme_version')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count > 0) return;
    say('Inviting twelve recruiters, two audit bodies and a scheme…');
    const today = new Date();
    const beginning = new Date(today.getTime() - beginningDays * 86_400_000);
    await publishSchemeVersion({ db, now: beginning }, interimVersion);
    const stage: Stage = { db, pool, today, people: await invite({ db, now: beginning }) };
    await approveBodies(stage, beginning);
    await approveAuditors(stage, beginning);
    await publishDemoFees(db, today);
    for (const recruiter of recruiters) await play(stage, recruiter);
    await addMoney(stage);
    await addWatches(stage);
    await listWhoHelps(stage);
    await shipCorridors({ db: stage.db, now: today });
    await tellOfHarm(stage);
    await passComplaintOn(stage);
  } finally {
    await db.destroy();
  }
}

/** Every body may audit everywhere; the approval of the second one ends soon enough to be warned of. */
async function approveBodies(stage: Stage, now: Date) {
  const actor = actorOf(stage, 'officer@scheme.example', 'officer');
  for (const [email, days] of [
    ['auditor@meridian-audit.example', 500],
    ['auditor@compass-assurance.example', 75],
  ] as const) {
    const approval = {
      countries: [...countryCodes],
      sectors: sectorCodes,
      validFrom: dayOf(now),
      validUntil: addDays(dayOf(stage.today), days),
      ground: 'Accredited for ISO/IEC 17021-1, two witnessed audits, contract signed.',
    };
    const body = actorOf(stage, email, 'auditor').organisationId;
    await done(approveBody({ db: stage.db, actor, now }, body, approval), 'approve an audit body');
  }
}

/** Every organisation and person of the cast; answers with ids by e-mail address. */
async function invite({ db, now }: Pick<Stage, 'db'> & { now: Date }): Promise<Stage['people']> {
  const people: Stage['people'] = new Map();
  for (const { staff, ...organisation } of [
    ...others,
    ...bodies,
    ...recruiters.map(({ agency }) => agency),
  ]) {
    const organisationId = await foundOrganisation({ db, now }, organisation);
    for (const { email, name, role } of staff) {
      const { kind } = organisation;
      const accountId = await addPerson(
        { db, now },
        { organisationId, kind, role, name, email, password: demoPassword },
      );
      people.set(email, { kind: role, accountId, organisationId });
    }
  }
  return people;
}
