import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';

import { barePicture } from '#app/platform/files/picture.server.ts';
import { connect } from '#db/client.server.ts';
import { fillWorkspace } from '#db/embedded/full-workspace.ts';

import { demoPassword } from '../demo/accounts.ts';

/** A full audit's workspace, and a day's offline work on its way home, against what the scheme's auditors were promised. */
export type Fieldwork = {
  evidence: number;
  page: Paced;
  saving: Paced;
  sync: { edits: number; photos: number; photoMegabytes: number; seconds: number; limitSeconds: number };
};
type Paced = { p95Ms: number; limitMs: number };

const evidence = 500;
const edits = 300;
const photos = 50;
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
    sync: await sync(house, at, (await bundleOf(house, at)).assessments),
  };
}

export function sayFieldwork({ evidence: pieces, page, saving: save, sync: day }: Fieldwork) {
  const paced = ({ p95Ms, limitMs }: Paced) => `p95 ${p95Ms.toFixed(0)} ms, ${limitMs} allowed`;
  const sent = `${day.edits} edits and ${day.photos} photos of ${day.photoMegabytes.toFixed(1)} MB`;
  return `fieldwork with ${pieces} pieces of evidence: the workspace ${paced(page)}; saving an answer ${paced(save)}; ${sent} sent in ${day.seconds.toFixed(1)} s, ${day.limitSeconds} allowed`;
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

/** As a device sends it: fifty edits at once, then one photo after the other. */
async function sync(house: House, at: string, assessments: Assessment[]): Promise<Fieldwork['sync']> {
  const device = randomUUID();
  const photo = new Uint8Array(await aPhoto());
  const operations = Array.from({ length: edits }, (_one, place) => {
    const { code, revision: base } = assessments[place % assessments.length] ?? { code: '', revision: 0 };
    const words = { conformity: 'conforms', note: `Written away, ${place}`, evidence: '' };
    const madeAt = new Date().toISOString();
    return { id: randomUUID(), seq: place + 1, kind: 'assess', code, base, madeAt, ...words };
  });
  const begun = performance.now();
  for (let from = 0; from < edits; from += 50) {
    const body = JSON.stringify({ device, operations: operations.slice(from, from + 50) });
    const headers = { 'Content-Type': 'application/json' };
    const said = await house(`${at}/sync`, { method: 'POST', body, headers });
    if (/"outcome":"(conflict|refused)"/.test(said))
      throw new Error(`An edit was not taken: ${said.slice(0, 400)}`);
  }
  for (let seq = 1; seq <= photos; seq += 1) {
    const asked = new URLSearchParams({
      code: assessments[seq]?.code ?? '',
      name: `${seq}.jpg`,
      seq: String(seq),
    });
    const path = `${at}/photos/${randomUUID()}?${asked.toString()}`;
    await house(path, { method: 'PUT', body: photo, headers: { 'Content-Type': 'image/jpeg' } });
  }
  const seconds = (performance.now() - begun) / 1000;
  return { edits, photos, photoMegabytes: photo.byteLength / 1_000_000, seconds, limitSeconds: 60 };
}

/** Twelve million points of a phone, grained so that they come to about three megabytes. */
async function aPhoto() {
  const [width, height] = [4000, 3000];
  const grain = randomBytes(width * height);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const place = y * (width * 3 + 1) + 1 + x * 3;
    rows.fill(60 + (x / width) * 120 + ((grain[at] ?? 0) % 20), place, place + 3);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a colour, three colours, nothing else of what a PNG may be.
  size.set([8, 2, 0, 0, 0], 8);
  const parts = [
    part('IHDR', size),
    part('IDAT', deflateSync(rows, { level: 1 })),
    part('IEND', Buffer.alloc(0)),
  ];
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
  return buffer(Readable.from([png]).pipe(barePicture('image/jpeg')));
}

function part(name: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
