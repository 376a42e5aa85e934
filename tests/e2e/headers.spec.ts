import { addPerson } from '#app/features/accounts/commands.server.ts';
import { addresses } from '#tests/access/addresses.ts';
import { layGround, origin, type Ground } from '#tests/access/ground.ts';
import { addressOf, expected, type Person } from '#tests/access/judge.ts';
import { matrix } from '#tests/access/matrix.ts';
import { password } from '#tests/support/factories/applications.ts';
import { marksOf, scoreOf } from '#tests/support/observatory.ts';

import { expect, test } from './support.ts';

/** What browsers are told, asked of every address of a house that stands behind TLS. */
let ground: Ground;

test.setTimeout(120_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

/** Nobody, and for each page somebody it is meant for. */
const visits = () =>
  addresses().flatMap((path) => {
    const admitted = ground.people.find(
      (person) => !expected(matrix[path] ?? {}, { path, person, method: 'GET' }).denied,
    );
    return [undefined, admitted].map((person) => ({ path: addressOf(path, ground.names), person }));
  });

async function read(path: string, person?: Person) {
  const answer = await ground.ask({ path, method: 'GET', cookie: await ground.cookieOf(person) });
  const { status, headers } = answer;
  return {
    what: `${path} as ${person?.name ?? 'nobody'}`,
    url: origin + path,
    status,
    headers,
    html: await answer.text(),
  };
}
type Answer = Awaited<ReturnType<typeof read>>;

/** Not pages, or no address at all. */
const besides = [
  ...['/healthz', '/readyz', '/metrics', '/crest.svg', '/robots.txt', '/assets/none.css'],
  ...['/no/such/page', '/%E0%A4%A', '/%', '/files/none', '//evil.example', '/register?q=%00'],
  ...['/api/v1/recruiters?q=himal', '/api/v1/recruiters/none', '/api/none', '/badges/none.svg'],
];

async function eachAnswer(look: (answer: Answer) => string[]) {
  const said: string[] = [];
  for (const { path, person } of visits()) {
    const answer = await read(path, person);
    said.push(...look(answer).map((line) => `${answer.what}: ${line}`));
  }
  return said;
}

const tooLow = (answer: Answer) => {
  const [score, marks] = [scoreOf(answer), marksOf(answer)];
  const lost = marks.filter(({ points }) => points < 0).map(({ rule, finding }) => `${rule} ${finding}`);
  return score < 110 ? [`${score}, ${lost.join(', ')}`] : [];
};

test('every page scores at least 110 by the Observatory’s rules, for nobody and for its people', async () => {
  expect(visits().length).toBeGreaterThan(140);
  expect(await eachAnswer(tooLow)).toEqual([]);
});

test('so does what is no page, and what is not there', async () => {
  const said: string[] = [];
  for (const path of besides) {
    const answer = await read(path);
    expect(answer.status, path).toBeLessThan(500);
    said.push(...tooLow(answer).map((line) => `${path}: ${line}`));
  }
  expect(said).toEqual([]);
});

/** The record of the register is one for everybody who is not signed in, and asked about again before it is used. */
const ofEverybody = (headers: Headers) =>
  headers.get('Cache-Control') === 'no-cache' && headers.get('Vary') === 'Cookie';
/** What is for machines says nothing of a person; how long it is good for, it says itself. */
const forMachines = (headers: Headers) => !headers.get('Content-Type')?.startsWith('text/html');
const mayBeKept = (headers: Headers) =>
  !/no-store/.test(headers.get('Cache-Control') ?? '') && !ofEverybody(headers) && !forMachines(headers);

test('nobody keeps a page, learns what serves it, or may frame it', async () => {
  const wrong = await eachAnswer(({ headers }) => [
    ...(mayBeKept(headers) ? ['may be kept'] : []),
    ...(headers.has('X-Powered-By') || headers.has('Server') ? ['says what serves it'] : []),
    ...(headers.get('Content-Security-Policy')?.includes("frame-ancestors 'none'") ? [] : ['may be framed']),
    ...(headers.get('X-Frame-Options') === 'DENY' ? [] : ['may be framed by old browsers']),
    ...(headers.get('Cross-Origin-Opener-Policy') === 'same-origin' ? [] : ['has an opener']),
    ...(headers.get('Permissions-Policy')?.includes('camera=()') ? [] : ['may use the camera']),
  ]);
  expect(wrong).toEqual([]);
});

test('every script and style in a page carries the nonce of that very answer', async () => {
  const nonces = new Set<string>();
  let answers = 0;
  const wrong = await eachAnswer(({ headers, html }) => {
    const policy = headers.get('Content-Security-Policy') ?? '';
    if (policy.includes('sandbox')) return [];
    const nonce = /script-src 'nonce-([^']{22,})'/.exec(policy)?.[1] ?? '';
    nonces.add(nonce);
    answers += 1;
    const loose = [...html.matchAll(/<(?:script|style)\b[^>]*>/g)].filter(
      // Data no policy asks a nonce of: it is not run.
      ([tag]) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('type="application/ld+json"'),
    );
    const inline = [...html.matchAll(/\s(?:style|on\w+)="[^"]*"/g)];
    return [...loose, ...inline].map(([tag]) => tag);
  });
  expect(wrong).toEqual([]);
  expect(nonces.size).toBe(answers);
});

test('pages for workers set no cookie and hold no script; nothing of the question leaves them', async () => {
  for (const path of ['/en/check', '/en/check?q=himal', '/ne/check']) {
    const { headers, html } = await read(path);
    expect(headers.getSetCookie(), path).toEqual([]);
    expect(html, path).not.toContain('<script');
    expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
    expect(headers.get('Cache-Control'), path).toBe('no-store');
  }
});

test('cookies are for this host, over TLS, out of reach of scripts and of other sites', async () => {
  const cookie = await ground.cookieOf(ground.people[0]);
  const { headers } = await ground.ask({ path: '/sign-out', method: 'POST', cookie });
  expect(headers.getSetCookie().length).toBeGreaterThan(0);
  for (const line of headers.getSetCookie()) {
    expect(line).toMatch(/^__Host-/);
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part);
    expect(line).not.toMatch(/domain=/i);
  }
});

test('whoever tries too often is told how long to wait, also in a header', async () => {
  const body = new URLSearchParams({ email: 'nobody@agency.example', password: 'not this one' }).toString();
  for (let tries = 0; tries < 5; tries += 1) await ground.ask({ path: '/sign-in', method: 'POST', body });
  const { status, headers } = await ground.ask({ path: '/sign-in', method: 'POST', body });
  expect(status).toBe(429);
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(60);
});

test('what was uploaded is handed over to be saved, never shown', async () => {
  const recruiter = ground.people.find(({ name }) => name === 'recruiter');
  const { headers, status, html } = await read(
    addressOf('/files/documents/:id/:version', ground.names),
    recruiter,
  );
  expect([status, html]).toEqual([200, '%PDF-1.4 a page']);
  expect(headers.get('Content-Disposition')).toBe(
    "attachment; filename*=UTF-8''receipts%20%22of%22%20M%C3%A4rz.pdf",
  );
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none';frame-ancestors 'none';sandbox");
  expect(headers.get('Cache-Control')).toBe('private, no-store');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  // A file is served from nowhere else.
  const elsewhere = addresses().filter(
    (path) => /file|upload|scan/.test(path) && !/^\/(files|sitemaps)\//.test(path),
  );
  expect(elsewhere.sort()).toEqual([
    // What whoever came by a link answered, as a workbook made at that moment.
    '/:lang/answer/:token/workbook/file',
    // A sheet of the register, made at that moment.
    '/:lang/sheets/:file',
    '/apply/licence-scan',
    // One's own answers as a workbook, made at that moment.
    '/apply/workbook/file',
    // A form that sends one; it is read from below /files.
    '/audits/:id/misuses/:misuseId/file',
    // What a company's list was answered, one's own data, and where a portfolio stands: made at that moment.
    '/lists/:id/file',
    // A form that sends one; it is read from below /files.
    '/mapping/policies/:id/:version/file',
    '/me/export/file',
    '/portfolios/:id/file',
    // The same form of an officer.
    '/scheme/misuses/:id/file',
    // Questions, published or drafted, as JSON or XLSForm made at that moment.
    '/scheme/questionnaires/drafts/:draftId/file/:kind',
    '/scheme/questionnaires/versions/:versionId/file/:kind',
  ]);
});

const foreign: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'http://fairroute.example' },
  { Origin: 'https://fairroute.example:8443' },
  { Origin: 'null' },
  { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
];

test('no write is taken from another site, on any page that writes', async () => {
  const writing = addresses().filter((path) => Object.values(matrix[path] ?? {}).some(([, post]) => post));
  expect(writing.length).toBeGreaterThan(40);
  for (const path of writing) {
    const person = ground.people.find(
      (one) => expected(matrix[path] ?? {}, { path, person: one, method: 'POST' }).status !== 403,
    );
    const address = addressOf(path, ground.names);
    for (const headers of foreign) {
      const answer = await ground.ask({
        path: address,
        method: 'POST',
        cookie: await ground.cookieOf(person),
        headers,
      });
      expect([path, answer.status, await answer.text()]).toEqual([
        path,
        403,
        'This form was sent from another site.',
      ]);
    }
  }
});

test('a browser that keeps its origin to itself, but says it stands here, is heard', async () => {
  const headers = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' };
  expect((await ground.ask({ path: '/sign-in', method: 'POST', headers })).status).toBe(400);
});

/** Pages that lead on to where somebody came from. */
const leadOn = [
  '/sign-in',
  '/sign-in/second-factor',
  '/sign-in/passkey',
  '/sign-in/sso',
  '/confirm-identity',
];
const tricks = [
  ...['//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/.//evil.example'],
  ...[
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/\uFF0Fevil.example',
    '/sign-out',
  ],
  ...['//fairroute.example@evil.example', '/%09/evil.example', '/%2F%2Fevil.example', `/${'a'.repeat(3000)}`],
];

const staysHere = (location: string | null) => {
  const target = new URL(location ?? '', `${origin}/sign-in`);
  return target.origin === origin && !/^\/sign-out/.test(target.pathname);
};

test('no page leads out of the house, whatever its `next` says', async () => {
  const recruiter = ground.people.find(({ name }) => name === 'recruiter');
  for (const path of leadOn.filter((one) => addresses().includes(one))) {
    for (const next of tricks) {
      const answer = await read(`${path}?next=${encodeURIComponent(next)}`, recruiter);
      expect(answer.status, `${path} ${next}`).toBeLessThan(500);
      if (answer.headers.has('Location'))
        expect(staysHere(answer.headers.get('Location')), `${path} ${next}`).toBe(true);
      expect(answer.html).not.toMatch(/(?:href|action)="(?:https?:)?[/\\]{2}(?:[^"]*@)?evil/);
    }
  }
});

test('signing in with a `next` slipped in leads to the first page', async () => {
  const { id: organisationId } = await ground.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Annapurna Manpower')
    .executeTakeFirstOrThrow();
  const email = 'next@agency.example';
  const person = {
    organisationId,
    kind: 'recruiter',
    role: 'recruiter',
    name: 'Maya Rai',
    email,
    password,
  } as const;
  await addPerson({ db: ground.db, now: new Date() }, person);
  for (const next of [...tricks, '/findings?state=open']) {
    const body = new URLSearchParams({ email, password, next }).toString();
    const answer = await ground.ask({ path: '/sign-in', method: 'POST', body });
    expect(answer.status).toBe(302);
    expect(staysHere(answer.headers.get('Location')), next).toBe(true);
    if (next.startsWith('/findings')) expect(answer.headers.get('Location')).toBe(next);
  }
});
