/** Where to go after signing in: a path of this site, or the first page. Never an address somebody slipped in. */
export function localPath(next: string | null | undefined) {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next) || /[\u0000-\u001f]/.test(next)) return '/now';
  return next.startsWith('/sign-') ? '/now' : next;
}
