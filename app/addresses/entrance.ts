import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** How somebody comes in, for the first time or again. */
export const entrance: RouteConfigEntry[] = [
  route('sign-in', 'routes/account/sign-in.tsx'),

  // The second step of signing in
  route('sign-in/second-factor', 'routes/factors/second-factor.tsx'),
  route('sign-in/passkey', 'routes/factors/sign-in-passkey.tsx'),
  route('sign-in/recovery', 'routes/factors/recovery.tsx'),
  route('sign-up', 'routes/account/sign-up/recruiter.tsx'),
  route('sign-up/company', 'routes/account/sign-up/company.tsx'),
  route('sign-up/sent', 'routes/account/sign-up/sent.tsx'),
  route('welcome/:secret', 'routes/account/sign-up/welcome.tsx'),
  route('new-link', 'routes/account/links/new-link.tsx'),
  route('new-link/sent', 'routes/account/links/new-link-sent.tsx'),
  route('reset', 'routes/account/links/reset.tsx'),
  route('reset/sent', 'routes/account/links/reset-sent.tsx'),
  route('reset/:secret', 'routes/account/links/reset-password.tsx'),
  route('address/changed', 'routes/account/links/address-changed.tsx'),
  route('address/half', 'routes/account/links/address-half.tsx'),
  route('address/taken', 'routes/account/links/address-taken.tsx'),
  route('address/:secret', 'routes/account/links/address.tsx'),
  route('closed', 'routes/account/links/closed.tsx'),
  route('invitation/:secret', 'routes/organisation/invitation.tsx'),
  // Signing in through an organisation's provider
  route('sign-in/sso', 'routes/sso/sign-in.tsx'),
  route('sign-in/sso/callback', 'routes/sso/callback.tsx'),
];
