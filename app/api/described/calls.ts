import type { z } from 'zod';

import type { KeyScope } from '#app/features/accounts/keys/model.ts';

import type { ProblemCode } from '../problem.ts';
import * as checks from './checks.ts';
import * as shapes from './shapes.ts';

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Record<string, unknown>;
};

const parameter = (
  name: string,
  description: string,
  where: Parameter['in'] = 'query',
  schema: Parameter['schema'] = { type: 'string' },
): Parameter => ({ ...{ name, in: where, required: where === 'path', description, schema } });

/** What is answered, or sent, under one media type; without a shape in the bytes of its own specification. */
export type Content = { type: string; name?: string; shape?: z.ZodType };

export type Call = {
  method: 'get' | 'post' | 'delete';
  path: string;
  what: string;
  /** What programs call it: stable, as their code is made of it. */
  id: string;
  parameters: readonly Parameter[];
  takes?: readonly Content[];
  answers: readonly Content[];
  /** What a key must be made for; `keyed`: without a key there is no answer. */
  scope: KeyScope | null;
  keyed?: boolean;
  /** Beside those every call may meet. */
  refusals: readonly ProblemCode[];
};

const json = (name: string, shape: z.ZodType): Content => ({ type: 'application/json', name, shape });
const envelope: Content = { type: 'application/vc+jwt' };
const embedded: Content = { type: 'application/vc', name: 'Credential', shape: checks.credentialShape };

const recruiter = parameter('registrationNumber', 'As on the register, in any case', 'path');
const certificate = parameter('number', 'As on the certificate', 'path');
const asOf = parameter('asOf', 'The standing at the end of this day (UTC), today at the latest', 'query', {
  ...{ type: 'string', format: 'date' },
});
const since = parameter('since', 'The asOf of an earlier dump: only what reads differently since', 'query', {
  ...{ type: 'string', format: 'date-time' },
});
const cursor = parameter('cursor', 'The `next` of the page before; good for the same question alone');
const limit = parameter('limit', 'How many a page holds at most', 'query', {
  ...{ type: 'integer', minimum: 1, maximum: 100, default: 25 },
});
const searched = [
  parameter('q', 'A name in any of its forms and any script, or a number'),
  parameter('country', 'ISO 3166-1 alpha-2'),
  parameter('status', 'A standing'),
  parameter('origin', 'Where workers come from, ISO 3166-1 alpha-2'),
  parameter('destination', 'Where workers go, ISO 3166-1 alpha-2'),
  parameter('sector', 'ISIC Rev. 4 section'),
  ...[limit, cursor],
];

const gone = ['unknown_recruiter', 'not_public', 'removed'] as const;
const reading = { method: 'get', scope: 'register:read' } as const;
const watching = { scope: 'watches:write', keyed: true } as const;

/** Every address the description tells of, with the shape its answers are held against. */
export const calls: readonly Call[] = [
  {
    ...{ ...reading, path: '/api/v1/recruiters', what: 'Recruiters that fit', id: 'listRecruiters' },
    ...{ parameters: searched, answers: [json('Recruiters', shapes.recruitersShape)], refusals: [] },
  },
  {
    ...{ ...reading, path: '/api/v1/recruiters/{registrationNumber}', id: 'getRecruiter' },
    ...{ what: 'One recruiter, today or on a day', parameters: [recruiter, asOf] },
    ...{ answers: [json('Recruiter', shapes.recruiterShape)], refusals: gone },
  },
  {
    ...{ ...reading, path: '/api/v1/recruiters/{registrationNumber}/history', id: 'getHistory' },
    ...{ what: 'Every standing it had', parameters: [recruiter, asOf] },
    ...{ answers: [json('History', shapes.historyShape)], refusals: gone },
  },
  {
    ...{ ...reading, path: '/api/v1/certificates/{number}', id: 'getCertificate', parameters: [certificate] },
    what: 'A certificate and whether it counts today; as a UNTP conformity credential by Accept',
    answers: [json('CertificateAnswer', shapes.certificateAnswer), envelope, embedded],
    refusals: [...gone, 'unknown_certificate', 'certificate_ended'],
  },
  {
    ...{ ...reading, path: '/api/v1/certificates/{number}/status', id: 'getCertificateStatus' },
    what: 'Where it stands at this moment, signed, for a short time: active, suspended, withdrawn, expired or replaced',
    ...{ parameters: [certificate], answers: [embedded, envelope] },
    refusals: [...gone, 'unknown_certificate'],
  },
  {
    ...{
      ...reading,
      path: '/api/v1/status-lists/{id}',
      what: 'A Bitstring Status List',
      id: 'getStatusList',
    },
    parameters: [parameter('id', '`revocation-1`, `suspension-1` and so on', 'path')],
    ...{ answers: [embedded, envelope], refusals: ['unknown_status_list'] },
  },
  {
    ...{ method: 'post', path: '/api/v1/verifications', id: 'checkList', scope: 'verifications:write' },
    what: 'A list is checked: up to 10,000 names or numbers',
    parameters: [
      parameter(
        'receipt',
        '`true`: a receipt also without a key, for 100 items at most and 30 times an hour',
      ),
      parameter(
        'Idempotency-Key',
        'With a key: the same body under the same value is answered the same, and checked once',
        'header',
      ),
    ],
    takes: [json('List', checks.listSent), { type: 'text/csv', name: 'ListAsCsv', shape: checks.csvSent }],
    answers: [json('Verification', checks.verificationShape)],
    refusals: ['invalid_body', 'key_reused', 'too_large', 'too_many_items', 'unsupported_media_type'],
  },
  {
    ...{ method: 'get', path: '/api/v1/verifications/{id}/receipt', id: 'getReceipt' },
    ...{ scope: 'verifications:write', parameters: [parameter('id', 'Of the check', 'path')] },
    what: 'What was asked and answered, as known when, signed: checks offline for years; as PDF by Accept',
    ...{ answers: [envelope, { type: 'application/pdf' }], refusals: ['unknown_verification'] },
  },
  {
    ...{ ...reading, path: '/api/v1/dump', id: 'getDump', parameters: [since] },
    what: 'The whole register as gzip of NDJSON, three times a day, or what changed since',
    ...{ answers: [{ type: 'application/gzip' }], refusals: ['no_dump', 'changes_gone'] },
  },
  {
    ...{ ...reading, path: '/api/v1/dump/signature', id: 'getDumpSignature', parameters: [since] },
    what: 'The credential over the bytes of the same dump',
    ...{ answers: [envelope], refusals: ['no_dump', 'changes_gone'] },
  },
  {
    ...{ ...watching, method: 'get', path: '/api/v1/watches', what: 'What your company watches' },
    ...{ id: 'listWatches', parameters: [cursor], answers: [json('Watches', checks.watchesShape)] },
    refusals: ['key_required'],
  },
  {
    ...{ ...watching, method: 'post', path: '/api/v1/watches', id: 'addWatch', parameters: [] },
    what: 'Watch a recruiter, a corridor or a list; twice is once',
    takes: [json('WatchSent', checks.watchSent)],
    answers: [json('WatchMade', checks.watchMade)],
    refusals: ['key_required', 'invalid_body', 'unknown_recruiter', 'too_many_watches', 'too_large'],
  },
  {
    ...{ ...watching, method: 'delete', path: '/api/v1/watches/{id}', what: 'Watch it no more' },
    ...{ id: 'endWatch', parameters: [parameter('id', 'Of the watch', 'path')] },
    ...{ answers: [json('WatchEnded', checks.watchEnded)], refusals: ['key_required', 'unknown_watch'] },
  },
  {
    ...{
      ...reading,
      path: '/api/v1/enumerations',
      what: 'Every code with its labels',
      id: 'getEnumerations',
    },
    ...{ parameters: [], answers: [json('Enumerations', shapes.enumerationsShape)], refusals: [] },
  },
  {
    ...{ ...reading, path: '/api/openapi.json', what: 'This description', id: 'getDescription' },
    ...{ parameters: [], answers: [{ type: 'application/json' }], refusals: [] },
  },
];

/** What stands beside the API: neither keys nor limits nor problems. */
export const besides: readonly Call[] = [
  {
    ...{
      method: 'get',
      path: '/.well-known/did.json',
      what: 'The keys we sign with, and signed with before',
    },
    ...{ id: 'getDid', scope: null, parameters: [], refusals: [] },
    answers: [{ type: 'application/did+json', name: 'Did', shape: checks.didShape }],
  },
  {
    ...{ method: 'get', path: '/badges/{registrationNumber}.svg', id: 'getBadge', scope: null },
    what: 'A picture of where a recruiter stands now, for its own site; 503 where that cannot be told',
    parameters: [recruiter, parameter('lang', 'BCP 47, one of the sixteen languages of workers')],
    ...{ answers: [{ type: 'image/svg+xml' }], refusals: [] },
  },
];
