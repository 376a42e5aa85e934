import type { SaidAlong } from '../along.ts';
import type { Operation, Photo } from '../model.ts';
import { readBundle, readResults } from '../replies.ts';
import type { Reply, Server } from '../sender.ts';

/** The way to the server; each answer becomes a word the sender knows. */
/** `accountId`: whose work it is; the server takes it in nobody else's name. */
export function serverFor(auditId: string, accountId: string) {
  const whose = { 'X-Sent-By': accountId };
  const at = `/audits/${auditId}`;
  const posts = (body: unknown) => ({
    method: 'POST',
    headers: { ...whose, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  return {
    bundle: () => ask(`${at}/bundle`, { signal: AbortSignal.timeout(20_000) }, readBundle),
    sync: (device: string, operations: Operation[]) =>
      ask(`${at}/sync`, posts({ device, operations }), readResults),
    along: (device: string, said: SaidAlong) =>
      ask(`${at}/along`, posts({ device, ...said }), () => 'noted' as const),
    photo: ({ id, code, name, seq, type }: Photo, picture: Blob) => {
      const title = name.trim().slice(0, 200) || 'photo';
      const about = new URLSearchParams({ code, name: title, seq: String(seq) }).toString();
      const headers = { ...whose, 'Content-Type': type };
      const sent = { method: 'PUT', headers, body: picture, signal: AbortSignal.timeout(180_000) };
      return ask(`${at}/photos/${id}?${about}`, sent, (said) =>
        fieldOf(said, 'late') === true ? 'late' : 'stored',
      );
    },
  } satisfies Server & { along: unknown };
}

async function ask<T>(
  path: string,
  init: RequestInit,
  read: (said: unknown) => T | undefined,
): Promise<Reply<T>> {
  try {
    // Not followed: a way to the sign-in page is an answer too.
    return await replyOf(await fetch(path, { redirect: 'manual', cache: 'no-store', ...init }), read);
  } catch {
    // No network, too slow, or cut off in the middle.
    return { kind: 'unreachable' };
  }
}

const refusals = [400, 415, 422];

async function replyOf<T>(response: Response, read: (said: unknown) => T | undefined): Promise<Reply<T>> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || status === 401) return { kind: 'signed_out' };
  if (status === 429 || status >= 500) return { kind: 'unreachable' };
  const said: unknown = await response.json().catch(() => undefined);
  if (fieldOf(said, 'refusal') === 'other_person') return { kind: 'other_person' };
  if (status === 403 || status === 404) return { kind: 'not_yours' };
  if (status === 409) {
    const seq = fieldOf(said, 'expected') ?? fieldOf(said, 'next');
    return typeof seq === 'number' ? { kind: 'expects', seq } : { kind: 'refused', message: wordsIn(said) };
  }
  if (status === 413) return { kind: 'too_large', message: wordsIn(said) };
  if (refusals.includes(status)) return { kind: 'refused', message: wordsIn(said) };
  const answer = response.ok ? read(said) : undefined;
  return answer === undefined ? { kind: 'unreadable' } : { kind: 'answer', answer };
}

const fieldOf = (said: unknown, name: string): unknown =>
  typeof said === 'object' && said !== null ? Reflect.get(said, name) : undefined;

function wordsIn(said: unknown) {
  const message = fieldOf(said, 'message');
  return typeof message === 'string' ? message : 'The server did not take this.';
}
