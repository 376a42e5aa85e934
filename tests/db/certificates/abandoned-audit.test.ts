import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { decideAppeal, lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import {
  abortAudit,
  closeAbandoned,
  closeByPanel,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, aPerson, done, fieldwork, scheduled } from '#tests/support/factories/audits.ts';
import { grant, matterOf, refusal, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const note = 'The office was locked on both days, and nobody opened.';
const no = (why: string) => ({ ok: false, refusal: why });

type Ground = { db: Kysely<Database>; work: () => Promise<void> };

/** Stage 2 was obstructed and broken off. */
async function brokenOff({ db, work }: Ground) {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  await work();
  done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note }));
  await work();
  const put = () => putAbandonedAudit(given.as(given.officer), id, { note });
  const states = async () => [
    (await db.selectFrom('application').select('state').executeTakeFirstOrThrow()).state,
    (await db.selectFrom('audit').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state,
  ];
  return { ...given, id, put, states };
}

describe('an audit of an application that was broken off', () => {
  test('is refused by the panel, and the application with it', async ({ db, work }) => {
    const given = await brokenOff({ db, work });
    const house = { db, now: given.as(given.officer).now, actor: { kind: 'system' } } as const;
    expect(await closeByPanel(house, given.id)).toEqual(no('not_decided'));
    done(await given.put());
    expect(await given.put()).toEqual(no('already_open'));
    expect(await closeAbandoned(given.as(given.officer), given.id, { reason: note })).toEqual(
      no('with_panel'),
    );
    await expect(
      sql`update audit set state = 'closed', closed_at = now(), followed_up_by = ${given.officer.accountId}
        where id = ${given.id}`.execute(db),
    ).rejects.toThrow('the panel says what follows from it');
    done(await vote(given.as(given.decider), given.applicationId, refusal));
    await work();
    expect(await given.states()).toEqual(['refused', 'closed']);
    // Of one that was followed up the panel is not asked.
    expect(await given.put()).toEqual(no('not_abandoned'));
    // An appeal that is upheld has the audit planned anew.
    const { appealId } = done(
      await lodgeAppeal(given.as(given.recruiter), given.applicationId, { grounds: note }),
    );
    const scheme = { id: given.decider.organisationId, kind: 'scheme' } as const;
    const other = await aPerson(db, scheme, 'officer', 'Vera Lund');
    done(await declareReviewer(given.as(other), given.applicationId, { conflicted: false, reason: note }));
    done(await decideAppeal(given.as(other), appealId, { outcome: 'upheld', reasons: note }));
    await work();
    expect(await given.states()).toEqual(['in_audit', 'closed']);
  });

  test('is planned anew where the panel says so', async ({ db, work }) => {
    const given = await brokenOff({ db, work });
    done(await given.put());
    done(await vote(given.as(given.decider), given.applicationId, { ...grant, vote: 'return' }));
    await work();
    expect(await given.states()).toEqual(['in_audit', 'closed']);
    await scheduled(given, 'stage2');
  });

  test('is nothing to grant, by rule and by database', async ({ db, work }) => {
    const given = await brokenOff({ db, work });
    done(await given.put());
    expect(await vote(given.as(given.decider), given.applicationId, grant)).toEqual(no('vote_does_not_fit'));
    const matter = await matterOf(db, given.applicationId);
    const { rows } = await sql<{ text: string }>`select decision_package_text(${matter}) as text`.execute(db);
    expect(rows[0]?.text).toContain(note);
    await expect(
      sql`insert into decision_package (sha256, matter_id, content, kept_at)
        select decision_package_sha256(${matter}), ${matter}, decision_package_text(${matter}), now()`
        .execute(db)
        .then(() =>
          sql`insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
            values (${matter}, ${given.decider.accountId}, 'grant', ${note}, decision_package_sha256(${matter}), now())`.execute(
            db,
          ),
        ),
    ).rejects.toThrow('the panel refuses or has it planned anew');
  });
});
