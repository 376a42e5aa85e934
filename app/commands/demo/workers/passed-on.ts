import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { nameRecruiterOf } from '#app/features/workers/casework/commands/about.server.ts';
import { takeDeskStep } from '#app/features/workers/casework/commands/steps.server.ts';
import { stepForms, type StepSaid } from '#app/features/workers/casework/forms.ts';
import type { DeskStep } from '#app/features/workers/casework/model.ts';
import { saveSection, writeMessage } from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { sendComplaint } from '#app/features/workers/complaints/commands/send-complaint.server.ts';

import { actorOf, done, type Stage } from '../stage.ts';

const at = ({ today }: Stage, hoursAgo: number) => new Date(today.getTime() - hoursAgo * 3_600_000);

/** Invented: a complaint that was passed on to the recruiter it is about, which has not answered yet. */
export async function passComplaintOn(stage: Stage) {
  const { db, pool } = stage;
  const id = crypto.randomUUID();
  const happened = '[Demonstration] I paid two months’ wages to an agent before I left.';
  const form = { id, happened, whom: '', danger: false, child: false };
  const house = { db, pool, language: 'id', now: at(stage, 24 * 12) };
  await done(sendComplaint(house, form), 'receive a complaint');
  await passOn(stage, id);
}

const reasons = 'Nothing speaks against it: they are at home and safe.';
const said = (step: DeskStep, more: object = {}): StepSaid => stepForms[step].parse({ reasons, ...more });

/** As far as its recruiter, which was told with consent and has not answered yet. */
async function passOn(stage: Stage, id: string) {
  const { db } = stage;
  const actor = actorOf(stage, 'caseworker@scheme.example', 'caseworker');
  const on = (hoursAgo: number) => ({ db, actor, now: at(stage, hoursAgo) });
  await done(takeCase(on(280), id), 'take a complaint on');
  await done(takeDeskStep(on(279), id, said('safety_triage')), 'look whether somebody is safe');
  const answer = 'Thank you. We have read it. Do you have a receipt, or the name of the agent?';
  await done(takeDeskStep(on(270), id, said('acknowledged', { answer })), 'acknowledge a complaint');
  await done(writeMessage(on(250), id, 'I have a photo of the receipt.'), 'write to the caseworker');
  const consents = { section: 'consents' as const, said: { parties } };
  await done(saveSection(on(249), id, consents), 'allow that others are told');
  await done(nameRecruiterOf(on(200), id, await someRecruiter(stage)), 'name the recruiter');
  await done(takeDeskStep(on(199), id, said('admissibility')), 'begin with admissibility');
  const disclosure =
    'A worker says that an agent who works for you took two months’ wages. Say what you find, and what you do for everybody who paid.';
  await done(takeDeskStep(on(100), id, said('routed', { to: 'recruiter', disclosure })), 'pass it on');
}

const parties: ('recruiter' | 'statistics')[] = ['recruiter', 'statistics'];

/** The agency whose owner the demonstration lets in: what was passed to it can be looked at. */
async function someRecruiter(stage: Stage) {
  const { organisationId } = actorOf(stage, 'owner@everest-manpower.example', 'recruiter');
  const { number } = await stage.db
    .selectFrom('registration')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return number;
}
