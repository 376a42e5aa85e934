import { connect } from '#db/client.server.ts';
import { fillWorkspace } from '#db/embedded/full-workspace.ts';

import { demoPassword } from '../demo/accounts.ts';
import { dayOnADevice, type DayOnADevice } from './device.ts';

/** A full audit's workspace, and a day's offline work in a browser and on its way home, against what the scheme's auditors were promised. */
export type Fieldwork = {
  evidence: number;
  page: Paced;
  saving: Paced;
  device: DayOnADevice;
};
export type Paced = { p95Ms: number; limitMs: number };

const evidence = 500;
const [pages, saves] = [60, 93];

/** On the demonstration's audit that is in fieldwork, as its lead auditor. */
export async function fieldworkDay(origin: string, databaseUrl: string, email: string): Promise<Fieldwork> {
  const { db } = connect(databaseUrl);
  const { id } = await db
    .selectFrom('audit')
    .innerJoin('audit_team_member as member', 'member.audit_id', 'audit.id')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select('audit.id')
    .where('audit.state', '=', 'in_progress')
    .where('account.email', '=', email)
    .executeTakeFirstOrThrow();
  await fillWorkspace(db, id, evidence);
  await db.destroy();
  const house = await signedIn(origin, email);
  const at = `/audits/${id}`;
  const { assessments } = await bundleOf(house, at);
  return {
    evidence,
    page: { p95Ms: await p95(pages, () => house(`${at}/indicators`)), limitMs: 1000 },
    saving: { p95Ms: await saving(house, at, assessments), limitMs: 100 },
    device: await dayOnADevice(origin, `${at}/offline`, email),
  };
}

export function sayFieldwork({ evidence: pieces, page, saving: save, device: day }: Fieldwork) {
  const paced = ({ p95Ms, limitMs }: Paced) => `p95 ${p95Ms.toFixed(0)} ms, ${limitMs} allowed`;
  const sent = `${day.edits} edits and ${day.photos} photos of ${day.photoMegabytes.toFixed(1)} MB`;
  return `fieldwork with ${pieces} pieces of evidence: the workspace ${paced(page)}; saving an answer ${paced(save)}; without a network a browser opens an indicator in ${paced(day.opening)}, and keeps an answer in ${paced(day.keeping)}; ${sent} sent by it in ${day.seconds.toFixed(1)} s, ${day.limitSeconds} allowed`;
}

type Sent = {
  method?: string;
  body?: string | URLSearchParams | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};
type House = (path: string, init?: Sent) => Promise<string>;
type Assessment = { code: string; revision: number };

async function signedIn(origin: string, email: string): Promise<House> {
  const body = new URLSearchParams({ email, password: demoPassword });
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', redirect: 'manual', body });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return async (path, init = {}) => {
    const headers = { ...init.headers, Cookie: cookie.join('; '), Origin: origin };
    const said = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' });
    const text = await said.text();
    if (said.status >= 400) throw new Error(`${path} was answered ${said.status}: ${text.slice(0, 200)}`);
    return text;
  };
}

async function bundleOf(house: House, at: string) {
  const bundle: unknown = JSON.parse(await house(`${at}/bundle`));
  if (!isBundle(bundle)) throw new Error('The bundle is of another shape');
  return bundle;
}
const isBundle = (sent: unknown): sent is { assessments: Assessment[] } =>
  typeof sent === 'object' && sent !== null && 'assessments' in sent && Array.isArray(sent.assessments);

/** The first one finds the house cold. */
async function p95(times: number, ask: (turn: number) => Promise<unknown>) {
  const taken: number[] = [];
  for (let turn = 0; turn <= times; turn += 1) {
    const begun = performance.now();
    await ask(turn);
    if (turn > 0) taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length * 0.95)] ?? 0;
}

/** Each save over the revision of before, as a person goes from one indicator to the next. */
const saving = (house: House, at: string, assessments: Assessment[]) =>
  p95(saves, (turn) => {
    const { code, revision } = assessments[turn % assessments.length] ?? { code: '', revision: 0 };
    const again = Math.floor(turn / assessments.length);
    const form = {
      conformity: 'conforms',
      note: `Seen again, ${turn}`,
      evidence: 'Records',
      next: 'indicator',
    };
    const body = new URLSearchParams({ ...form, revision: String(revision + again) });
    return house(`${at}/indicators/${code}`, { method: 'POST', body });
  });
