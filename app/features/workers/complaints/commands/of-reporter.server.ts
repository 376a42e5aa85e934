import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { sectionForms, type SectionSaid, type WrittenSection } from '../forms.ts';
import { consentParties, reporter } from '../model.ts';
import * as rules from '../rules.ts';
import { decide } from './decide.server.ts';
import { onCase, writeEntry, type House, type OnCase } from './on-case.server.ts';

/** What one case may hold of each kind: a conversation, and no disk full of it. */
const most = { message: 200, section: 100 };

/** A message to the caseworker. */
export const writeMessage = (house: House, complaintId: string, text: string) =>
  onCase(house, complaintId, async (on) => {
    if (await isFull(on, 'message')) return refuse('full');
    await writeEntry(on, { kind: 'message', said: { text } });
    await tell(on);
    return ok(undefined);
  });

/** A section as it is now; what it was before stays until the case is erased. */
export const saveSection = <S extends WrittenSection>(
  house: House,
  complaintId: string,
  { section, said }: { section: S; said: SectionSaid[S] },
) =>
  onCase(house, complaintId, async (on) => {
    if (await isFull(on, 'section')) return refuse('full');
    await writeEntry(on, { kind: 'section', section, said });
    if (section === 'consents') await sayConsents(on, sectionForms.consents.parse(said).parties);
    await tell(on);
    return ok(undefined);
  });

/** Each party by itself, where it is another word than the last. */
async function sayConsents({ trx, now, complaint }: OnCase, given: readonly string[]) {
  const rows = await trx
    .selectFrom('complaint_consent')
    .select(['party', 'given', 'position'])
    .distinctOn('party')
    .where('complaint_id', '=', complaint.id)
    .orderBy('party')
    .orderBy('position', 'desc')
    .execute();
  const last = new Map(rows.map((row) => [row.party, row]));
  const changed = consentParties.filter(
    (party) => (last.get(party)?.given ?? false) !== given.includes(party),
  );
  if (changed.length === 0) return;
  await trx
    .insertInto('complaint_consent')
    .values(
      changed.map((party) => ({
        ...{ complaint_id: complaint.id, party, said_at: now, given: given.includes(party) },
        position: (last.get(party)?.position ?? 0) + 1,
      })),
    )
    .execute();
}

/** Taken back: nothing more is done, and what was written is erased. */
export const withdrawComplaint = (house: House, complaintId: string) =>
  onCase(house, complaintId, async (on) => {
    const next = rules.takeBack(on.complaint.state);
    if (!next.ok) return next;
    await decide(on, { to: next.value, actor: reporter });
    return next;
  });

/** Whether what was agreed has come. */
export const confirmRemedy = (house: House, complaintId: string, came: boolean) =>
  onCase(house, complaintId, async (on) => {
    const next = rules.confirm(on.complaint.state, came);
    if (!next.ok) return next;
    await decide(on, { to: next.value, actor: reporter });
    return next;
  });

/** Does not agree with how it ended: somebody else looks at it again. */
export const appeal = (house: House, complaintId: string) =>
  onCase(house, complaintId, async (on) => {
    const next = rules.appeal(on.complaint, on.now);
    if (!next.ok) return next;
    await decide(on, { to: next.value, actor: reporter });
    return next;
  });

/** Somebody is threatened or punished because of it. */
export const tellReprisal = (house: House, complaintId: string) =>
  onCase(house, complaintId, async (on) => {
    const { trx, now, complaint } = on;
    const next = rules.reprisal(complaint.state);
    if (!next.ok) return next;
    if (next.value !== complaint.state)
      await decide(on, { to: next.value, actor: reporter, set: { reprisal: true } });
    else await trx.updateTable('complaint').set({ reprisal: true }).where('id', '=', complaint.id).execute();
    await recordEvent(trx, { actor: reporter, now, subject: complaint.id }, 'complaint.reprisal_told', {});
    return next;
  });

async function isFull({ trx, complaint }: OnCase, kind: keyof typeof most) {
  const { count } = await trx
    .selectFrom('complaint_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('complaint_id', '=', complaint.id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return count >= most[kind];
}

const tell = ({ trx, now, complaint }: OnCase) =>
  recordEvent(trx, { actor: reporter, now, subject: complaint.id }, 'complaint.added_to', {});
