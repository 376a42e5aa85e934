/**
 * How the Mozilla HTTP Observatory scores one answer, in our own words: a hundred, less what is missing, and more for
 * what is done well where little is missing. The extra for opener and embedder policies is left out: without it the
 * bar stands higher.
 */
export type Scanned = { url: string; headers: Headers; html: string };
export type Mark = { rule: string; points: number; finding: string };

const broad = ['*', 'http:', 'https:', 'ftp:', 'http://*', 'https://*', 'http://*.*', 'https://*.*'];
const inline = ["'unsafe-inline'", 'data:'];
const mark = (rule: string, points: number, finding: string): Mark => ({ rule, points, finding });

/** Every rule's mark for one answer over HTTPS. */
export const marksOf = (scanned: Scanned): Mark[] => [
  contentSecurityPolicy(scanned),
  cookies(scanned),
  crossOriginSharing(scanned),
  redirection(scanned),
  referrerPolicy(scanned),
  transportSecurity(scanned),
  subresourceIntegrity(scanned),
  contentTypeOptions(scanned),
  frameOptions(scanned),
  resourcePolicy(scanned),
];

const leastForExtra = 90;

export function scoreOf(scanned: Scanned) {
  const points = marksOf(scanned).map((given) => given.points);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const plain = 100 + sum(points.filter((point) => point < 0));
  return Math.max(0, plain >= leastForExtra ? 100 + sum(points) : plain);
}

type Directives = Map<string, string[]>;

function directivesOf(header: string | null): Directives {
  const directives: Directives = new Map();
  for (const part of (header ?? '').split(/[;,]/)) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    // The first of two counts, as browsers have it.
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
  }
  return directives;
}

const has = (values: readonly string[], unwanted: readonly string[]) =>
  values.some((value) => unwanted.includes(value.toLowerCase()));
const isInsecure = (value: string) => /^(http|ftp):/i.test(value);
const passive = ['img-src', 'media-src'];

function contentSecurityPolicy({ headers }: Scanned): Mark {
  const rule = 'content-security-policy';
  const policy = directivesOf(headers.get('Content-Security-Policy'));
  if (policy.size === 0) return mark(rule, -25, 'there is none');
  const sources = (name: string) => withNonce(policy.get(name) ?? policy.get('default-src') ?? ['*']);
  const [scripts, styles, objects] = [sources('script-src'), sources('style-src'), sources('object-src')];
  const active = [...policy].filter(([name]) => !passive.includes(name)).flatMap(([, values]) => values);
  if (has(scripts, [...broad, ...inline]) || has(objects, broad))
    return mark(rule, -20, 'scripts or objects from anywhere');
  if (active.some(isInsecure)) return mark(rule, -20, 'active content without TLS');
  if (has([...scripts, ...styles], ["'unsafe-eval'"])) return mark(rule, -10, 'text run as a script');
  if (passive.flatMap(sources).some(isInsecure)) return mark(rule, -10, 'images without TLS');
  if (has(styles, [...broad, ...inline])) return mark(rule, 0, 'styles from anywhere');
  const fromNothing = policy.get('default-src')?.join(' ') === "'none'";
  return fromNothing ? mark(rule, 10, 'from nothing upwards') : mark(rule, 5, 'nothing unsafe');
}

/** Where a nonce or a hash stands, browsers take 'unsafe-inline' for not said. */
const withNonce = (values: readonly string[]) =>
  values.some((value) => /^'(nonce|sha256|sha384|sha512)-/.test(value))
    ? values.filter((value) => value !== "'unsafe-inline'")
    : values;

function cookies({ headers }: Scanned): Mark {
  const rule = 'cookies';
  const set = headers.getSetCookie().map((line) => line.split(';').map((part) => part.trim()));
  if (set.length === 0) return mark(rule, 0, 'none');
  const marks = set.map(([pair = '', ...attributes]) =>
    cookie(
      pair,
      attributes.map((text) => text.toLowerCase()),
      transportSecurity({ url: '', headers, html: '' }),
    ),
  );
  return marks.reduce((worst, next) => (next.points < worst.points ? next : worst));
}

function cookie(pair: string, attributes: string[], transport: Mark): Mark {
  const rule = 'cookies';
  const name = pair.slice(0, pair.indexOf('=')).toLowerCase();
  const isSession = name.includes('sess') || name.includes('login');
  const secure = attributes.includes('secure');
  const kept = transport.points >= 0;
  const site = attributes.find((text) => text.startsWith('samesite'))?.split('=')[1];
  if (isSession && !secure && !kept) return mark(rule, -40, `${name} travels in the open`);
  if (isSession && !attributes.includes('httponly')) return mark(rule, -30, `${name} is for scripts`);
  if (site !== undefined && !['lax', 'strict', 'none'].includes(site))
    return mark(rule, -20, `${name}: ${site}`);
  if (site === 'none' && !secure) return mark(rule, -20, `${name} goes anywhere`);
  if (name.includes('csrf') && site === undefined) return mark(rule, -20, `${name} goes anywhere`);
  if (!secure) return mark(rule, kept ? (isSession ? -10 : -5) : -20, `${name} is not Secure`);
  return site === undefined ? mark(rule, 0, `${name} says no site`) : mark(rule, 5, 'kept well');
}

function crossOriginSharing({ headers }: Scanned): Mark {
  const rule = 'cross-origin-resource-sharing';
  const allowed = headers.get('Access-Control-Allow-Origin');
  if (allowed === null) return mark(rule, 0, 'not shared');
  const withCredentials = headers.get('Access-Control-Allow-Credentials')?.toLowerCase() === 'true';
  return withCredentials ? mark(rule, -50, 'shared with a session') : mark(rule, 0, 'shared with anyone');
}

function redirection({ url, headers }: Scanned): Mark {
  const rule = 'redirection';
  const location = headers.get('Location');
  if (location === null) return mark(rule, 0, 'none');
  const target = new URL(location, url);
  return target.protocol === 'https:' ? mark(rule, 0, 'over TLS') : mark(rule, -20, 'leaves TLS');
}

const privateReferrers = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const openReferrers = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'];

function referrerPolicy({ headers }: Scanned): Mark {
  const rule = 'referrer-policy';
  const header = headers.get('Referrer-Policy');
  if (header === null) return mark(rule, 0, 'there is none');
  const known = header
    .split(',')
    .map((value) => value.trim().toLowerCase())
    .filter((value) => [...privateReferrers, ...openReferrers].includes(value));
  const last = known.at(-1) ?? '';
  return privateReferrers.includes(last) ? mark(rule, 5, last) : mark(rule, -5, last);
}

const sixMonths = 15_552_000;

function transportSecurity({ headers }: Scanned): Mark {
  const rule = 'strict-transport-security';
  const header = headers.get('Strict-Transport-Security');
  if (header === null) return mark(rule, -20, 'there is none');
  const seconds = /^(?:[^,]*;)?\s*max-age=(\d+)[^,]*$/i.exec(header)?.[1];
  if (seconds === undefined) return mark(rule, -20, 'it says no time, or two');
  return Number(seconds) < sixMonths ? mark(rule, -10, 'too short') : mark(rule, 0, 'long enough');
}

function subresourceIntegrity({ headers, html }: Scanned): Mark {
  const rule = 'subresource-integrity';
  if (!headers.get('Content-Type')?.startsWith('text/html')) return mark(rule, 0, 'no page');
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)[^>]*>/gi)];
  const foreign = scripts.filter(([, source = '']) => /^(https?:)?\/\//i.test(source));
  const open = foreign.filter(([, source = '']) => !/^https:/i.test(source));
  const unsealed = foreign.filter(([tag]) => !/\bintegrity\s*=/i.test(tag));
  if (open.length > 0) return mark(rule, unsealed.length > 0 ? -50 : -20, 'scripts without TLS');
  if (unsealed.length > 0) return mark(rule, -5, 'scripts of others, unsealed');
  const sealed = scripts.length > 0 && scripts.every(([tag]) => /\bintegrity\s*=/i.test(tag));
  return sealed ? mark(rule, 5, 'sealed') : mark(rule, 0, 'our own scripts or none');
}

function contentTypeOptions({ headers }: Scanned): Mark {
  const rule = 'x-content-type-options';
  const nosniff = headers.get('X-Content-Type-Options')?.toLowerCase() === 'nosniff';
  return nosniff ? mark(rule, 0, 'nosniff') : mark(rule, -5, 'types are guessed');
}

function frameOptions({ headers }: Scanned): Mark {
  const rule = 'x-frame-options';
  const framers = directivesOf(headers.get('Content-Security-Policy')).get('frame-ancestors');
  if (framers !== undefined && !has(framers, broad)) return mark(rule, 5, 'by the policy');
  const header = headers.get('X-Frame-Options')?.toLowerCase() ?? '';
  if (['deny', 'sameorigin'].includes(header)) return mark(rule, 5, header);
  return header.startsWith('allow-from ') ? mark(rule, 0, header) : mark(rule, -20, 'anyone may frame it');
}

function resourcePolicy({ headers }: Scanned): Mark {
  const rule = 'cross-origin-resource-policy';
  const header = headers.get('Cross-Origin-Resource-Policy')?.toLowerCase();
  if (header === undefined || header === 'cross-origin') return mark(rule, 0, 'for anyone');
  return ['same-site', 'same-origin'].includes(header) ? mark(rule, 10, header) : mark(rule, -5, header);
}
