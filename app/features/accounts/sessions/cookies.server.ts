import { createCookie } from '@remix-run/node';

import { theConfig } from '#app/platform/config.server.ts';

const secure = () => theConfig().ORIGIN.startsWith('https:');

const cookie = (name: string, maxAge: number) =>
  createCookie(secure() ? `__Host-fairroute_${name}` : `fairroute_${name}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secure(),
    maxAge,
  });

const read = async (request: Request, name: string) => {
  const value: unknown = await cookie(name, 0).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const pendingMinutes = 10;

/** Names this browser, so that a sign-in from another one can be told of; says nothing about the person. */
export const deviceCookie = {
  read: (request: Request) => read(request, 'device'),
  write: (value: string) => cookie('device', 2 * 365 * 86_400).serialize(value),
};

/** Holds the place of somebody who gave the right password and still owes the second factor. */
export const pendingCookie = {
  read: (request: Request) => read(request, 'pending'),
  write: (value: string) => cookie('pending', pendingMinutes * 60).serialize(value),
  clear: () => cookie('pending', 0).serialize('', { maxAge: 0 }),
};

/** Ties the way to an organisation's provider and back to this browser. */
export const signOnCookie = {
  read: (request: Request) => read(request, 'sign_on'),
  write: (value: string) => cookie('sign_on', 10 * 60).serialize(value),
  clear: () => cookie('sign_on', 0).serialize('', { maxAge: 0 }),
};
