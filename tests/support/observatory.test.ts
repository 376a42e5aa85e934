import { describe, expect, test } from 'vitest';

import { marksOf, scoreOf } from './observatory.ts';

const whole = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'nonce-a'; style-src 'self'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const scanned = (changes: Record<string, string | undefined>, html = '') => ({
  url: 'https://fairroute.example/',
  html,
  headers: new Headers(
    Object.entries<string | undefined>({ ...whole, ...changes }).flatMap(
      ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
    ),
  ),
});

const pointsOf = (rule: string, changes: Record<string, string | undefined>, html = '') =>
  marksOf(scanned(changes, html)).find((given) => given.rule === rule)?.points;

test('nothing missing scores 130', () => {
  expect(scoreOf(scanned({}))).toBe(130);
});

test('a bare page scores 25, and nothing done well makes up for it', () => {
  const bare = { url: 'https://x.example/', html: '', headers: new Headers({ 'Content-Type': 'text/html' }) };
  expect(scoreOf(bare)).toBe(100 - 25 - 20 - 5 - 20);
  bare.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  expect(scoreOf(bare)).toBe(30);
});

test('one thing of ten points still leaves the extra, one of twenty takes it all', () => {
  expect(scoreOf(scanned({ 'Strict-Transport-Security': 'max-age=86400' }))).toBe(120);
  expect(scoreOf(scanned({ 'Strict-Transport-Security': undefined }))).toBe(80);
});

const policy = (text: string) => ({ 'Content-Security-Policy': text });
const only = (text: string) => policy(`default-src 'none'; ${text}`);

describe('marks', () => {
  test.each<[string, string, Record<string, string | undefined>, number]>([
    ['no policy', 'content-security-policy', { 'Content-Security-Policy': undefined }, -25],
    ['scripts in the page', 'content-security-policy', only("script-src 'unsafe-inline'"), -20],
    [
      'scripts in the page beside a nonce',
      'content-security-policy',
      only("script-src 'unsafe-inline' 'nonce-a'"),
      10,
    ],
    ['scripts from anywhere', 'content-security-policy', only('script-src https:'), -20],
    ['scripts as data', 'content-security-policy', only('script-src data:'), -20],
    ['nothing said of scripts', 'content-security-policy', policy("style-src 'self'"), -20],
    ['objects from anywhere', 'content-security-policy', only('object-src *'), -20],
    ['frames without TLS', 'content-security-policy', only('frame-src http://a.example'), -20],
    ['text as scripts', 'content-security-policy', only("script-src 'self' 'unsafe-eval'"), -10],
    ['images without TLS', 'content-security-policy', only('img-src http:'), -10],
    ['styles in the page', 'content-security-policy', only("style-src 'unsafe-inline'"), 0],
    ['from oneself', 'content-security-policy', policy("default-src 'self'"), 5],
    [
      'the first of two',
      'content-security-policy',
      only("script-src 'self'; script-src 'unsafe-inline'"),
      10,
    ],
    [
      'a session kept well',
      'cookies',
      { 'Set-Cookie': '__Host-session=1; Secure; HttpOnly; SameSite=Lax' },
      5,
    ],
    ['a session for scripts', 'cookies', { 'Set-Cookie': 'session=1; Secure; SameSite=Lax' }, -30],
    ['a session in the open', 'cookies', { 'Set-Cookie': 'session=1; HttpOnly; SameSite=Lax' }, -10],
    ['a cookie in the open', 'cookies', { 'Set-Cookie': 'device=1; SameSite=Lax' }, -5],
    ['a cookie that says no site', 'cookies', { 'Set-Cookie': 'device=1; Secure' }, 0],
    ['a cookie that says nonsense', 'cookies', { 'Set-Cookie': 'device=1; Secure; SameSite=Maybe' }, -20],
    ['sharing with anyone', 'cross-origin-resource-sharing', { 'Access-Control-Allow-Origin': '*' }, 0],
    ['staying', 'redirection', { Location: '/now' }, 0],
    ['leaving TLS', 'redirection', { Location: 'http://fairroute.example/now' }, -20],
    ['no word on referrers', 'referrer-policy', { 'Referrer-Policy': undefined }, 0],
    ['referrers for all', 'referrer-policy', { 'Referrer-Policy': 'unsafe-url' }, -5],
    ['the last word known', 'referrer-policy', { 'Referrer-Policy': 'unsafe-url, no-referrer, new' }, 5],
    ['a short time', 'strict-transport-security', { 'Strict-Transport-Security': 'max-age=300' }, -10],
    ['no time', 'strict-transport-security', { 'Strict-Transport-Security': 'includeSubDomains' }, -20],
    [
      'two times',
      'strict-transport-security',
      { 'Strict-Transport-Security': 'max-age=63072000, max-age=0' },
      -20,
    ],
    ['guessed types', 'x-content-type-options', { 'X-Content-Type-Options': 'sniff' }, -5],
    ['frames for anyone', 'x-frame-options', policy("default-src 'none'"), -20],
    [
      'frames by the old header',
      'x-frame-options',
      { ...policy("default-src 'none'"), 'X-Frame-Options': 'DENY' },
      5,
    ],
    [
      'no word on embedding',
      'cross-origin-resource-policy',
      { 'Cross-Origin-Resource-Policy': undefined },
      0,
    ],
    ['nonsense on embedding', 'cross-origin-resource-policy', { 'Cross-Origin-Resource-Policy': 'me' }, -5],
  ])('%s', (...[, rule, changes, points]) => {
    expect(pointsOf(rule, changes)).toBe(points);
  });

  test('sharing with a session', () => {
    const shared = {
      'Access-Control-Allow-Origin': 'https://a.example',
      'Access-Control-Allow-Credentials': 'true',
    };
    expect(pointsOf('cross-origin-resource-sharing', shared)).toBe(-50);
  });

  test('a session in the open where nothing keeps to TLS', () => {
    const open = { 'Set-Cookie': 'session=1; HttpOnly', 'Strict-Transport-Security': undefined };
    expect(pointsOf('cookies', open)).toBe(-40);
  });

  test.each([
    ['', 0],
    ['<script src="/passkey.js"></script>', 0],
    ['<script src="/passkey.js" integrity="sha384-x"></script>', 5],
    ['<script src="https://cdn.example/a.js"></script>', -5],
    ['<script src="//cdn.example/a.js"></script>', -50],
    ['<script integrity="sha384-x" src="http://cdn.example/a.js"></script>', -20],
  ])('scripts in %j: %i', (html, points) => {
    expect(pointsOf('subresource-integrity', {}, html)).toBe(points);
  });
});
