import { expect, test } from 'vitest';

import { readConfig, SettingsError } from './config.server.ts';

const whole = {
  DATABASE_URL: 'postgres://fairroute@127.0.0.1/fairroute',
  ORIGIN: 'https://register.example.org/',
  SMTP_URL: 'smtp://mail.example.org',
};

test('a whole set of settings is read, with its defaults', () => {
  expect(readConfig(whole)).toMatchObject({
    PORT: 3000,
    ORIGIN: 'https://register.example.org',
    WORKER: 'inline',
    API_LIMIT_PER_MINUTE: 120,
    DEMO: false,
  });
});

test.each([
  [{ ...whole, DATABASE_URL: undefined }, 'DATABASE_URL is missing'],
  [{ ...whole, DATABASE_URL: '' }, 'DATABASE_URL is missing'],
  [{ ...whole, DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must begin with postgres:'],
  [{ ...whole, ORIGIN: undefined }, 'ORIGIN is missing'],
  [{ ...whole, ORIGIN: 'register' }, 'ORIGIN'],
  [{ ...whole, PORT: 'eighty' }, 'PORT must be a number'],
  [{ ...whole, PORT: '70000' }, 'PORT'],
  [{ ...whole, API_LIMIT_PER_MINUTE: '0' }, 'API_LIMIT_PER_MINUTE'],
  [{ ...whole, SMTP_URL: undefined }, 'SMTP_URL is missing'],
  [{ ...whole, METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16 characters'],
  [{ ...whole, SMS_TELERIVET_SECRET: 'short' }, 'SMS_TELERIVET_SECRET must have at least 16 characters'],
  [{ ...whole, SMS_TWILIO_TOKEN: 'short' }, 'SMS_TWILIO_TOKEN must have at least 16 characters'],
  [{ ...whole, WORKER: 'sometimes' }, 'WORKER'],
  [{ ...whole, STORAGE_URL: 'ftp://x' }, 'STORAGE_URL must begin with file:'],
  [{ ...whole, STORAGE_URL: 's3://bucket?endpoint=here' }, 'STORAGE_URL must be s3://bucket'],
  [{ ...whole, STORAGE_URL: 's3:///no-bucket' }, 'STORAGE_URL must be s3://bucket'],
  [{ ...whole, CLAMD_URL: 'http://127.0.0.1:3310' }, 'CLAMD_URL must begin with tcp:'],
])('%j stops the start and names the setting', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(SettingsError);
  expect(() => readConfig(environment)).toThrow(words);
});

test('only a demonstration keeps its mail in the house', () => {
  expect(readConfig({ ...whole, SMTP_URL: undefined, DEMO: '1' })).toMatchObject({
    DEMO: true,
    SMTP_URL: undefined,
  });
});

test('keys that sign are in a file, or with a service that is asked in the clear on this machine alone', () => {
  for (const where of ['./keys.json', 'https://keys.example/v', 'http://127.0.0.1:9/v', 'http://[::1]/'])
    expect(readConfig({ ...whole, SIGNING_KEYS: where })).toMatchObject({ SIGNING_KEYS: where });
  for (const where of [
    'http://keys.example/v',
    'http://127.0.0.1.example/',
    'http://localhost@keys.example/',
  ])
    expect(() => readConfig({ ...whole, SIGNING_KEYS: where })).toThrow('SIGNING_KEYS must be https');
});
