/** Where to go after signing in: a path of this site, or the first page. Never an address somebody slipped in. */
export function localPath(next: string | null | undefined) {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next) || /\p{Cc}/u.test(next)) return '/now';
  return next.startsWith('/sign-') ? '/now' : next;
}
