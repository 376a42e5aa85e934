import { keysIn } from '../../interviews/keys.ts';
import { renamedBy, renamedIn } from './interviews/renamed.ts';
import {
  limits,
  notTaken,
  type Answer,
  type Assessing,
  type Draft,
  type Entry,
  type Hearing,
  type Kept,
  type Operation,
  type Result,
} from './model.ts';

/** The order of work and its way to the server, as plain values: the store keeps them, the sender carries them. */

export const isWaiting = ({ outcome }: Entry) => outcome.state === 'waiting';
const bySeq = (one: Entry, other: Entry) => one.operation.seq - other.operation.seq;

export const isAnswer = (entry: Entry): entry is Entry<Assessing> => entry.operation.kind === 'assess';

export const isHearing = (entry: Entry): entry is Entry<Hearing> => entry.operation.kind === 'interview';

export const waiting = (entries: readonly Entry[]) => entries.filter(isWaiting).sort(bySeq);

/** What no other machine has: it waits, or the server did not take it as it came. */
export const isHereAlone = ({ outcome }: Entry) =>
  outcome.state === 'waiting' || (outcome.state === 'refused' && outcome.refusal === notTaken);

/** `seen`: the revision the person had before them. */
type Stamp = { id: string; seq: number; madeAt: string; seen: number };

/**
 * What the person saved, at the end of the queue. An answer written over one that still waits is based on what that one
 * was based on, until the server says which revision it became.
 */
export function queued(entries: readonly Entry[], code: string, answer: Answer, { seen, ...stamp }: Stamp) {
  const before = waiting(entries)
    .filter(isAnswer)
    .findLast(({ operation }) => operation.code === code);
  const { conformity, note, evidence } = answer;
  const said = { kind: 'assess' as const, code, conformity, note, evidence };
  const operation: Assessing = { ...stamp, ...said, base: before?.operation.base ?? seen };
  return { operation, outcome: { state: 'waiting' } } satisfies Entry<Assessing>;
}

/**
 * The next operations to send, in order. A second answer for one indicator waits for the first one's: only then is it
 * known what it was written over, and nothing of anybody else can be overwritten by guessing.
 */
export function nextBatch(entries: readonly Entry[]): Operation[] {
  const batch: Operation[] = [];
  const codes = new Set<string>();
  let bytes = 0;
  for (const { operation } of waiting(entries)) {
    bytes += new TextEncoder().encode(JSON.stringify(operation)).length;
    const full = batch.length === limits.operations || (batch.length > 0 && bytes > limits.bytes);
    const isSecond = operation.kind === 'assess' && codes.has(operation.code);
    if (full || isSecond) break;
    batch.push(operation);
    // What follows may name the worker by the key, which somebody else may have: first it is known.
    if (operation.kind === 'interview') break;
    if (operation.kind === 'assess') codes.add(operation.code);
  }
  return batch;
}

/** The entries as the server's answers leave them. An answer that comes again, or to nothing that waits, changes nothing. */
export function settled(entries: readonly Entry[], results: readonly Result[]): Entry[] {
  return results.reduce<Entry[]>((now, result) => settledBy(now, result), [...entries]);
}

function settledBy(entries: Entry[], result: Result): Entry[] {
  const answered = entries.find((entry) => entry.operation.id === result.id);
  if (!answered || !isWaiting(answered)) return entries;
  return entries.map((entry): Entry => {
    if (entry === answered) return { operation: entry.operation, outcome: outcomeOf(result) };
    if (!isWaiting(entry)) return entry;
    const follows = isAnswer(entry) && entry.operation.code === answered.operation.code;
    if (follows && result.outcome === 'applied')
      return { ...entry, operation: { ...entry.operation, base: result.revision } };
    const renamed = renamedBy(answered.operation, result);
    return renamed ? { ...entry, operation: renamedIn(entry.operation, renamed) } : entry;
  });
}

function outcomeOf(result: Result): Entry['outcome'] {
  switch (result.outcome) {
    case 'applied':
      return { state: 'sent', revision: result.revision };
    case 'raised':
      return { state: 'raised', finding: result.finding };
    case 'recorded':
      return { state: 'recorded', pseudonym: result.pseudonym };
    case 'conflict':
      return { state: 'conflict', revision: result.revision, theirs: result.theirs };
    case 'refused':
      return { state: 'refused', refusal: result.refusal, message: result.message };
  }
}

/** The revision each indicator came to by this device's own work: what is on its form now was written over that. */
export const ownRevisions = (entries: readonly Entry[], results: readonly Result[]) =>
  new Map(
    results.flatMap((result) => {
      const code = entries.find(({ operation }) => operation.id === result.id)?.operation.code;
      return result.outcome === 'applied' && code !== undefined ? [[code, result.revision] as const] : [];
    }),
  );

/**
 * The server expects another number than the first that waits. Where this device still has everything from there on, it
 * is sent again under the same ids: the server had lost it. Where it has not, its name is used up (a copy of this
 * browser worked under it, or it was cleared): what waits is numbered from 1, to be sent under new ids and a new name.
 */
export function resumed(entries: readonly Entry[], expected: number, newId: () => string) {
  const from = entries.filter(({ operation }) => operation.seq >= expected).sort(bySeq);
  const whole = from.length > 0 && from.every(({ operation }, place) => operation.seq === expected + place);
  // Asked for what is sent anyway: something else of this device went out under a number before it.
  const inVain = from.every(isWaiting) && waiting(entries).some(({ operation }) => operation.seq < expected);
  if (whole && !inVain) {
    const again = entries.map((entry): Entry =>
      from.includes(entry) ? { ...entry, outcome: { state: 'waiting' } } : entry,
    );
    return { entries: again, renamed: false };
  }
  const order = waiting(entries).map(({ operation }) => operation.id);
  const numbered = entries.map(({ operation, ...entry }): Entry => {
    // 0 where it does not wait: it belongs to the old name.
    const seq = order.indexOf(operation.id) + 1;
    return { ...entry, operation: { ...operation, seq, id: seq > 0 ? newId() : operation.id } };
  });
  return { entries: numbered, renamed: true };
}

/** The same answer as saved before needs no sending. */
export const isSame = (one: Pick<Draft, 'conformity' | 'note' | 'evidence'>, other: Answer | undefined) =>
  one.conformity === (other?.conformity ?? '') &&
  one.note === (other?.note ?? '') &&
  one.evidence === (other?.evidence ?? '');

/** The same demands as the server's form makes, so that nothing is saved here that is sent back there. */
export function problemWith(
  { conformity, note, evidence }: Pick<Draft, 'conformity' | 'note' | 'evidence'>,
  interviews?: readonly string[],
) {
  if (conformity === '') return { field: 'conformity', message: 'Choose what you found' } as const;
  if (note.trim() === '' && conformity !== 'conforms' && conformity !== 'come_back') {
    return { field: 'note', message: 'Say why in a note' } as const;
  }
  const long = note.length > limits.text ? 'note' : evidence.length > limits.text ? 'evidence' : undefined;
  if (long) {
    const message = `This is too long: 10,000 characters at most, and ${long === 'note' ? 'the note' : 'the evidence'} has more`;
    return { field: long, message } as const;
  }
  const key = strangeKey(`${note}\n${evidence}`, interviews);
  const field = key && note.includes(key) ? 'note' : 'evidence';
  return key ? { field, message: unknownInterview(key) } : undefined;
}

/** A key of no interview that was taken along; where none were, the server says so. */
export const strangeKey = (text: string, interviews: readonly string[] | undefined) =>
  interviews && keysIn(text).find((key) => !interviews.includes(key));

/** The interviews that may be named: those that were taken along, and those sealed here that were not refused. */
export const knownKeys = ({ bundle, entries }: Pick<Kept, 'bundle' | 'entries'>) =>
  bundle?.interviews && [...new Set([...bundle.interviews, ...entries.flatMap(keyOf)])];

function keyOf({ operation, outcome }: Entry) {
  if (operation.kind !== 'interview' || outcome.state === 'refused') return [];
  return [outcome.state === 'recorded' ? outcome.pseudonym : operation.pseudonym];
}

export const unknownInterview = (key: string) =>
  `${key} is no interview this device knows. It can be cited once it is recorded, and this page was open with a network after that; until then leave its key out`;
