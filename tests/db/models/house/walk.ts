import { sql } from 'kysely';
import { expect } from 'vitest';

import { lapseInAudit } from '#app/features/applications/clocks/commands.server.ts';
import { escalateOverdue, failAudits } from '#app/features/audits/findings/clocks/commands.server.ts';
import { endFactChecks } from '#app/features/audits/report/commands/check-facts.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';

import { passed } from './days.ts';
import { doings } from './doings.ts';
import { forgeries } from './forgeries.ts';
import type { Founded } from './hands.ts';
import { standing, today, type House } from './model.ts';
import { broken, inWords, readRows, type Rows } from './rows.ts';
import { acts, expected, type Act } from './steps.ts';

export type Move =
  | { onward: number }
  | { aside: number }
  | { act: Act; pick: number; wrong: boolean }
  | { wait: number }
  | { forge: number };

/** The model, the people and what the database said last. */
export type World = { founded: Founded; house: House; rows: Rows };

type Drained = (now: Date) => Promise<void>;
const day = 86_400_000;

/** The clocks that touch the four machines, in one order; what they tell is heard before the next. */
const clocks = [runCertificateClock, escalateOverdue, failAudits, endFactChecks, lapseInAudit];

/** What leads on; what ends or disturbs something is left to chance. */
const forward: Act[] = [
  ...([
    'stage 1',
    'stage 2',
    'special',
    'recertify',
    'declare',
    'plan',
    'notify',
    'start',
    'lasted',
    'still so',
  ] as const),
  ...([
    'close fieldwork',
    'ready',
    'send',
    'end check',
    'approve',
    'contain',
    'believe it',
    'send plan',
    'accept plan',
  ] as const),
  ...([
    'prove',
    'verify',
    'close finding',
    'keep finding',
    'grant',
    'lift',
    'ask lift',
    'clear',
    'uphold',
    'appeal',
    'put audit',
  ] as const),
];
/** One audit of a certificate at a time; and what a finished one may still bring is asked of the machine of audits. */
const outOfHouse = (house: House, act: Act) => {
  const live = house.audits.some(
    ({ of, state }) =>
      of !== undefined && !['closed', 'cancelled', 'failed'].includes(state) && state !== 'caps_open',
  );
  const certificate = standing(house);
  const paper = house.audits.findLast(({ type }) => type === 'stage1');
  if (act === 'stage 2') return paper !== undefined && !['closed', 'cancelled'].includes(paper.state);
  if (act === 'special' || act === 'recertify')
    return !certificate || live || today(house) > certificate.validUntil;
  // What runs again when a certificate is restored has tests of its own.
  if (act === 'grant' && house.matters.some(({ kind }) => kind === 'restoration'))
    return house.findings.some(
      ({ audit, state }) => house.audits[audit]?.ended && state !== 'closed' && state !== 'withdrawn',
    );
  return false;
};

type Chosen = Exclude<Move, { onward: number } | { aside: number }>;

/** For good: left to chance among all acts. */
const endings: Act[] = ['leave scheme', 'revoke', 'cancel'];
const aside = acts.filter((act) => !forward.includes(act) && !endings.includes(act));

/** What a move comes to where the house is; where nothing leads on, days pass. */
export function chosen(house: House, move: Move): Chosen {
  if ('wait' in move || 'forge' in move) return move;
  if ('act' in move && !outOfHouse(house, move.act)) return move;
  const many = Math.max(house.findings.length, 1);
  const ways = ('aside' in move ? aside : forward)
    .filter((act) => !outOfHouse(house, act))
    .flatMap((act) => Array.from({ length: many }, (_, pick) => ({ act, pick, wrong: false })))
    .filter(({ act, pick }) => expected(house, act, pick).ok);
  const turn = 'onward' in move ? move.onward : 'aside' in move ? move.aside : move.pick;
  return ways[turn % Math.max(ways.length, 1)] ?? { wait: turn + 1 };
}

/** The next forgery in turn that there is something for. */
async function forge({ db, people }: Founded, rows: Rows, number: number) {
  const made = forgeries.map((_, place) =>
    forgeries[(number + place) % forgeries.length]?.(rows, people.lead.accountId),
  );
  const forgery = made.find((one) => one !== undefined) ?? '';
  const refused = await sql
    .raw(forgery)
    .execute(db)
    .then(
      () => false,
      () => true,
    );
  expect(refused, `${forgery} in ${JSON.stringify(inWords(rows))}`).toBe(true);
}

/** One step of both; whatever they say differently is told with the step. */
export async function step(world: World, move: Chosen, drained: Drained): Promise<World> {
  const { founded, house, rows } = world;
  const now = new Date(house.now.getTime() + ('wait' in move ? move.wait * day : 60_000));
  const then = { ...structuredClone(house), now };
  const said = `${JSON.stringify(move)} in ${JSON.stringify(inWords(house))}`;
  let next = then;
  if ('forge' in move) await forge(founded, rows, move.forge);
  else if ('wait' in move) {
    for (const clock of clocks) {
      await clock({ db: founded.db, now });
      await drained(now);
    }
    passed(next);
  } else {
    const foreseen = move.wrong ? { ok: false, next: then } : expected(then, move.act, move.pick);
    const outcome = await doings[move.act]({ ...founded, rows }, { ...move, now });
    expect(outcome.ok, `${said}: ${JSON.stringify(outcome)}`).toBe(foreseen.ok);
    // What was refused told nobody anything.
    if (outcome.ok) await drained(now);
    next = foreseen.next;
  }
  const after = await readRows(founded.db, founded.organisationId);
  expect(inWords(after), `after ${said}`).toEqual(inWords(next));
  expect(await broken(founded.db, founded.organisationId, today(next)), `after ${said}`).toEqual([]);
  return { founded, house: next, rows: after };
}
