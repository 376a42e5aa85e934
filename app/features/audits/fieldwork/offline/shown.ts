import { isRaising } from './findings/raising.ts';
import { isAnswer, isHearing, isHereAlone, isWaiting, waiting } from './queue.ts';
import type { Assessing, Assessment, Counts, Entry, Kept, Outcome } from './model.ts';

/** What the page says of what the device keeps. */

export function counts({ entries, photos, drafts, raising }: Omit<Kept, 'bundle' | 'takenAt'>): Counts {
  const of = (state: Outcome['state']) => entries.filter(({ outcome }) => outcome.state === state).length;
  return {
    waiting: entries.filter((entry) => isAnswer(entry) && isWaiting(entry)).length,
    findingsWaiting: entries.filter((entry) => isRaising(entry) && isWaiting(entry)).length,
    interviewsWaiting: entries.filter((entry) => isHearing(entry) && isWaiting(entry)).length,
    sent: of('sent'),
    raised: of('raised'),
    recorded: of('recorded'),
    conflict: of('conflict'),
    refused: of('refused'),
    photosWaiting: photos.filter(({ state }) => state === 'waiting').length,
    drafts: Object.keys(drafts).length + Object.keys(raising).length,
  };
}

/** Nothing that exists on this device alone. */
export const mayRemove = ({ waiting: answers, drafts, ...others }: Counts) =>
  answers + others.findingsWaiting + others.interviewsWaiting + others.photosWaiting + drafts === 0;

/** Before the audit is removed from this device: what goes with it, and what would be lost. */
export function removalInWords(kept: Omit<Kept, 'bundle' | 'takenAt'>) {
  if (!mayRemove(counts(kept)))
    return 'Something here is on no other machine: it waits to be sent, or you began it and have not saved it. Send or save it first; then this audit can be removed.';
  const alone = kept.entries.some(isHereAlone) || kept.photos.some(({ state }) => state === 'refused');
  return alone
    ? 'This browser forgets this audit. The server does not have what it did not take, which “Needs you” lists: copy those answers and findings, and save those photos, before you remove it; a sealed interview among them is gone with it.'
    : 'This browser forgets this audit: its indicators, answers, notes, findings and sealed interviews. The server keeps all of it, and you can take it onto this device again.';
}

export type Standing = {
  state: 'open' | 'answered' | 'waiting' | 'draft' | 'conflict';
  conformity: string;
  note: string;
  evidence: string;
  /** The revision this answer is or was written over. */
  base: number;
};

const nothing = { conformity: '', note: '', evidence: '', base: 0 };

/** One indicator as its person left it: what they type, what waits, what is in conflict, or what the server has. */
export function standingOf(kept: Pick<Kept, 'bundle' | 'entries' | 'drafts'>, code: string): Standing {
  const onServer = kept.bundle?.assessments.find((assessment) => assessment.code === code);
  const own = kept.entries.filter(isAnswer).filter(({ operation }) => operation.code === code);
  const draft = kept.drafts[code];
  if (draft) return { state: 'draft', ...draft };
  const last = waiting(own).filter(isAnswer).at(-1)?.operation;
  if (last) return { state: 'waiting', ...answerOf(last), base: last.base };
  const open = openConflict(own, onServer);
  if (open) return { state: 'conflict', ...answerOf(open.operation), base: open.operation.base };
  if (!onServer) return { state: 'open', ...nothing };
  const state = onServer.conformity === 'come_back' ? 'open' : 'answered';
  return { state, ...answerOf(onServer), base: onServer.revision };
}

const answerOf = ({ conformity, note, evidence }: Pick<Standing, 'conformity' | 'note' | 'evidence'>) => ({
  conformity,
  note,
  evidence,
});

/** A conflict is over once the server has a later wording than the one it stood against: somebody chose. */
export function openConflict(own: readonly Entry<Assessing>[], onServer: Assessment | undefined) {
  return own.findLast(
    ({ outcome }) => outcome.state === 'conflict' && (onServer?.revision ?? 0) <= outcome.revision,
  );
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The line at the top: how it stands with the network and with the work. */
export function standingInWords(online: boolean, told: Counts) {
  const parts = [
    told.waiting > 0 ? many(told.waiting, 'answer waits', 'answers wait') : '',
    told.findingsWaiting > 0 ? many(told.findingsWaiting, 'finding waits', 'findings wait') : '',
    told.interviewsWaiting > 0 ? many(told.interviewsWaiting, 'interview waits', 'interviews wait') : '',
    told.photosWaiting > 0 ? many(told.photosWaiting, 'photo waits', 'photos wait') : '',
  ].filter(Boolean);
  const what = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
  if (!online)
    return what ? `No network. ${what}, kept on this device.` : 'No network. You can go on working.';
  return what ? `Sending: ${what}.` : 'Everything you saved is with the server.';
}

/** Why sending stopped, and what to do. */
export const stops = {
  signed_out: 'Sign in again to send what waits. Nothing is lost: it stays on this device.',
  other_person:
    'Somebody else is signed in on this browser. What waits here is sent only in the name of the person who wrote it: sign in as them.',
  not_yours:
    'This audit is not open to you any more. What you wrote is kept below, so that you can copy it; interviews stay sealed here, and are sent if it opens to you again. Ask the lead auditor.',
  unreadable:
    'The server answered something this page does not understand. Open the page again; nothing is lost.',
  full: 'This device is full. What waits is sent all the same, and nothing is lost; free some space, so that this page can note what has arrived.',
  unkept:
    'This device did not note what was sent. Nothing is lost: the server takes everything once. Open the page again.',
  unreachable: '',
  done: '',
} as const;
export type Stop = keyof typeof stops;

/** Seconds until the next try, longer each time. */
export const pauseAfter = (failures: number) => Math.min(60, 2 ** Math.min(failures, 6));
