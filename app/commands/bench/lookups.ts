import { setTimeout as pause } from 'node:timers/promises';

import autocannon, { type Options } from 'autocannon';

/** How long a look-up takes beside people who sign in, against how long it takes alone. */
export type Calm = {
  signIns: number;
  p95AloneMs: number;
  p95BesideMs: number;
  ratio: number;
  limit: number;
  signInsPerSecond: number;
};

const seconds = 8;
const perSecond = 50;
const signIns = 20;

/** A gentle fixed rate: each question leaves at its time, whether the one before was answered or not. */
async function p95Of(url: string) {
  const asking: Promise<number>[] = [];
  const begun = performance.now();
  for (let i = 0; i < seconds * perSecond; i += 1) {
    await pause(Math.max(0, begun + (i * 1000) / perSecond - performance.now()));
    asking.push(timed(url));
  }
  const times = (await Promise.all(asking)).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

async function timed(url: string) {
  const begun = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`A look-up was answered ${response.status}`);
  return performance.now() - begun;
}

/** The standard allows twice: hashing passwords must not stand in anybody's way. */
export async function besideSignIns(lookup: string, signIn: Options): Promise<Calm> {
  await p95Of(lookup);
  const before = await p95Of(lookup);
  const load = autocannon({ ...signIn, connections: signIns, duration: seconds + 2 });
  await pause(1000);
  const beside = await p95Of(lookup);
  const { requests } = await load;
  const after = await p95Of(lookup);
  // Alone before and after: a noisy machine is not held against the house.
  const alone = Math.max(before, after);
  return {
    signIns,
    p95AloneMs: alone,
    p95BesideMs: beside,
    ratio: beside / alone,
    limit: 2,
    signInsPerSecond: requests.average,
  };
}
