import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { listUnseen } from '#app/features/audits/fieldwork/coverage.server.ts';
import { findCoverage } from '#app/features/audits/fieldwork/queries.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  notified,
  raised,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { anOpenAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** Past the house's rule, as somebody with a database client. */
const closed = ({ db }: Pick<Engagement, 'db'>, id: string, reasons: string | null) =>
  sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(), sample_reasons = ${reasons} where id = ${id}`.execute(
    db,
  );
const no = (refusal: string) => ({ ok: false, refusal });
const wrong = { conformity: 'does_not_conform', note: 'No payee is named.', evidence: '' } as const;

describe('what does not conform', () => {
  test('is a finding that stands before fieldwork closes, by rule and by database', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const lead = given.as(given.lead);
    await assessAll(given, id);
    done(await assessIndicator(lead, id, '1.1.2', { ...wrong, revision: 1 }));
    const audit = await findAudit(lead, id);
    expect(audit && (await findLeft(db, audit))).toMatchObject({ unfound: 1, open: 0 });
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual(no('findings_missing'));
    await expect(closed(given, id, fewHeard.reasons)).rejects.toThrow('does not conform is not a finding');

    const finding = await raised(given, id, 'minor', '1.1.2');
    done(await withdrawFinding(lead, finding, { reason: 'Raised on another agency’s paper.' }));
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual(no('findings_missing'));
    await expect(closed(given, id, fewHeard.reasons)).rejects.toThrow('does not conform is not a finding');
    await raised(given, id, 'observation', '1.1.2');
    done(await closeFieldwork(lead, id, fewHeard));
  });

  test('in stage 1 is a concern, and asks for no finding', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const lead = given.as(given.lead);
    done(await startAudit(lead, id));
    done(await assessIndicator(lead, id, '1.1.2', { ...wrong, revision: 0 }));
    done(await closeFieldwork(lead, id, fewHeard));
  });
});

describe('every indicator', () => {
  test('has an answer before stage 2 closes, past the rule as well', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await expect(closed(given, id, fewHeard.reasons)).rejects.toThrow('an indicator has no answer');
    await assessAll(given, id);
    const later = { conformity: 'come_back', note: '', evidence: '', revision: 1 } as const;
    done(await assessIndicator(given.as(given.lead), id, '1.1.2', later));
    await expect(closed(given, id, fewHeard.reasons)).rejects.toThrow('an indicator has no answer');
  });

  test('has one before a recertification does; a special audit looks at what it is about', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const lead = given.as(given.lead);
    const special = await anOpenAudit(given, 'special');
    done(await assessIndicator(lead, special, '1.1.2', { ...wrong, conformity: 'conforms', revision: 0 }));
    done(await closeFieldwork(lead, special, fewHeard));

    const id = await anOpenAudit(given, 'recertification');
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual(no('indicators_open'));
    await expect(closed(given, id, null)).rejects.toThrow('an indicator has no answer');
    await assessAll(given, id);
    done(await closeFieldwork(lead, id, fewHeard));
  });
});

describe('a surveillance', () => {
  test('has an answer of each principle, or says why not, by rule and by database', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const lead = given.as(given.lead);
    const id = await anOpenAudit(given, 'surveillance');
    const silent = { ...fewHeard, coverage: '' };
    expect(await closeFieldwork(lead, id, silent)).toEqual(no('principles_unseen'));
    await expect(closed(given, id, null)).rejects.toThrow('leaves a principle out');
    const audit = await findAudit(lead, id);
    const unseen = async () => (audit ? await listUnseen(db, audit) : []);
    const all = await db.selectFrom('principle').select('title').execute();
    expect(await unseen()).toHaveLength(all.length);
    done(await assessIndicator(lead, id, '1.1.2', { ...wrong, conformity: 'conforms', revision: 0 }));
    expect(await unseen()).toHaveLength(all.length - 1);
    done(await closeFieldwork(lead, id, fewHeard));
    expect(audit && (await findCoverage(db, audit))).toBe(fewHeard.coverage);
    await expect(
      sql`update audit set coverage_reasons = 'Other words, twenty letters.' where id = ${id}`.execute(db),
    ).rejects.toThrow('coverage_reasons stands');
  });

  test('that looked at something of each closes without reasons, and keeps none', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const lead = given.as(given.lead);
    const id = await anOpenAudit(given, 'surveillance');
    await assessAll(given, id);
    const told = sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(),
      coverage_reasons = ${fewHeard.coverage} where id = ${id}`;
    await expect(told.execute(db)).rejects.toThrow('nothing else has');
    done(await closeFieldwork(lead, id, fewHeard));
    expect(await findCoverage(db, { id })).toBeNull();
  });
});
