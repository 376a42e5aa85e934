import type { Role } from '#app/platform/scope.ts';

/** Somebody of the world; `side` says whether the records in the addresses are their organisation's. */
export type Person = { name: string; role: Role; accountId: string; side: 'own' | 'other'; owner: boolean };

/** What a page answers to reading it, and to a form sent with nothing in it. */
type Statuses = readonly [get: number, post?: number];

/**
 * Who gets what of one address: by a person's name, else by role, `owner` (owns an organisation), `everyone` (signed
 * in), `anyone` (also without a session). `strangers` holds for the people of other organisations whom their role lets
 * in. Whoever stands nowhere is turned away: 403, or without a session to the sign-in page. Where nobody has a second
 * number, the page takes no form.
 */
export type Access = Readonly<Record<string, Statuses>>;

export type Asked = { path: string; person?: Person | undefined; method: 'GET' | 'POST' };
export type Answered = { status: number; location: string | null };
export type Verdict = { status: number; denied: boolean };

const takesForms = (access: Access) => Object.values(access).some(([, post]) => post !== undefined);

/** The status the table gives to one person for one address. */
export function expected(access: Access, { person, method }: Asked): Verdict {
  // A page that takes no form says so before anybody is asked who they are.
  if (method === 'POST' && !takesForms(access)) return { status: 405, denied: true };
  const statuses = person ? ofPerson(access, person) : access['anyone'];
  const turnedAway = person ? 403 : 302;
  const status = (method === 'GET' ? statuses?.[0] : statuses?.[1]) ?? turnedAway;
  return { status, denied: statuses === undefined || [403, 404].includes(status) };
}

function ofPerson(access: Access, { name, role, owner, side }: Person) {
  const named = access[name];
  if (named) return named;
  const byRole =
    access[role] ?? (owner ? access['owner'] : undefined) ?? access['everyone'] ?? access['anyone'];
  return byRole && side === 'other' ? (access['strangers'] ?? byRole) : byRole;
}

/** In words what differs from the table; nothing when all is as it says. */
export function judge(access: Access, asked: Asked, answered: Answered): string | undefined {
  const { status, denied } = expected(access, asked);
  const what = `${asked.method} ${asked.path} as ${asked.person?.name ?? 'nobody'}`;
  if (answered.status !== status) return `${what}: ${answered.status}, the table says ${status}`;
  const toSignIn = status === 302 && denied;
  if (toSignIn && !answered.location?.startsWith('/sign-in?next='))
    return `${what}: led to ${answered.location ?? 'nowhere'} instead of the sign-in page`;
  return undefined;
}

/** Addresses without an entry, and entries without an address. */
export function gaps(matrix: Readonly<Record<string, Access>>, paths: readonly string[]) {
  return [
    ...paths.filter((path) => !(path in matrix)).map((path) => `${path} is not in the table`),
    ...Object.keys(matrix)
      .filter((path) => !paths.includes(path))
      .map((path) => `${path} has no page`),
  ];
}

/** An address with its names filled in; a name the world does not know is nobody's. */
export function addressOf(path: string, names: Readonly<Record<string, string>>) {
  const parts = path.split('/');
  return parts
    .map((part, place) => {
      if (!part.startsWith(':')) return part;
      return names[`${parts[place - 1] ?? ''}/${part}`] ?? names[part] ?? nobodys;
    })
    .join('/');
}

const nobodys = '7b1b0c9e-0000-4000-8000-000000000000';
