import { sql } from 'kysely';

import { refusalText as orderText } from '#app/features/audits/ui/refusals.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import {
  answerClaim,
  askForClaim,
  withdrawClaim,
} from '#app/features/certificates/claims/commands.server.ts';
import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import type { ReasonClass } from '#app/features/certificates/model.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import {
  clearCertificate,
  liftSuspension,
  suspendCertificate,
  watchCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { refusalText } from '#app/features/certificates/ui/refusals.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { done } from '#tests/support/factories/audits.ts';
import { certified, ownSuspension, packageOf, suspension } from '#tests/support/factories/certificates.ts';

import { nextNumber, thing, ties, type Given, type On, type Thing } from './table.ts';

const note = 'Everything that was seen is written down at some length here.';
const answer = 'It says what the certificate says, and nothing beyond it.';
const by = ({ given, now }: On) => ({ db: given.db, now });
const moment = '2026-03-01T09:00:00Z';

/** A certificate in force. */
export async function inForce(given: Given) {
  const held = await certified(await packageOf(given, given.work, nextNumber()), given.work);
  return { id: held.certificateId, auditId: held.auditId };
}
const watched = { reasonClass: 'special_audit' as const, note };
async function underWatch(given: Given) {
  const matter = await inForce(given);
  done(await watchCertificate(given.as(given.officer), matter.id, watched));
  return matter;
}
const suspendedFor = (why: typeof suspension | typeof ownSuspension) => async (given: Given) => {
  const matter = await inForce(given);
  done(await suspendCertificate(given.as(given.officer), matter.id, why));
  return matter;
};

const unchanged = 'whoever has a tie to the holder does not change its certificate';
const rawStatus = (action: string, status: string, reason: ReasonClass | null) =>
  function raw({ matter }: On, person: string) {
    return sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
      values (${matter.id}, ${action}, ${status}, ${reason}, ${note}, ${person}, ${moment})`;
  };
const officers = { who: 'officer' as const, bars: ties('tied', unchanged), words: refusalText };
const step = (path: string) => (matter: { id: string }) => `/scheme/certificates/${matter.id}/${path}`;
const withdrawal = { reasonClass: 'fraud' as const, note };

const statuses: Record<string, Thing> = {
  'an officer places a certificate under watch': thing({
    ...{ ...officers, ready: inForce, page: step('watch'), form: watched },
    act: (on, actor) => watchCertificate({ ...by(on), actor }, on.matter.id, watched),
    raw: rawStatus('watched', 'active_under_watch', 'special_audit'),
  }),
  'an officer ends a watch': thing({
    ...{ ...officers, ready: underWatch, page: step('clear'), form: { note } },
    act: (on, actor) => clearCertificate({ ...by(on), actor }, on.matter.id, { note }),
    raw: rawStatus('cleared', 'active', null),
  }),
  'an officer suspends': thing({
    ...{ ...officers, ready: inForce, page: step('suspend'), form: suspension },
    act: (on, actor) => suspendCertificate({ ...by(on), actor }, on.matter.id, suspension),
    raw: rawStatus('suspended', 'suspended', 'fees_charged'),
  }),
  'an officer lifts a suspension that papers end': thing({
    ...{ ...officers, ready: suspendedFor(ownSuspension), page: step('lift'), form: { note } },
    act: (on, actor) => liftSuspension({ ...by(on), actor }, on.matter.id, { note }),
    raw: rawStatus('reinstated', 'active', null),
  }),
  'an officer withdraws': thing({
    ...{ ...officers, ready: inForce, page: step('withdraw'), form: withdrawal },
    act: (on, actor) => withdrawCertificate({ ...by(on), actor }, on.matter.id, withdrawal),
    raw: rawStatus('withdrawn', 'withdrawn', 'fraud'),
  }),
};

/** Offices stay; of its corridors and sectors the first alone. */
async function kept({ given, matter }: On) {
  const covered = await given.db
    .selectFrom('certificate')
    .select(['corridors', 'sectors', 'offices'])
    .where('id', '=', matter.id)
    .executeTakeFirstOrThrow();
  return { ...covered, offices: covered.offices.slice(0, 1) };
}

/** Two offices, of which one can be closed. */
async function withOffices(given: Given) {
  const matter = await inForce(given);
  const wider = { corridors: [], sectors: [], offices: ['Biratnagar', 'Pokhara'] };
  done(await askForExtension(given.as(given.recruiter), { ...wider, grounds: note }));
  done(await answerExtension(given.as(given.officer), matter.id, { outcome: 'extended', answer }));
  return matter;
}
async function asksForMore(given: Given) {
  const matter = await inForce(given);
  const wider = { corridors: ['NP-JP'], sectors: [], offices: [] };
  done(await askForExtension(given.as(given.recruiter), { ...wider, grounds: note }));
  return matter;
}
async function asksForClaim(given: Given) {
  const { id: about, auditId } = await inForce(given);
  const use = { medium: 'website' as const, place: 'https://himal.example', wording: 'We are certified.' };
  const { id } = done(await askForClaim(given.as(given.recruiter), { ...use, fromOn: '2026-03-01' }));
  return { id, about, auditId };
}

const order = (now: Date) => ({
  ...{ type: 'special' as const, trigger: 'critical_complaint' as const, noticeType: 'unannounced' as const },
  ...{ dueOn: addDays(dayOf(now), 60), grounds: note },
});

const others: Record<string, Thing> = {
  'an officer reduces the scope': thing({
    ...{ ...officers, ready: withOffices, page: step('reduce') },
    act: async (on, actor) => reduceScope({ ...by(on), actor }, on.matter.id, { ...(await kept(on)), note }),
    async form(on) {
      const stays = await kept(on);
      return {
        corridors: stays.corridors[0] ?? '',
        sectors: stays.sectors[0] ?? '',
        offices: stays.offices[0] ?? '',
        note,
      };
    },
    raw: ({ matter }, person) => sql`
      insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note, decided_by, from_at)
      select certificate_id, version + 1, 'reduced', corridors, sectors, offices[1:1], ${note}, ${person}, ${moment}
      from certificate_version where certificate_id = ${matter.id} order by version desc limit 1`,
  }),
  'an officer answers who asks for a wider scope': thing({
    who: 'officer',
    bars: ties('tied', 'answered by an officer without a tie'),
    words: refusalText,
    ready: asksForMore,
    page: step('extension'),
    form: { outcome: 'refused', answer },
    act: (on, actor) => answerExtension({ ...by(on), actor }, on.matter.id, { outcome: 'refused', answer }),
    raw: (
      { matter },
      person,
    ) => sql`update certificate_scope_request set state = 'refused', answered_by = ${person},
      answered_at = ${moment}, answer = ${answer} where certificate_id = ${matter.id}`,
  }),
  'an officer grants a use of the certificate': thing({
    who: 'officer',
    bars: ties('tied', 'a use is granted by an officer without a tie'),
    words: refusalText,
    ready: asksForClaim,
    page: ({ id }) => `/scheme/claims/${id}`,
    form: { outcome: 'registered', answer },
    act: (on, actor) => answerClaim({ ...by(on), actor }, on.matter.id, { outcome: 'registered', answer }),
    raw: ({ matter }, person) => sql`update claim_use set state = 'registered', answered_by = ${person},
      answered_at = ${moment}, answer = ${answer} where id = ${matter.id}`,
  }),
  'an officer takes a granted use back': thing({
    who: 'officer',
    bars: ties('tied', 'taken back by an officer without a tie'),
    words: refusalText,
    async ready(given) {
      const asked = await asksForClaim(given);
      done(await answerClaim(given.as(given.officer), asked.id, { outcome: 'registered', answer }));
      return asked;
    },
    page: ({ id }) => `/scheme/claims/${id}/withdraw`,
    form: { reasons: answer },
    act: (on, actor) => withdrawClaim({ ...by(on), actor }, on.matter.id, { reasons: answer }),
    raw: ({ matter }, person) => sql`update claim_use set state = 'ended', ended_at = ${moment},
      withdrawn_by = ${person}, withdrawn_because = ${answer} where id = ${matter.id}`,
  }),
  'an officer puts a suspension before the panel': thing({
    who: 'officer',
    bars: ties('tied', 'an officer without a tie puts it before the panel'),
    words: refusalText,
    ready: suspendedFor(suspension),
    page: step('lift-review'),
    form: { note },
    act: (on, actor) => askForLift({ ...by(on), actor }, on.matter.id, { note }),
    raw: ({ matter }, person) => sql`
      insert into decision_matter (kind, application_id, certificate_id, organisation_id, about, quorum, opened_at, due_on, asked_by)
      select 'lift', application_id, id, organisation_id, ${note}, 1, ${moment}::timestamptz, '2026-03-31', ${person}
      from certificate where id = ${matter.id}`,
  }),
  'an officer orders an audit': thing({
    who: 'officer',
    bars: ties('tied_officer', 'an audit is ordered by somebody without a tie'),
    words: orderText,
    ready: inForce,
    page: step('order-audit'),
    form: ({ now }) => Promise.resolve(order(now)),
    act: (on, actor) => orderAudit({ ...by(on), actor }, on.matter.id, order(on.now)),
    raw: ({ matter }, person) => sql`
      insert into audit_programme_entry (certificate_id, type, reason, trigger, grounds, notice_type, window_from, due_on, ordered_by, ordered_at)
      values (${matter.id}, 'special', 'ordered', 'critical_complaint', ${note}, 'unannounced', '2026-03-01', '2026-04-30', ${person}, ${moment})`,
  }),
};

export const ofCertificates = { ...statuses, ...others };
