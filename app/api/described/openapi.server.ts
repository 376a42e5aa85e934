import { z } from 'zod';

import { problems } from '../problem.ts';
import * as shapes from './shapes.ts';

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; description: string };
const parameter = (name: string, description: string, where: 'path' | 'query' = 'query') => ({
  ...{ name, in: where, required: where === 'path', description, schema: { type: 'string' } },
});
const numbered = parameter('registrationNumber', 'As on the register, in any case', 'path');
const asOf = parameter('asOf', 'The standing at the end of this day (UTC), YYYY-MM-DD, today at the latest');
const searched = [
  parameter('q', 'A name in any of its forms, or a number'),
  parameter('country', 'ISO 3166-1 alpha-2'),
  parameter('status', 'A standing'),
  parameter('origin', 'Where workers come from, ISO 3166-1 alpha-2'),
  parameter('destination', 'Where workers go, ISO 3166-1 alpha-2'),
  parameter('sector', 'ISIC Rev. 4 section'),
  parameter('limit', 'From 1 to 100; 25 where none is given'),
  parameter('cursor', 'The `next` of the page before'),
];

type Call = { path: string; what: string; parameters: Parameter[]; shape: z.ZodType; name: string };

/** Every address the description tells of, with the shape its answers are held against. */
export const calls: readonly Call[] = [
  {
    ...{ path: '/api/v1/recruiters', what: 'Recruiters that fit', parameters: searched },
    ...{ shape: shapes.recruitersShape, name: 'Recruiters' },
  },
  {
    ...{ path: '/api/v1/recruiters/{registrationNumber}', what: 'One recruiter, today or on a day' },
    ...{ parameters: [numbered, asOf], shape: shapes.recruiterShape, name: 'Recruiter' },
  },
  {
    ...{ path: '/api/v1/recruiters/{registrationNumber}/history', what: 'Every standing it had' },
    ...{ parameters: [numbered, asOf], shape: shapes.historyShape, name: 'History' },
  },
  {
    ...{ path: '/api/v1/certificates/{number}', what: 'A certificate and whether it counts today' },
    parameters: [parameter('number', 'As on the certificate', 'path')],
    ...{ shape: shapes.certificateAnswer, name: 'CertificateAnswer' },
  },
  {
    ...{ path: '/api/v1/enumerations', what: 'Every code with its labels', parameters: [] },
    ...{ shape: shapes.enumerationsShape, name: 'Enumerations' },
  },
];

const text = (description: string) => ({ description, schema: { type: 'string' } });
const told = {
  ETag: text('Send it back as If-None-Match: an unchanged answer costs 304 and no body'),
  'Cache-Control': text('How long an answer may be kept; with no-cache, ask again before using it'),
  RateLimit: text('What is left, as draft-ietf-httpapi-ratelimit-headers has it'),
  'RateLimit-Policy': text('How many questions in how many seconds'),
};

/** Its dialect is that of the whole description. */
function schemaOf(shape: z.ZodType) {
  const schema = z.toJSONSchema(shape, { target: 'draft-2020-12' });
  delete schema.$schema;
  return schema;
}

const refusal = (status: number) => ({
  description: Object.entries(problems)
    .filter(([, [of]]) => of === status)
    .map(([code, [, title]]) => `\`${code}\`: ${title}`)
    .join('\n\n'),
  ...(status === 429 || status === 503
    ? { headers: { 'Retry-After': text('Seconds to wait before asking again') } }
    : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const operation = ({ what, name, parameters }: Call) => ({
  summary: what,
  operationId: `get${name}`,
  parameters,
  security: [{}, { key: [] }],
  responses: {
    200: {
      description: what,
      headers: told,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    },
    304: { description: 'Unchanged since the ETag that was sent' },
    ...Object.fromEntries(
      [...new Set(Object.values(problems).map(([status]) => status))].map((status) => [
        status,
        refusal(status),
      ]),
    ),
  },
});

/** The description of version 1, OpenAPI 3.1, made of the very shapes that tests hold answers against. */
export const describeApi = (origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'The register of ethical recruiters',
    version: '1',
    description:
      'The same standing as on the pages, in the same second, without a key. When the register cannot answer it says 503 `unavailable`, never that a recruiter is not there.',
  },
  servers: [{ url: origin }],
  paths: Object.fromEntries(calls.map((call) => [call.path, { get: operation(call) }])),
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'For higher limits' } },
    schemas: {
      ...Object.fromEntries(calls.map(({ name, shape }) => [name, schemaOf(shape)])),
      Problem: schemaOf(shapes.problemShape),
    },
  },
});
