import { z } from 'zod';

import { readS3Address } from './files/s3-address.ts';

const url = (protocols: string[]) =>
  z.url().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}:`)), {
    message: `must begin with ${protocols.map((protocol) => `${protocol}:`).join(' or ')}`,
  });

/** Plain http to this very machine and nowhere else. */
const stays = (where: string) =>
  !/^http:/.test(where) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(where);

/** Every setting of the house; `.env.example` explains each. Nothing else reads the environment. */
const settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    DATABASE_URL: url(['postgres', 'postgresql']),
    DATABASE_DIRECT_URL: url(['postgres', 'postgresql']).optional(),
    DATABASE_REPLICA_URL: url(['postgres', 'postgresql']).optional(),
    PORT: z.coerce.number({ message: 'must be a number' }).int().min(1).max(65535).default(3000),
    HOST: z.union([z.ipv4(), z.ipv6()], { message: 'must be an IP address' }).default('0.0.0.0'),
    ORIGIN: url(['http', 'https']).transform((value) => new URL(value).origin),
    SMTP_URL: url(['smtp', 'smtps']).optional(),
    MAIL_FROM: z.string().min(3).default('Fairroute <scheme@fairroute.example>'),
    COMPLAINTS_TO: z.email('must be a mail address').optional(),
    STORAGE_URL: url(['file', 's3'])
      .refine((value) => value.startsWith('file:') || readS3Address(value) !== undefined, {
        message: 'must be s3://bucket, with an http or https endpoint if any',
      })
      .default('file:./.data/files'),
    CLAMD_URL: url(['tcp', 'unix']).optional(),
    SECRETS_FILE: z.string().min(1).default('./.data/secrets.key'),
    // A file, or a service that signs; what is signed there is public, who may ask is not: in the clear on this machine alone.
    SIGNING_KEYS: z
      .string()
      .min(1)
      .refine(stays, 'must be https, unless it is on this machine')
      .default('./.data/signing-keys.json'),
    SIGNING_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    STATUS_LISTS: z.string().min(1).default('./.data/status-lists'),
    STRIPE_SECRET_KEY: z.string().min(8, 'must have at least 8 characters').optional(),
    STRIPE_WEBHOOK_SECRET: z.string().min(8, 'must have at least 8 characters').optional(),
    STRIPE_API_BASE: url(['http', 'https']).optional(),
    SMS_TWILIO_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    SMS_TELERIVET_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    BANK_ACCOUNT: z.string().max(1000).optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
    API_LIMIT_PER_MINUTE: z.coerce.number({ message: 'must be a number' }).int().min(1).default(120),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    // Receivers of webhooks on this very machine, for demonstrations and tests.
    WEBHOOKS_TO_LOOPBACK: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
    CDN_PURGE_URL: url(['https', 'http']).optional(),
    CDN_PURGE_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+: ?\S[\x20-\x7e]*$/, 'must be a header as "Name: value"')
      .transform((line) => ({ [line.slice(0, line.indexOf(':'))]: line.slice(line.indexOf(':') + 1).trim() }))
      .optional(),
    WORKER: z.enum(['inline', 'off']).default('inline'),
    DEMO: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
  })
  // Only a demonstration may keep its mail in a page instead of sending it. Asked also when other settings are wrong.
  .refine(({ DEMO, SMTP_URL }) => DEMO || SMTP_URL, {
    path: ['SMTP_URL'],
    message: 'is missing; mail has nowhere to go',
    when: () => true,
  })
  // Money that nobody tells us of: a key to take it needs the secret that proves its notices.
  .refine(({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) => !STRIPE_SECRET_KEY || STRIPE_WEBHOOK_SECRET, {
    path: ['STRIPE_WEBHOOK_SECRET'],
    message: 'is missing; with STRIPE_SECRET_KEY it is needed as well',
  })
  .refine(({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) => STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET, {
    path: ['STRIPE_SECRET_KEY'],
    message: 'is missing; with STRIPE_WEBHOOK_SECRET it is needed as well',
  });

export type Config = z.infer<typeof settings>;

/** Raised at the start; its message names each setting that is missing or malformed. */
export class SettingsError extends Error {}

/** Reads and checks `environment`. Throws SettingsError. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty line in an .env file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `  ${name} ${given[name] === undefined && !message.startsWith('is ') ? 'is missing' : message}`;
  });
  throw new SettingsError(`These settings stop the start:\n${problems.join('\n')}\nSee .env.example.`);
}

let config: Config | undefined;

/** The settings of this process, read once. */
export const theConfig = () => (config ??= readConfig(process.env));

/** How much is logged, known before anything else is: what is wrong with the setting is said by the start. */
export const theLogLevel = () => settings.shape.LOG_LEVEL.catch('info').parse(process.env['LOG_LEVEL']);
