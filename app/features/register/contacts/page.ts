import type { Page } from './model.ts';

/** Longer is no address that a worker could compare. */
const longest = 300;

const besides = /^(?:www|m|mobile|mbasic|touch|web)\./;
/** What many register names under is nobody's own: of "web.com.np" nothing is left out. */
const suffix = /^(?:[a-z0-9-]+|(?:com|org|net|gov|edu|co|ac)\.[a-z]{2})$/;
/** Hosts of the same pages. */
const sameHost: Record<string, string> = {
  'fb.com': 'facebook.com',
  'twitter.com': 'x.com',
  'instagr.am': 'instagram.com',
  'telegram.me': 't.me',
};
/** Where nothing is anybody's own but what stands behind the host. */
const shared = new Set(
  ['facebook.com', 'instagram.com', 'x.com', 'tiktok.com', 'youtube.com', 'linkedin.com', 't.me'].concat(
    'wa.me',
    'whatsapp.com',
    'viber.com',
    'imo.im',
    'messenger.com',
  ),
);
/** Says from where somebody came, or in which language they read, and not which page it is. */
const said = /^(?:utm_.*|fbclid|gclid|igsh|igshid|mibextid|ref|refsrc|locale|lang|hl|_rdr|__tn__|si|s|t)$/;

/**
 * A web address as people type it, with or without its beginning; undefined for what is none that may be published: another
 * scheme, a name and password, a port, a bare number for a host, signs that are not seen, or the front of a house that
 * belongs to millions.
 */
export function readPage(typed: string): Page | undefined {
  const text = typed.trim();
  if (text.length > longest || /[\s\p{C}\\]/u.test(text)) return undefined;
  const url = parse(/^[a-z][a-z0-9+.-]*:(?!\d+(?:\/|$))/i.test(text) ? text : `https://${text}`);
  if (!url || !isOpen(url)) return undefined;
  const key = keyOf(url);
  if (shared.has(key) || key.length > longest || url.href.length > longest) return undefined;
  return { url: url.href, key };
}

function parse(text: string) {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'http:') url.protocol = 'https:';
  url.hash = '';
  return url;
}

const isOpen = ({ protocol, username, password, port, hostname }: URL) =>
  protocol === 'https:' &&
  username + password + port === '' &&
  /^(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(hostname);

/** "facebook.com/everest" of `https://m.facebook.com/Everest/?ref=share`: what two spellings of one page have in common. */
function keyOf({ hostname, pathname, searchParams }: URL) {
  const bare = hostname.replace(besides, '');
  const own = suffix.test(bare) ? hostname : bare;
  const host = sameHost[own] ?? own;
  const path = plain(pathname).replace(/\/+/g, '/').replace(/\/$/, '');
  const asked = [...searchParams].filter(([name]) => !said.test(name));
  const [[name, value] = []] = asked;
  // A page without a name of its own is one by its number.
  if (host === 'facebook.com' && path === '/profile.php' && name === 'id' && asked.length === 1)
    return `${host}/${value ?? ''}`;
  const question = asked.map(([one, its]) => `${one}=${its}`).toSorted();
  return `${host}${path}${question.length > 0 ? `?${question.join('&')}` : ''}`;
}

function plain(path: string) {
  try {
    return decodeURIComponent(path).normalize('NFC').toLowerCase().replace(/\p{C}/gu, '');
  } catch {
    return path.toLowerCase();
  }
}
