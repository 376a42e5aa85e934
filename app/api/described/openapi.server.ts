import { z } from 'zod';

import { theConfig } from '#app/platform/config.server.ts';
import { perKeyAndMinute } from '#app/platform/limits.server.ts';

import { problems, type ProblemCode } from '../problem.ts';
import { besides, calls, type Call, type Content } from './calls.ts';
import * as shapes from './shapes.ts';

const text = (description: string) => ({ description, schema: { type: 'string' } });
const limits = {
  RateLimit: text(
    'What is left, as draft-ietf-httpapi-ratelimit-headers has it; not in what a network in front keeps for everybody',
  ),
  'RateLimit-Policy': text('How many questions in how many seconds'),
};
const told = {
  ETag: text('Send it back as If-None-Match: an unchanged answer costs 304 and no body'),
  'Cache-Control': text('How long an answer may be kept; with no-cache, ask again before using it'),
  'Data-As-Of': text('Only of what a copy of the register answered: the moment it is up to date with'),
};

/** Its dialect is that of the whole description; what is sent is described as it is before it is read. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output' = 'output') {
  const schema = z.toJSONSchema(shape, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  delete schema.$schema;
  return schema;
}

/** Any call may be met by these, whatever it asks for. */
const anywhere = [
  'invalid_parameter',
  'invalid_key',
  'insufficient_scope',
  'too_many_requests',
  'unavailable',
] as const satisfies readonly ProblemCode[];

/** Of one call: by status, each code with its title. */
export function refusalsOf({ scope, refusals }: Pick<Call, 'scope' | 'refusals'>) {
  const codes = scope ? [...new Set([...anywhere, ...refusals])] : refusals;
  const statuses = [...new Set(codes.map((code) => problems[code][0]))].sort((a, b) => a - b);
  return statuses.map((status) => ({ status, codes: codes.filter((code) => problems[code][0] === status) }));
}

const refusal = (status: number, codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code][1]}`).join('\n\n'),
  headers: {
    ...limits,
    ...(status === 429 || status === 503
      ? { 'Retry-After': text('Seconds to wait before asking again') }
      : {}),
  },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
      },
    },
  },
});

/** Bytes have no shape in OpenAPI 3.1; a token and a picture are text. */
const unnamed = (type: string) =>
  type === 'application/json' ? { type: 'object' } : /jwt|svg/.test(type) ? { type: 'string' } : {};

const contentOf = (contents: readonly Content[]) =>
  Object.fromEntries(
    contents.map(({ type, name }) => [
      type,
      { schema: name ? { $ref: `#/components/schemas/${name}` } : unnamed(type) },
    ]),
  );

function operation(call: Call) {
  const { method, what, id, parameters, takes, answers, scope, keyed } = call;
  return {
    ...{ summary: what, operationId: id, parameters },
    ...(scope && { description: `With a key: one made for \`${scope}\`.` }),
    security: scope ? [...(keyed ? [] : [{}]), { key: [] }] : [],
    ...(takes && { requestBody: { required: true, content: contentOf(takes) } }),
    responses: {
      200: { description: what, headers: { ...told, ...(scope && limits) }, content: contentOf(answers) },
      ...(method === 'get' ? { 304: { description: 'Unchanged since the ETag that was sent' } } : {}),
      ...Object.fromEntries(refusalsOf(call).map(({ status, codes }) => [status, refusal(status, codes)])),
      ...(scope
        ? {}
        : { default: { description: 'What went wrong, in the same media type where it has one' } }),
    },
  };
}

const all = [...calls, ...besides];

/** Each call in few words, for the page that developers read. */
export const callsInWords = () =>
  all.map(({ method, path, what, scope, keyed = false, parameters, takes = [], answers, refusals }) => ({
    ...{ method, path, what, scope, keyed, refusals: [...refusals] },
    parameters: parameters.map(({ name, description }) => ({ name, description })),
    takes: takes.map(({ type }) => type),
    answers: answers.map(({ type }) => type),
  }));

const named = (kind: 'takes' | 'answers') =>
  all
    .flatMap((call) => call[kind] ?? [])
    .flatMap(({ name, shape }) => (name && shape ? [[name, shape] as const] : []));

const paths = () => {
  const found: Record<string, Record<string, ReturnType<typeof operation>>> = {};
  for (const call of all) found[call.path] = { ...found[call.path], [call.method]: operation(call) };
  return found;
};

/** The description of version 1, OpenAPI 3.1, made of the very shapes that tests hold answers against. */
export const describeApi = (origin: string, perMinute = theConfig().API_LIMIT_PER_MINUTE) => ({
  openapi: '3.1.0',
  info: {
    title: 'The register of ethical recruiters',
    version: '1',
    description: [
      'The same standing as on the pages, in the same second, without a key. When the register cannot answer it says 503 `unavailable`, never that a recruiter is not there.',
      `Without a key one address may ask ${perMinute} times a minute; with a key, ${perKeyAndMinute} times. RateLimit says what is left, but for answers that a network in front keeps for everybody; over it, 429 and Retry-After.`,
      'Errors are problem documents (RFC 9457): compare `code`, which never changes. Of lists, `next` is the cursor of the page after, and null at the end.',
    ].join('\n\n'),
  },
  servers: [{ url: origin }],
  paths: paths(),
  components: {
    securitySchemes: {
      key: {
        type: 'http',
        scheme: 'bearer',
        description: 'A company’s, for higher limits, receipts and watches',
      },
    },
    schemas: {
      ...Object.fromEntries(named('answers').map(([name, shape]) => [name, schemaOf(shape)])),
      ...Object.fromEntries(named('takes').map(([name, shape]) => [name, schemaOf(shape, 'input')])),
      Problem: schemaOf(shapes.problemShape),
    },
  },
});
