import type { IncomingMessage, ServerResponse } from 'node:http';

import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

import { theConfig } from './config.server.ts';
import { theRequest } from './request.server.ts';

/** What a browser is told of every answer, and which writes are taken from it. Nothing else of the house says so. */

const isSecure = (origin: string) => origin.startsWith('https:');

/** Said of every answer, page or not; browsers keep the first for two years. */
const everywhere = (origin: string): HelmetOptions => ({
  strictTransportSecurity: isSecure(origin)
    ? { maxAge: 2 * 365 * 86_400, includeSubDomains: true, preload: true }
    : false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  xFrameOptions: { action: 'deny' },
});

const nonce = () => `'nonce-${theRequest().nonce}'`;

type Policy = NonNullable<HelmetOptions['contentSecurityPolicy']>;

/** From nothing upwards: a page may use what stands here. Its forms lead to this house; a page leads on to a provider. */
const pagePolicy = (origin: string): Policy => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: [nonce],
    styleSrc: ["'self'", nonce],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    // Answers of the check, read aloud.
    mediaSrc: ["'self'"],
    // A page's own script asks its own house, and nobody else.
    connectSrc: ["'self'"],
    // The one page that goes on without a network is kept by a file of this house.
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: isSecure(origin) ? [] : null,
  },
});

/** What was uploaded is never shown as ours: no script, no form, no frame, an origin of its own. */
const closed = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };
const sandboxed = { useDefaults: false, directives: { ...closed.directives, sandbox: [] } };

const features = [
  ...[
    'accelerometer',
    'autoplay',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
  ],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'usb', 'xr-spatial-tracking'],
];
const permissions = [
  ...features.map((feature) => `${feature}=()`),
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ');

/** Express middleware for pages, files and what else is answered after the API. */
export function defences(origin = theConfig().ORIGIN): RequestHandler {
  const common: HelmetOptions = {
    ...everywhere(origin),
    // `no-referrer` would make browsers hide where a form stands.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  };
  const pages = helmet({ ...common, contentSecurityPolicy: pagePolicy(origin) });
  const files = helmet({ ...common, contentSecurityPolicy: sandboxed });
  return (request, response, next) => {
    response.set({ 'Permissions-Policy': permissions, 'Cache-Control': 'private, no-store' });
    pagesHaveTheLastWord(response);
    if (request.path.startsWith('/files/')) files(request, response, next);
    else pages(request, response, next);
  };
}

const singular = new Set(['cache-control', 'content-security-policy', 'referrer-policy']);

/** A page's own word replaces what is said of all pages, where both would otherwise stand side by side. */
function pagesHaveTheLastWord(response: Parameters<RequestHandler>[1]) {
  const append = response.append.bind(response);
  response.append = (name, value) =>
    singular.has(name.toLowerCase()) ? response.set(name, value) : append(name, value);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The same for the public API: data anyone may fetch from anywhere, and no browser may take for a page. */
export function defendApi(answer: Answer, origin = theConfig().ORIGIN): Answer {
  const headers = helmet({
    ...everywhere(origin),
    contentSecurityPolicy: closed,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  return (request, response) => headers(request, response, () => void answer(request, response));
}

/** No keyboard types a null character and PostgreSQL stores none: an address that holds one is nobody’s. */
export const readable: RequestHandler = (request, response, next) => {
  if (request.originalUrl.includes('%00'))
    response.status(400).type('text').send('This address cannot be read.');
  else next();
};

/** What a request says of the page it was sent from; browsers say it, and pages cannot change it. */
export type Whence = Partial<Record<'origin' | 'site' | 'referer' | 'host', string | undefined>>;

/** A form on another site cannot act here; lax cookies are the second lock. */
export const sameSite: RequestHandler = (request, response, next) => {
  const whence = {
    origin: request.get('Origin'),
    site: request.get('Sec-Fetch-Site'),
    referer: request.get('Referer'),
    host: request.get('Host'),
  };
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (!reads && !standsHere(whence, theConfig().ORIGIN))
    return void response.status(403).type('text').send('This form was sent from another site.');
  // Judged by the address of this house: what is behind would compare it with the name a proxy calls us by.
  delete request.headers.origin;
  next();
};

/**
 * Did this come from a page of ours? By its origin; where the browser keeps that to itself, by what it says of site or
 * page. A write that says nothing at all comes from no browser, and brings no cookie but its sender's own.
 */
export function standsHere({ origin, site, referer, host }: Whence, ours: string) {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && origin !== 'null') return isOurs(origin, host, ours);
  if (site !== undefined) return true;
  if (origin !== undefined) return false;
  return referer === undefined || isOurs(referer, host, ours);
}

/** On one's own machine the house has several names; anywhere else it has one, with its scheme and its port. */
function isOurs(address: string, host: string | undefined, ours: string) {
  if (!URL.canParse(address)) return false;
  const from = new URL(address);
  if (from.origin === ours) return true;
  return isLoopback(new URL(ours)) && isLoopback(from) && from.protocol === 'http:' && from.host === host;
}

const isLoopback = ({ hostname }: URL) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
