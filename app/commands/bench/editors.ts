import { setTimeout as pause } from 'node:timers/promises';

import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { startApplication } from '#app/features/applications/commands.server.ts';
import { connect } from '#db/client.server.ts';

import { demoPassword } from '../demo/accounts.ts';

/** How long saving a section takes while sixteen people do it, against the sixty milliseconds it may take. */
type Pace = { savesPerSecond: number; medianMs: number; p95Ms: number; ofLimit: number };
/** `steady`: a save a second from each, more than anybody types. `pressed`: four times that, where the machine is full. */
export type Editing = { editors: number; steady: Pace; pressed: Pace };

const editors = 16;
const saves = 15;
const limitMs = 60;

export async function savingSections(origin: string, databaseUrl: string): Promise<Editing> {
  const cookies = await editorsOf(origin, databaseUrl);
  return {
    editors,
    steady: await atPace({ origin, cookies, thinkMs: 1000, from: 0 }),
    pressed: await atPace({ origin, cookies, thinkMs: 250, from: saves + 1 }),
  };
}

type Load = { origin: string; cookies: string[]; thinkMs: number; from: number };

async function atPace(load: Load): Promise<Pace> {
  const times = (await Promise.all(load.cookies.map((_cookie, place) => edit(load, place)))).flat();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const savesPerSecond = (editors * 1000) / (load.thinkMs + at(0.5));
  return { savesPerSecond, medianMs: at(0.5), p95Ms: at(0.95), ofLimit: at(0.95) / limitMs };
}

async function editorsOf(origin: string, databaseUrl: string) {
  const { db } = connect(databaseUrl);
  const now = new Date();
  const cookies: string[] = [];
  for (let place = 0; place < editors; place += 1) {
    const kind = 'recruiter';
    const organisationId = await foundOrganisation(
      { db, now },
      { kind, name: `Bench ${place}`, country: 'NP' },
    );
    const email = `editor${place}@bench.example`;
    const person = {
      organisationId,
      kind,
      role: kind,
      name: `Editor ${place}`,
      email,
      password: demoPassword,
    } as const;
    const accountId = await addPerson({ db, now }, person);
    await startApplication({ db, actor: { kind, accountId, organisationId }, now });
    const answer = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email, password: demoPassword }),
    });
    cookies.push(
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
  }
  await db.destroy();
  return cookies;
}

/** One person at the first section, who changes one answer each time. */
async function edit({ origin, cookies, thinkMs, from }: Load, place: number) {
  const times: number[] = [];
  await pause((place * thinkMs) / editors);
  for (let turn = from; turn <= from + saves; turn += 1) {
    const form = {
      seen: JSON.stringify(turn === 0 ? {} : { ...seenOnce, company_number: turn }),
      legal_name: `Bench ${place}`,
      company_number: `C-${turn}`,
      address: '1 Station Road',
      country: 'NP',
      contact_name: 'Mina Rai',
    };
    const begun = performance.now();
    const answer = await fetch(`${origin}/apply/identity`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookies[place] ?? '' },
      body: new URLSearchParams(form),
    });
    await answer.arrayBuffer();
    if (answer.status !== 302) throw new Error(`A section was answered ${answer.status}`);
    // The first one writes every answer and finds the house cold.
    if (turn > from) times.push(performance.now() - begun);
    await pause(thinkMs);
  }
  return times;
}

const seenOnce = { legal_name: 1, address: 1, country: 1, contact_name: 1 };
