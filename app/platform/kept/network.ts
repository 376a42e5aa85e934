/** Headers for a network that keeps public answers closer to whoever asks (RFC 9213); browsers read none of them. */
export const notKept = { 'CDN-Cache-Control': 'no-store', 'Surrogate-Control': 'no-store' };

/**
 * Whatever else a record says than its standing, a renamed audit body say, is purged by nothing: it may be so old at a network.
 * It also bounds what a purge missed that was on its way meanwhile.
 */
const mostSeconds = 60;

/** What an answer is kept under, and purged by: the number as the register writes it, however it was typed. */
export const tagOf = (kind: 'recruiter' | 'certificate', typed: string) =>
  `${kind}-${typed.replace(kind === 'recruiter' ? /[\s-]/g : /\s/g, '').toUpperCase()}`;

/** Kept for a minute and never into the next day, which may say something else by itself. */
export function keptUnder(tag: string, now: Date) {
  const midnight = Math.ceil((now.getTime() + 1) / 86_400_000) * 86_400_000;
  const seconds = Math.min(mostSeconds, Math.floor((midnight - now.getTime()) / 1000));
  return {
    'CDN-Cache-Control': `max-age=${seconds}`,
    'Surrogate-Control': `max-age=${seconds}`,
    // The same in the words of two kinds of networks.
    'Cache-Tag': `register,${tag}`,
    'Surrogate-Key': `register ${tag}`,
  };
}

const tagged = /^(?:\/api\/v1\/(recruiters|certificates)|\/(register))\/([^/?]{1,60})(?:\/history)?$/;

/** The tag of an address that tells of one recruiter or certificate; none of any other. */
export function tagOfPath(path: string) {
  const [, kind, page, typed = ''] = tagged.exec(path) ?? [];
  const number = plain(typed);
  if (number === undefined || !(kind ?? page)) return undefined;
  return tagOf(kind === 'certificates' ? 'certificate' : 'recruiter', number);
}

/** Letters, digits and what stands between them; of anything else no tag is made. */
function plain(typed: string) {
  try {
    const text = decodeURIComponent(typed);
    return /^[A-Za-z0-9 -]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
