import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';

import autocannon, { type Options } from 'autocannon';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { savingSections, type Editing } from './bench/editors.ts';
import { fieldworkDay, sayFieldwork, type Fieldwork } from './bench/fieldwork.ts';
import { complaintsFor, sayComplaints } from './bench/complaints.ts';
import { chainSpeed, sayChain, type ChainSpeed } from './bench/chain.ts';
import { changesOf, sayChanges, type Changes } from './bench/changes.ts';
import { besideSignIns, type Calm } from './bench/lookups.ts';
import { nightsOf, sayNights, type Nights } from './bench/certificates.ts';
import { queueOf, type Queue } from './bench/queue.ts';
import { saySearching, searchOf, type Searching } from './bench/register/search.ts';
import { receiptsOf, sayReceipts, type Receipts } from './bench/receipts.ts';
import { drawingReports, sayDrawing, type Drawing } from './bench/report.ts';
import { memoryOfUpload, residentMegabytes, type UploadMemory } from './bench/uploads.ts';
import { workbooks, type Workbooks } from './bench/workbook.ts';
import { ensureBuilt } from './built.ts';
import { accounts, demoPassword } from './demo/accounts.ts';
import { startHouse } from './house.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const [port, barePort] = [3971, 3972];
const origin = `http://127.0.0.1:${port}`;
const load = { connections: 16, duration: 6 };

const [lookup, recordPage] = ['JSON lookup', 'record page'];
/** Shares of the bare server that public answers reach at least. */
const asked: Record<string, number> = { [lookup]: 0.6, [recordPage]: 0.25 };
const today = new Date().toISOString().slice(0, 10);

type Row = {
  what: string;
  perSecond: number;
  ofBare: number;
  medianMs: number;
  p99Ms: number;
  failed: number;
};

/** Register page, JSON lookup and sign-in beside a bare Node server with one prepared statement, in one run. */
async function bench() {
  await ensureBuilt(say);
  const postgres = await startTemporary();
  try {
    await migrate(postgres.url);
    const settings = {
      DATABASE_URL: postgres.url,
      ORIGIN: origin,
      DEMO: '1',
      LOG_LEVEL: 'error',
      STORAGE_URL: `file://${postgres.folder}/files`,
      SECRETS_FILE: `${postgres.folder}/secrets.key`,
      SIGNING_KEYS: `${postgres.folder}/signing-keys.json`,
      STATUS_LISTS: `${postgres.folder}/status-lists`,
      WEBHOOKS_TO_LOOPBACK: '1',
      // All load comes from one address here; what is measured is the house, not its limit.
      API_LIMIT_PER_MINUTE: '1000000000',
    };
    Object.assign(process.env, settings);
    const { seedOnce } = await import('./demo/world.ts');
    await seedOnce(postgres.url, () => undefined);
    await measure(postgres.url, { ...settings, PORT: String(port) });
  } finally {
    await postgres.stop();
  }
}

async function measure(url: string, settings: Parameters<typeof startHouse>[0]) {
  const house = await startHouse(settings);
  const bare = fork('app/commands/bare-server.mjs', [url, String(barePort)]);
  await new Promise((resolve) => bare.once('message', resolve));
  try {
    const atRest = residentMegabytes(house.pid);
    const number = await anyRegistrationNumber();
    const rows = await answersOf(number);
    const calm = await besideSignIns(`${origin}/api/v1/recruiters/${number}`, signIn);
    const proofs = { receipts: await receiptsOf(origin, number), changes: await changesOf(origin, url) };
    const editing = await savingSections(origin, url);
    const workbook = await workbooks();
    const queue = await queueOf();
    const search = await searchOf();
    const nights = await nightsOf();
    const drawing = await drawingReports();
    const chain = await chainSpeed();
    const memory = { atRest, afterLoad: residentMegabytes(house.pid) };
    const who = { email: 'owner@everest-manpower.example', password: demoPassword };
    const upload = await memoryOfUpload(origin, house.pid, who);
    const fieldwork = await fieldworkDay(origin, url, 'auditor@meridian-audit.example');
    const rest = { editing, workbook, queue, search, nights, drawing, chain, memory, upload, fieldwork };
    report({ rows, calm, ...proofs, ...rest });
  } finally {
    bare.kill();
    await house.stop();
  }
}

/** The limit first and last: a noisy machine shows in the difference. */
async function answersOf(number: string): Promise<Row[]> {
  const bareUrl = `http://127.0.0.1:${barePort}/${number}`;
  const before = await run('bare node, one prepared statement', { url: bareUrl });
  const rows = [
    before,
    await run('register page', { url: `${origin}/register` }),
    await run(recordPage, { url: `${origin}/register/${number}` }),
    await run(lookup, { url: `${origin}/api/v1/recruiters/${number}` }),
    // Of a day: put to the database each time.
    await run('JSON lookup, not kept', { url: `${origin}/api/v1/recruiters/${number}?asOf=${today}` }),
    await run('sign-in', signIn),
    await run('bare node, again', { url: bareUrl }),
  ];
  return rows.map((row) => ({ ...row, ofBare: row.perSecond / before.perSecond }));
}

let turn = 0;

/** Everybody of the demonstration in turns: one account is not signed in to twenty times at once. */
const signIn: Options = {
  url: `${origin}/sign-in`,
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  setupClient: (client) => {
    const next = () => {
      turn += 1;
      const email = accounts[turn % accounts.length]?.email ?? '';
      client.setBody(new URLSearchParams({ email, password: demoPassword }).toString());
    };
    next();
    client.on('response', next);
  },
};

async function run(what: string, options: Options): Promise<Row> {
  const { requests, latency, non2xx, errors, '3xx': redirects } = await autocannon({ ...load, ...options });
  const failed = errors + non2xx - redirects;
  return { what, perSecond: requests.average, ofBare: 1, medianMs: latency.p50, p99Ms: latency.p99, failed };
}

async function anyRegistrationNumber() {
  const answer = await fetch(`${origin}/api/v1/recruiters?limit=1`);
  const text = await answer.text();
  const number = /LRN\d+/.exec(text)?.[0];
  if (!number) throw new Error(`The register is empty: ${text.slice(0, 200)}`);
  return number;
}

type Memory = { atRest: number; afterLoad: number };

type Report = {
  rows: Row[];
  calm: Calm;
  receipts: Receipts;
  changes: Changes;
  editing: Editing;
  workbook: Workbooks;
  queue: Queue;
  search: Searching;
  nights: Nights;
  drawing: Drawing;
  chain: ChainSpeed;
  memory: Memory;
  upload: UploadMemory;
  fieldwork: Fieldwork;
};

function report({ rows, calm, ...rest }: Report) {
  const { editing, workbook, queue } = rest;
  say('what                                 per second   of bare   median ms   p99 ms   failed');
  for (const { what, perSecond, ofBare, medianMs, p99Ms, failed } of rows) {
    const columns = [
      perSecond.toFixed(0).padStart(11),
      ofBare.toFixed(2).padStart(9),
      medianMs.toFixed(0).padStart(11),
    ];
    say(
      `${what.padEnd(36)}${columns.join(' ')} ${p99Ms.toFixed(0).padStart(8)} ${String(failed).padStart(8)}${asked[what] ? `   ${asked[what].toFixed(2)} of bare asked` : ''}`,
    );
  }
  const { signIns, p95AloneMs, p95BesideMs, ratio, limit } = calm;
  say(
    `p95 of a look-up: ${p95AloneMs.toFixed(1)} ms alone, ${p95BesideMs.toFixed(1)} ms beside ${signIns} who sign in: ${ratio.toFixed(2)} times, ${limit.toFixed(1)} allowed`,
  );
  say(
    `p95 of saving a section, ${editing.editors} editors: ${editing.steady.p95Ms.toFixed(1)} ms at ${editing.steady.savesPerSecond.toFixed(0)} saves a second, ${editing.steady.ofLimit.toFixed(2)} of the limit; ${editing.pressed.p95Ms.toFixed(1)} ms at ${editing.pressed.savesPerSecond.toFixed(0)}`,
  );
  say(
    `workbook of a full application: written in ${workbook.writeMs.toFixed(0)} ms, read in ${workbook.readMs.toFixed(0)} ms, ${workbook.kilobytes} kB, ${workbook.ofLimit.toFixed(2)} of the limit`,
  );
  say(
    `officers' queue of ${queue.applications} applications: p95 ${queue.p95Ms.toFixed(1)} ms at its slowest (${queue.slowest}), ${queue.limitMs} ms allowed`,
  );
  say(sayReceipts(rest.receipts));
  say(sayChanges(rest.changes));
  say(saySearching(rest.search));
  say(sayNights(rest.nights));
  say(sayDrawing(rest.drawing));
  say(sayChain(rest.chain));
  sayMemory(rest.memory, rest.upload);
  say(sayFieldwork(rest.fieldwork));
  writeFileSync(
    'bench.json',
    `${JSON.stringify({ node: process.version, load, rows, calm, ...rest }, null, 2)}\n`,
  );
}

function sayMemory(memory: Memory, upload: UploadMemory) {
  say(
    `server memory: ${memory.atRest.toFixed(0)} MB at rest, ${memory.afterLoad.toFixed(0)} MB after the load`,
  );
  say(
    `an upload of ${upload.megabytes} MB: ${upload.raised.toFixed(0)} MB more memory at its height, ${upload.limit} allowed`,
  );
}

/** `npm run bench -- complaints [minutes]`: the longest of them by itself. */
async function benchComplaints(minutes: number) {
  await ensureBuilt(say);
  say(sayComplaints(await complaintsFor(minutes)));
}

const [only, minutes] = process.argv.slice(2);
if (only === 'complaints') await benchComplaints(Number(minutes ?? 10));
else {
  await bench();
  await benchComplaints(10);
}
