import type { Source } from './house.ts';

/** One's own links, sessions and people, and a few pages whose command looks the record up itself: they read the form first. */
const asked = [
  'account/links/address',
  'account/links/reset-password',
  'account/sign-up/welcome',
  'audit/team/release',
  'bodies/end-approval',
  'factors/remove-passkey',
  'findings/breakdowns/keep',
  'findings/breakdowns/major',
  'licences/confirm',
  'licences/reinstate',
  'licences/revoke',
  'licences/suspend',
  'me/end-session',
  'me/interests/end',
  'organisation/invitation',
  'organisation/make-owner',
  'organisation/remove',
  'organisation/revoke',
].map((name) => `app/routes/${name}.tsx`);

const action = /export async function action\(\{[^}]*params[^}]*\}[\s\S]*?\n\}/;

/** Whoever has no business with a record learns no word of its form: it is looked up before the form is read. */
export const formsFirst = (house: Source[]) =>
  house
    .filter(({ path }) => path.startsWith('app/routes/') && !asked.includes(path))
    .filter(({ text }) => {
      const [before, form] = (action.exec(text)?.[0] ?? '').split('readForm(');
      return form !== undefined && !/found\(\s*await|found\(\(await/.test(before ?? '');
    })
    .map(({ path }) => `${path} reads the form before it looks the record up`);
