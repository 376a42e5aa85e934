#!/usr/bin/env node
// A mirror of the register in one file, with nothing but Node 20: it takes the signed dump and the changes since, proves both,
// and answers as the register answered when they were made.
//
//   node mirror.mjs take https://register.example.org ./copy     the whole register first, what changed ever after
//   node mirror.mjs serve ./copy 8080                            /api/v1/recruiters/{n}, …/history, /api/v1/certificates/{n}
//
// Run `take` after each dump (00:03, 08:03 and 16:03 UTC). An answer is as old as the header `Dump-As-Of` says: what a mirror
// does not know yet is what happened since, so before relying on a "certified" ask the register itself where you can.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** What is there: `files` in the order they count, the whole register first. */
async function stateOf(folder) {
  const text = await readFile(join(folder, 'state.json'), 'utf8').catch(() => '{"asOf":null,"files":[]}');
  return JSON.parse(text);
}

async function take(origin, folder) {
  await mkdir(folder, { recursive: true });
  const state = await stateOf(folder);
  const changes = state.asOf ? await fetchDump(origin, folder, state.asOf) : undefined;
  const got = changes ?? (await fetchDump(origin, folder));
  if (!got) throw new Error('There is no dump yet: come back after the next was built');
  if (changes && got.asOf === state.asOf) {
    await rm(join(folder, got.file));
    return `Nothing changed: as of ${state.asOf}`;
  }
  const next = { asOf: got.asOf, files: changes ? [...state.files, got.file] : [got.file] };
  await writeFile(join(folder, 'state.json.part'), JSON.stringify(next));
  await rename(join(folder, 'state.json.part'), join(folder, 'state.json'));
  if (!changes) for (const file of state.files) await rm(join(folder, file), { force: true });
  return `${changes ? 'Changes' : 'The whole register'} as of ${got.asOf}`;
}

/** One file, on disk and proven; undefined where there is none such (404), or changes so old are not kept (410). */
async function fetchDump(origin, folder, since) {
  const address = `${origin}/api/v1/dump${since ? `?since=${encodeURIComponent(since)}` : ''}`;
  const response = await fetch(address);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const said = await proven(origin, response.headers.get('Dump-Signature') ?? '');
  const name = since ? `changes-${since}-${said.asOf}` : `whole-${said.asOf}`;
  const file = `${name.replaceAll(':', '-')}.ndjson.gz`;
  const part = join(folder, `${file}.part`);
  const sum = createHash('sha256');
  const counted = async function* (content) {
    for await (const chunk of content) {
      sum.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(part));
  if (`sha256-${sum.digest('base64')}` !== said.digestSRI) {
    await rm(part);
    throw new Error('The file is not what was signed');
  }
  await rename(part, join(folder, file));
  return { file, asOf: said.asOf };
}

/** What a dump's credential says, once its signature is that of the register at this address. Throws for any other. */
async function proven(origin, token) {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  if (header.typ !== 'vc+jwt' || !['EdDSA', 'Ed25519'].includes(header.alg))
    throw new Error('This is no credential');
  const did = await (await fetch(`${origin}/.well-known/did.json`)).json();
  if (did.id !== `did:web:${encodeURIComponent(new URL(origin).host)}`)
    throw new Error('These are keys of another');
  const method = did.verificationMethod.find(({ id }) => id === header.kid);
  const key = method && createPublicKey({ key: method.publicKeyJwk, format: 'jwk' });
  const signed = Buffer.from(`${head}.${body}`);
  if (!key || !verify(null, signed, key, Buffer.from(signature, 'base64url')))
    throw new Error('The signature is not theirs');
  const credential = JSON.parse(Buffer.from(body, 'base64url').toString());
  if (credential.issuer !== did.id) throw new Error('It was signed in the name of another');
  return credential.credentialSubject;
}

/** Everybody by number, and whose each certificate is. */
async function load(folder) {
  const { asOf, files } = await stateOf(folder);
  const recruiters = new Map();
  const holders = new Map();
  for (const file of files) {
    let ended = false;
    const lines = createInterface({ input: createReadStream(join(folder, file)).pipe(createGunzip()) });
    for await (const text of lines) {
      const line = JSON.parse(text);
      const number = line.recruiter?.registrationNumber ?? line.removed;
      if (line.end) ended = true;
      else if (line.unknown) recruiters.delete(line.unknown);
      else if (number) {
        recruiters.set(number, line);
        for (const one of line.certificates) holders.set(one.number ?? one, number);
      }
    }
    if (!ended) throw new Error(`${file} was cut`);
  }
  return { asOf, recruiters, holders };
}

const absent = (status, code) => [status, { code }];

/** The status and the body of an address, as the register had them. */
function answer({ recruiters, holders }, path) {
  const [, kind, typed = '', what] =
    /^\/api\/v1\/(recruiters|certificates)\/([^/]+)(\/history)?$/.exec(path) ?? [];
  if (!kind || (kind === 'certificates' && what)) return absent(404, 'unknown_address');
  const certificateNumber = decodeURIComponent(typed).trim().toUpperCase();
  const number =
    kind === 'recruiters'
      ? decodeURIComponent(typed).replace(/[\s-]/g, '').toUpperCase()
      : holders.get(certificateNumber);
  const line = recruiters.get(number);
  if (!line) return absent(404, kind === 'recruiters' ? 'unknown_recruiter' : 'unknown_certificate');
  if (line.removed) return absent(410, 'removed');
  if (what) return [200, { data: line.history }];
  const { recruiter } = line;
  if (kind === 'recruiters') return [200, recruiter];
  const { status, replacedBy, counts, verifyUrl } = line.certificates.find(
    (one) => one.number === certificateNumber,
  );
  const certificate = counts ? recruiter.certificate : null;
  return [200, { number: certificateNumber, status, replacedBy, certificate, recruiter, verifyUrl }];
}

async function serve(folder, port) {
  const register = await load(folder);
  const server = createServer((request, response) => {
    const [status, body] = answer(register, new URL(request.url, 'http://mirror').pathname);
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type, 'Dump-As-Of': register.asOf });
    response.end(JSON.stringify(body));
  });
  server.listen(Number(port), '127.0.0.1', () =>
    process.stdout.write(`Serves ${register.recruiters.size} recruiters\n`),
  );
}

const [, , command, ...given] = process.argv;
if (command === 'take' && given.length === 2) process.stdout.write(`${await take(...given)}\n`);
else if (command === 'serve' && given.length === 2) await serve(...given);
else {
  process.stderr.write('node mirror.mjs take ORIGIN FOLDER | node mirror.mjs serve FOLDER PORT\n');
  process.exit(2);
}
