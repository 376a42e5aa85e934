/** An address that nobody has: what stays on it after reading is a path of this site. */
const here = 'http://here.invalid';

/** Pages that ask who somebody is, and the way out: whoever is through would be led there again. */
const doors = /^\/(sign-|confirm-identity)/;

/**
 * Where to go after signing in: a path of this site, or the first page. Never an address somebody slipped in. The
 * answer is written the way browsers write it, so that none of them reads another address into it.
 */
export function localPath(next: string | null | undefined) {
  if (!next?.startsWith('/') || next.length > 2000 || /\p{Cc}|\\/u.test(next)) return '/now';
  if (!URL.canParse(next, here)) return '/now';
  const { origin, pathname, search, hash } = new URL(next, here);
  if (origin !== here || pathname.startsWith('//')) return '/now';
  return doors.test(plain(pathname)) ? '/now' : pathname + search + hash;
}

/** Where to go after saying who one is: back, or, where that page was opened beside another, to its own thanks. */
export const afterConfirming = (next: string | null | undefined) =>
  next ? localPath(next) : '/confirm-identity';

/** As the route table compares it: decoded, in small letters. */
function plain(pathname: string) {
  try {
    return decodeURIComponent(pathname).toLowerCase();
  } catch {
    return '/sign-';
  }
}
